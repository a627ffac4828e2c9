"""What forbids every stretch, written out: a name dropped from the code must be noticed."""

import pytest

from spasm_guide.clinical.assess import assess
from spasm_guide.clinical.findings import ANSWERS
from spasm_guide.clinical.rule import VERSION, can_raise, closed, triage
from spasm_guide.clinical.stretching import permission, places

FORBIDS = (
    "radiating",
    "numbness_tingling",
    "pregnancy",
    "under_18",
    "osteoporosis_or_steroids",
    "blood_thinners",
    "recent_spine_procedure",
    "fused_spine",
)
FIRST_DENIED = (
    *("cauda_equina", "chest_or_abdominal", "after_injury", "sudden_unprovoked"),
    *("radiating", "weakness", "numbness_tingling"),
)


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("finding", FORBIDS)
def test_each_of_these_forbids_stretching_by_itself(finding, answer):
    assert permission({finding: answer}) == "no"


def test_stretches_need_every_gate_answer_denied():
    denied = dict.fromkeys(FIRST_DENIED, "no")
    assert assess(denied)["stretches"] == "yes"
    for finding in denied:
        assert assess({f: a for f, a in denied.items() if f != finding})["stretches"] == "gate"


@pytest.mark.parametrize("answers", [{}, {"over_75": "yes"}, {"over_75": "unsure"}])
def test_nobody_who_may_be_75_is_sent_to_the_floor(answers):
    assert places(answers) == ("bed", "chair")
    assert places({**answers, "over_55": "unsure"}) == ("bed", "chair")


@pytest.mark.parametrize("answers", [{"over_75": "no"}, {"over_55": "no"}])
def test_the_floor_is_for_those_who_are_known_to_be_younger(answers):
    assert places(answers) == ("floor", "bed", "chair")
    assert places({**answers, "over_75": "yes"}) == ("bed", "chair")


def test_what_was_denied_can_raise_nothing_unless_it_is_asked_again():
    weak = {"weakness": "yes", "worsening_fast": "no", "cannot_stand_or_walk": "no"}
    assert can_raise(("worsening_fast",), weak)
    assert not can_raise(("everyday_trigger",), weak)


def test_one_of_several_causes_is_enough_to_raise_it():
    assert can_raise(("blood_thinners",), {"weakness": "yes", "recent_spine_procedure": "no"})


def test_a_sign_raises_nothing_where_its_companions_were_denied():
    companions = ("after_injury", "fever_or_unwell", "cancer_or_weight_loss", "blood_thinners")
    others = ("recent_spine_procedure", "worsening_fast", "cannot_stand_or_walk")
    more = ("weak_immunity", "sudden_unprovoked", "very_ill")
    denied = dict.fromkeys((*companions, *others, *more), "no")
    assert not can_raise(("numbness_tingling",), {**denied, "weakness": "yes"})


def test_doubts_spoken_as_urgent_are_named_with_the_rule_that_they_met():
    verdict = triage({"weakness": "unsure", "after_injury": "unsure"})
    assert verdict.rule == "injury_with_danger"
    assert set(verdict.reasons) == {"weakness", "after_injury"}


def test_an_assessment_tells_the_verdict_and_whether_to_stretch():
    assert assess({"radiating": "yes"}) == {
        "tier": "SOON",
        "rule": "warning_sign",
        "reasons": ["radiating"],
        "stretches": "no",
        "version": VERSION,
    }


@pytest.mark.parametrize(
    ("cause", "effect"),
    [
        ("serious_accident", "after_injury"),
        ("very_ill", "fever_or_unwell"),
        ("pregnancy_danger", "pregnancy"),
        ("over_75", "over_55"),
        ("sudden_unprovoked", "sudden_severe"),
    ],
)
def test_what_one_finding_says_of_another(cause, effect):
    assert closed({cause: "yes", effect: "no"})[effect] == "yes"


def test_a_finding_is_answered_in_three_ways():
    assert set(ANSWERS) == {"yes", "no", "unsure"}
