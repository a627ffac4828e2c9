"""The rule over every answer to the eight signs with each flag; their yes and no with each pair."""

from itertools import combinations, product

import pytest

from spasm_guide.clinical.findings import FINDINGS, FLAGS, RED_FLAGS, SIGNS, TIERS
from spasm_guide.clinical.rule import behind, can_raise, decide, triage
from spasm_guide.clinical.stretching import permission

ARTICLE = {"weakness": "URGENT", "after_injury": "URGENT"}
"""The article's strongest words (immediately, right away); every other sign is at least SOON."""

SIGN_ANSWERS = tuple(product(("no", "unsure", "yes"), repeat=len(SIGNS)))
SIGNS_TOLD = tuple(product(("no", "yes"), repeat=len(SIGNS)))
FLAG_SETS = ((), *((f,) for f in FLAGS))
FLAG_PAIRS = tuple(combinations(FLAGS, 2))


def level(answers):
    return TIERS.index(decide(answers).tier)


def levels_of(flags, rows):
    told = dict.fromkeys(flags, "yes")
    return [level({**dict(zip(SIGNS, row, strict=True)), **told}) for row in rows]


@pytest.fixture(scope="module")
def levels():
    """Tier level by (flags, sign answers): about 160,000 verdicts, computed once."""
    return {flags: levels_of(flags, SIGN_ANSWERS) for flags in FLAG_SETS}


@pytest.fixture(scope="module")
def told():
    """The same by signs that are there or not, with pairs of flags: about 80,000."""
    return {flags: levels_of(flags, SIGNS_TOLD) for flags in (*FLAG_SETS, *FLAG_PAIRS)}


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


def test_one_more_flag_never_lowers_the_tier(told):
    for flags, found in told.items():
        for more in FLAGS:
            wider = told.get((*flags, more)) or told.get((more, *flags))
            if wider is not None:
                assert all(a <= b for a, b in zip(found, wider, strict=True)), (flags, more)


@pytest.mark.parametrize("flag", ["cauda_equina", "chest_or_abdominal", "serious_accident"])
def test_a_life_threat_is_an_emergency_whatever_else_is_said(told, flag):
    for flags, found in told.items():
        if flag in flags:
            assert set(found) == {TIERS.index("EMERGENCY")}


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_not_sure_of_a_red_flag_is_at_least_urgent(flag):
    assert TIERS.index(decide({flag: "unsure"}).tier) >= TIERS.index("URGENT")


@pytest.mark.parametrize("finding", [f for f in FINDINGS if f not in RED_FLAGS])
def test_not_sure_of_anything_else_counts_as_yes(finding):
    assert decide({finding: "unsure"}) == decide({finding: "yes"})


def test_nothing_told_is_never_fine_to_stretch():
    assert permission({}) == "gate"


@pytest.mark.parametrize(
    ("answers", "tier", "rule"),
    [
        ({"after_injury": "yes", "numbness_tingling": "yes"}, "EMERGENCY", "injury_with_danger"),
        ({"very_ill": "yes"}, "EMERGENCY", "fever_with_danger"),
        ({"pregnancy_danger": "yes"}, "EMERGENCY", "pregnancy_danger"),
        ({"blood_thinners": "yes", "weakness": "yes"}, "EMERGENCY", "bleeding_risk_with_nerve"),
        ({"weakness": "yes", "worsening_fast": "yes"}, "EMERGENCY", "weakness_with_danger"),
        ({"weakness": "yes", "weak_immunity": "yes"}, "EMERGENCY", "weakness_with_danger"),
        ({"after_injury": "yes", "fused_spine": "yes"}, "EMERGENCY", "injury_with_danger"),
        ({"sudden_unprovoked": "yes", "over_75": "yes"}, "EMERGENCY", "sudden_with_danger"),
        ({"sudden_unprovoked": "yes", "upper_back": "yes"}, "EMERGENCY", "sudden_with_danger"),
        ({"effort_pain": "yes", "worsening_fast": "yes"}, "EMERGENCY", "effort_pain_worsening"),
        ({"sudden_unprovoked": "yes"}, "URGENT", "sudden_unprovoked"),
        ({"effort_pain": "yes"}, "URGENT", "effort_pain"),
        ({"urine_rash_or_lump": "yes"}, "URGENT", "urine_rash_or_lump"),
        ({"over_75": "yes", "sudden_severe": "yes"}, "URGENT", "old_or_fused_and_sudden"),
        ({"blood_thinners": "yes", "unrelenting": "yes"}, "URGENT", "risk_and_worse"),
        ({"worsening_fast": "yes"}, "SOON", "warning_sign"),
        ({"unrelenting": "yes"}, "SOON", "warning_sign"),
        ({"fused_spine": "yes"}, "SOON", "needs_advice_first"),
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
    assert set(verdict.reasons) <= {*answers, "fever_or_unwell", "pregnancy", "over_55"}


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
    for flags in FLAG_SETS:
        for signs in SIGN_ANSWERS[::13]:
            answers = {**dict(zip(SIGNS, signs, strict=True)), **dict.fromkeys(flags, "unsure")}
            spoken, ruled = triage(answers), decide(answers)
            assert spoken.tier == ruled.tier or (spoken.tier, ruled.tier) == ("URGENT", "EMERGENCY")


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        (("fever_or_unwell", "cancer_or_weight_loss"), "fever_or_unwell cancer_or_weight_loss"),
        (("persistent", "numbness_tingling"), "numbness_tingling persistent"),
        (("serious_accident", "cauda_equina"), "cauda_equina serious_accident"),
        (("over_75", "sudden_unprovoked"), "sudden_unprovoked over_75"),
        (("cancer_or_weight_loss", "persistent"), "cancer_or_weight_loss"),
        (("blood_thinners",), ""),
    ],
)
def test_all_that_leads_to_the_tier_is_told_worst_first_and_nothing_twice(told, heard):
    answers = dict.fromkeys(told, "yes")
    assert behind(triage(answers), answers) == tuple(heard.split())


def test_doubts_spoken_as_urgent_are_told_as_well():
    doubts = {"weakness": "unsure", "after_injury": "unsure"}
    assert set(behind(triage(doubts), doubts)) == set(doubts)
