"""The rule over every answer to the eight signs, with each flag and each pair of flags."""

from itertools import combinations, product

import pytest

from spasm_guide.clinical.findings import FINDINGS, FLAGS, RED_FLAGS, SIGNS, TIERS
from spasm_guide.clinical.rule import can_raise, decide, triage
from spasm_guide.clinical.stretching import NEVER_WITH, permission

ARTICLE = {"weakness": "URGENT", "after_injury": "URGENT"}
"""The article's strongest words (immediately, right away); every other sign is at least SOON."""

SIGN_ANSWERS = tuple(product(("no", "unsure", "yes"), repeat=len(SIGNS)))
FLAG_SETS = ((), *((f,) for f in FLAGS), *combinations(FLAGS, 2))


def level(answers):
    return TIERS.index(decide(answers).tier)


@pytest.fixture(scope="module")
def levels():
    """Tier level by (flags, sign answers): about 900,000 verdicts, computed once."""
    return {
        flags: [
            level({**dict(zip(SIGNS, signs, strict=True)), **dict.fromkeys(flags, "yes")})
            for signs in SIGN_ANSWERS
        ]
        for flags in FLAG_SETS
    }


def test_never_below_the_article(levels):
    floors = [
        max(
            (TIERS.index(ARTICLE.get(s, "SOON")) for s, a in zip(SIGNS, row) if a != "no"),  # noqa: B905
            default=0,
        )
        for row in SIGN_ANSWERS
    ]
    for flags, found in levels.items():
        assert all(f >= floor for f, floor in zip(found, floors, strict=True)), flags


def test_one_more_sign_never_lowers_the_tier(levels):
    """In base three, turning a sign's no into a yes adds two at its place."""
    places = [3 ** (len(SIGNS) - 1 - i) for i in range(len(SIGNS))]
    for flags, found in levels.items():
        for i, row in enumerate(SIGN_ANSWERS):
            for place, answer in zip(places, row, strict=True):
                if answer == "no":
                    assert found[i] <= found[i + place] <= found[i + 2 * place], (flags, row)


def test_one_more_flag_never_lowers_the_tier(levels):
    for flags, found in levels.items():
        for more in FLAGS:
            wider = levels.get((*flags, more)) or levels.get((more, *flags))
            if wider is not None:
                assert all(a <= b for a, b in zip(found, wider, strict=True)), (flags, more)


@pytest.mark.parametrize("flag", ["cauda_equina", "chest_or_abdominal", "serious_accident"])
def test_a_life_threat_is_an_emergency_whatever_else_is_said(levels, flag):
    for flags, found in levels.items():
        if flag in flags:
            assert set(found) == {TIERS.index("EMERGENCY")}


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_not_sure_of_a_red_flag_is_at_least_urgent(flag):
    assert TIERS.index(decide({flag: "unsure"}).tier) >= TIERS.index("URGENT")


@pytest.mark.parametrize("finding", [f for f in FINDINGS if f not in RED_FLAGS])
def test_not_sure_of_anything_else_counts_as_yes(finding):
    assert decide({finding: "unsure"}) == decide({finding: "yes"})


def test_no_stretch_where_it_is_forbidden():
    for flags in FLAG_SETS:
        for signs in SIGN_ANSWERS[:: 7 if len(flags) == 2 else 1]:
            answers = {**dict(zip(SIGNS, signs, strict=True)), **dict.fromkeys(flags, "yes")}
            allowed = permission(answers)
            if level(answers) >= 2 or any(answers.get(f, "no") != "no" for f in NEVER_WITH):
                assert allowed == "no", answers
            elif level(answers) == 1:
                assert allowed == "ask_first", answers
            else:
                assert allowed == "gate", answers


def test_stretches_need_every_gate_answer_denied():
    denied = dict.fromkeys(
        ("cauda_equina", "after_injury", "radiating", "weakness", "numbness_tingling"), "no"
    )
    assert permission(denied) == "yes"
    for finding in denied:
        assert permission({f: a for f, a in denied.items() if f != finding}) == "gate"


def test_nothing_told_is_never_fine_to_stretch():
    assert permission({}) == "gate"


@pytest.mark.parametrize(
    ("answers", "tier", "rule"),
    [
        ({"after_injury": "yes", "numbness_tingling": "yes"}, "EMERGENCY", "injury_with_nerve"),
        ({"very_ill": "yes"}, "EMERGENCY", "fever_with_danger"),
        ({"pregnancy_danger": "yes"}, "EMERGENCY", "pregnancy_danger"),
        ({"blood_thinners": "yes", "weakness": "yes"}, "EMERGENCY", "bleeding_risk_with_nerve"),
        ({"weakness": "yes", "worsening_fast": "yes"}, "EMERGENCY", "weakness_progressing"),
        ({"radiating": "yes", "numbness_tingling": "yes"}, "URGENT", "radiating_with_numbness"),
        ({"osteoporosis_or_steroids": "yes", "sudden_severe": "yes"}, "URGENT", "fragile_bones"),
        ({"cannot_stand_or_walk": "yes"}, "URGENT", "cannot_stand_or_walk"),
        ({"numbness_tingling": "yes", "worsening_fast": "yes"}, "URGENT", "nerve_worsening"),
        ({"numbness_tingling": "yes"}, "SOON", "warning_sign"),
        ({"pregnancy": "yes"}, "SOON", "needs_advice_first"),
        ({"blood_thinners": "yes"}, "SELF_CARE", "no_warning_sign"),
    ],
)
def test_every_rule_decides_where_it_should(answers, tier, rule):
    verdict = decide(answers)
    assert (verdict.tier, verdict.rule) == (tier, rule)
    assert set(verdict.reasons) <= {*answers, "fever_or_unwell", "pregnancy"}


def test_an_unknown_name_is_refused_and_named():
    with pytest.raises(ValueError, match="lumbago"):
        decide({"lumbago": "yes"})
    with pytest.raises(ValueError, match="perhaps"):
        decide({"weakness": "perhaps"})


def test_what_can_still_raise_an_urgent_verdict():
    weak = {"weakness": "yes"}
    assert can_raise(("worsening_fast",), weak)
    assert can_raise(("blood_thinners",), weak)
    assert not can_raise(("morning_stiffness",), weak)
    assert not can_raise(("radiating",), weak)


def test_doubts_that_only_together_would_be_an_emergency_are_urgent_when_spoken():
    doubts = {"weakness": "unsure", "after_injury": "unsure"}
    assert decide(doubts).tier == "EMERGENCY"
    assert triage(doubts).tier == "URGENT"
    assert triage({**doubts, "weakness": "yes"}).tier == "EMERGENCY"
    assert triage({"pregnancy_danger": "unsure"}).tier == "EMERGENCY"


def test_what_is_spoken_is_never_more_than_one_tier_below_the_rule():
    for flags in FLAG_SETS[:17]:
        for signs in SIGN_ANSWERS[::5]:
            answers = {**dict(zip(SIGNS, signs, strict=True)), **dict.fromkeys(flags, "unsure")}
            spoken, ruled = triage(answers), decide(answers)
            assert spoken.tier == ruled.tier or (spoken.tier, ruled.tier) == ("URGENT", "EMERGENCY")
