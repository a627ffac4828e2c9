"""What version 1 of the rule missed in published cases: the facts that a patient could tell."""

import pytest

from spasm_guide.clinical.assess import assess
from spasm_guide.clinical.rule import triage

MISSED = {
    "torn artery, sixty-two": ("EMERGENCY", "sudden_unprovoked", "over_55"),
    "torn artery, between the shoulder blades": ("EMERGENCY", "sudden_unprovoked", "upper_back"),
    "aneurysm, cannot lie still": ("EMERGENCY", "sudden_unprovoked", "unrelenting"),
    "sudden and nothing else": ("URGENT", "sudden_unprovoked"),
    "heart, on the stairs": ("URGENT", "over_55", "effort_pain"),
    "heart, more each day": ("EMERGENCY", "over_55", "effort_pain", "worsening_fast"),
    "break at eighty, from a cough": ("URGENT", "over_75", "sudden_severe"),
    "abscess without fever, diabetic": ("URGENT", "weak_immunity", "worsening_fast"),
    "abscess without fever, a leg weak": ("EMERGENCY", "weak_immunity", "weakness"),
    "worse since the injection": ("URGENT", "recent_spine_procedure", "worsening_fast"),
    "worse since the injection, on warfarin": (
        *("EMERGENCY", "recent_spine_procedure", "worsening_fast", "blood_thinners"),
    ),
    "bleed into the muscle, on warfarin": ("URGENT", "blood_thinners", "unrelenting"),
    "kidney or shingles": ("URGENT", "urine_rash_or_lump"),
    "fused spine after a trip": ("EMERGENCY", "fused_spine", "after_injury"),
    "numb arm and leg": ("EMERGENCY", "cauda_equina"),
    "both legs for years, gone on sitting": ("SOON", "radiating"),
}


@pytest.mark.parametrize("case", MISSED)
def test_each_is_sent_where_it_belongs_and_never_to_stretches(case):
    tier, *told = MISSED[case]
    answers = dict.fromkeys(told, "yes")
    assert triage(answers).tier == tier
    assert assess(answers)["stretches"] == "no"


@pytest.mark.parametrize("case", [c for c in MISSED if MISSED[c][0] == "EMERGENCY"])
def test_one_of_its_facts_being_unsure_never_brings_it_home(case):
    _, *told = MISSED[case]
    for doubted in told:
        answers = {**dict.fromkeys(told, "yes"), doubted: "unsure"}
        assert triage(answers).tier in ("URGENT", "EMERGENCY"), doubted
