"""Ordinary callers by a written mix of prevalences: where each version of the rule sends them."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from interaction_model.evaluation.figures import table
from spasm_guide.clinical.findings import TIERS
from spasm_guide.clinical.rule import decide

HERE: Final = Path(__file__).parent
CALLERS: Final = 20_000
SEED: Final = 2026
LEVELS: Final = ("low", "central", "high")


def callers(level: str) -> Iterator[set[str]]:
    """What each of them would tell. Hurrying is asked about from fifty-five on."""
    chance, mix = random.Random(SEED), _load("ordinary")["prevalence"]
    for _ in range(CALLERS):
        told = {finding for finding, row in mix.items() if chance.random() < row[level]}
        yield told if told & {"over_55", "over_75"} else told - {"effort_pain"}


def first(told: set[str], rule: Mapping[str, Any]) -> str:
    """Version 1 of the rule, as it stood; none of its clauses knows a finding of version 2."""
    told = told | {effect for cause, effect in rule["implies"] if cause in told}
    tiers = (tier for _, tier, when in rule["rules"] if all(told & set(clause) for clause in when))
    return next(tiers, TIERS[0])


def second(told: set[str]) -> str:
    return decide(dict.fromkeys(told, "yes")).tier


def mixed() -> str:
    rule = _load("first_rule")
    counted: dict[str, tuple[Counter[str], ...]] = {}
    for level in LEVELS:
        told = list(callers(level))
        counted[level] = Counter(first(each, rule) for each in told), Counter(map(second, told))
    rows = [
        (tier, *(_shares(counted, version, tier) for version in (0, 1))) for tier in reversed(TIERS)
    ]
    return table(("tier", "version 1: low, central, high", "version 2"), rows)


def sources() -> str:
    mix = _load("ordinary")
    known = mix["prevalence"].items()
    rows = [(finding, *(row[level] for level in LEVELS), row["source"]) for finding, row in known]
    return "\n\n".join((mix["what"], table(("finding", *LEVELS, "source"), rows)))


def _shares(counted: Mapping[str, tuple[Counter[str], ...]], version: int, tier: str) -> str:
    return ", ".join(f"{100 * counted[level][version][tier] / CALLERS:.1f}%" for level in LEVELS)


def _load(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
