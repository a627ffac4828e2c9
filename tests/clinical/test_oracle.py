"""The rule against a second statement of it: a table of names, read by the plainest code there is.

`rule_2026_12.json` was written from the research, not from the code, and is changed only with it.
"""

import json
import random
from itertools import combinations, product
from pathlib import Path

import pytest

from spasm_guide.clinical.assess import assess
from spasm_guide.clinical.findings import FINDINGS, IMPLIES, RED_FLAGS, SIGNS
from spasm_guide.clinical.rule import VERSION
from spasm_guide.clinical.rule_table import RULES
from spasm_guide.clinical.stretching import GATE, NEVER_WITH

TABLE = json.loads(Path(__file__).with_name("rule_2026_12.json").read_text(encoding="utf-8"))
TIERS = TABLE["tiers"]
ANSWERS = ("yes", "no", "unsure")
SINGLES = [{f: a} for f in FINDINGS for a in ANSWERS]
PAIRS = [
    {one: a, two: b}
    for one, two in combinations(FINDINGS, 2)
    for a, b in product(ANSWERS, repeat=2)
]


def drawn(count, seed=2026):
    """From hardly anything told to nearly everything, from mostly denied to mostly present."""
    chance = random.Random(seed)
    for _ in range(count):
        told = chance.sample(FINDINGS, chance.randint(1, len(FINDINGS)))
        weights = chance.choice([(1, 1, 1), (1, 8, 1), (1, 4, 0), (3, 1, 1), (0, 6, 1)])
        yield dict(zip(told, chance.choices(ANSWERS, weights, k=len(told)), strict=True))


RANDOM = list(drawn(12_000))


def oracle(answers):
    """Tier, permission to stretch."""
    present = {
        f
        for f, answer in answers.items()
        if answer == "yes" or (answer == "unsure" and f not in TABLE["red_flags"])
    }
    present |= {effect for cause, effect in TABLE["implies"] if cause in present}
    doubted = {f for f, answer in answers.items() if answer == "unsure"}
    tier = next(
        tier
        for _, tier, when, how in TABLE["rules"]
        if all((doubted if how == "unsure" else present) & set(clause) for clause in when)
    )
    stretches = TABLE["stretches"]
    if TIERS.index(tier) >= TIERS.index(stretches["no_from"]):
        return tier, "no"
    if (present | doubted) & set(stretches["no_with"]):
        return tier, "no"
    if tier == "SOON":
        return tier, "ask_first"
    denied = {f for f, answer in answers.items() if answer == "no"} - present
    return tier, "yes" if denied >= set(stretches["gate"]) else "gate"


def decided(answers):
    found = assess(answers)
    return found["tier"], found["stretches"]


def level(answers):
    return TIERS.index(assess(answers)["tier"])


def test_the_names_are_the_same():
    assert set(FINDINGS) == set(TABLE["findings"])
    assert len(FINDINGS) == len(TABLE["findings"])
    assert set(RED_FLAGS) == set(TABLE["red_flags"])
    assert set(IMPLIES.items()) == {tuple(pair) for pair in TABLE["implies"]}
    assert [(r.id, r.tier) for r in RULES] == [(rule[0], rule[1]) for rule in TABLE["rules"]]
    assert set(NEVER_WITH) == set(TABLE["stretches"]["no_with"])
    assert set(GATE) == set(TABLE["stretches"]["gate"])


@pytest.mark.parametrize("cases", [SINGLES, PAIRS, RANDOM], ids=["singles", "pairs", "random"])
def test_tier_and_permission_are_those_of_the_table(cases):
    wrong = [answers for answers in cases if decided(answers) != oracle(answers)]
    assert not wrong, wrong[:3]


def test_the_sets_reach_every_rule_and_permission():
    found = [assess(answers) for answers in (*SINGLES, *PAIRS, *RANDOM[:6000])]
    assert {each["rule"] for each in found} == {rule.id for rule in RULES}
    assert {each["stretches"] for each in found} == {"no", "ask_first", "gate", "yes"}


def test_a_yes_never_lowers_a_tier():
    for answers in RANDOM[:1500]:
        before = level(answers)
        for finding in FINDINGS:
            assert level({**answers, finding: "yes"}) >= before, (answers, finding)


def test_no_floor_of_the_article_is_broken():
    floors = TABLE["floors"]
    assert set(floors) == set(SIGNS)
    for answers in RANDOM:
        told = [TIERS.index(floors[f]) for f in SIGNS if answers.get(f) in ("yes", "unsure")]
        assert level(answers) >= max(told, default=0), answers


def test_stretches_are_never_allowed_where_they_are_forbidden():
    forbidden = TABLE["stretches"]["no_with"]
    for answers in RANDOM:
        if level(answers) >= TIERS.index("URGENT") or any(
            answers.get(f) in ("yes", "unsure") for f in forbidden
        ):
            assert assess(answers)["stretches"] == "no", answers


@pytest.mark.parametrize("age", ["over_55", "over_75"])
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_age_alone_is_cared_for_at_home(age, answer):
    assert assess({age: answer})["tier"] == "SELF_CARE"
    everything_else = dict.fromkeys((f for f in FINDINGS if f not in ("over_55", "over_75")), "no")
    found = assess({**everything_else, age: answer})
    assert (found["tier"], found["stretches"]) == ("SELF_CARE", "yes")


@pytest.mark.parametrize(
    "alone", ["blood_thinners", "weak_immunity", "sudden_severe", "upper_back"]
)
def test_these_have_no_tier_of_their_own(alone):
    assert assess({alone: "yes"})["tier"] == "SELF_CARE"


def test_every_verdict_names_the_version_of_the_rule():
    assert {assess(answers)["version"] for answers in RANDOM[:100]} == {VERSION} == {"2026.12"}
