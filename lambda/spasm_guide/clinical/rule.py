"""How soon to seek care: one function over the table of rules (rule_table.py)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from spasm_guide.clinical.findings import FINDINGS, IMPLIES, RED_FLAGS, TIERS, Answer, Tier
from spasm_guide.clinical.rule_table import RULES, Clause, Rule

VERSION: Final = "2026.12"
"""Of the rule and the facts in content/: named by every verdict."""


class Verdict(NamedTuple):
    tier: Tier
    rule: str
    reasons: tuple[str, ...]
    """The findings that led to it, in the order of the rule."""
    version: str = VERSION


def closed(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers with what they imply; nothing is ever lowered."""
    out = dict(answers)
    for cause, effect in IMPLIES.items():
        if counts(cause, answers):
            out[effect] = "yes"
    return out


def counts(finding: str, answers: Mapping[str, Answer]) -> bool:
    """Whether a finding is taken as present: yes, or unsure unless it is a red flag."""
    answer = answers.get(finding)
    return answer == "yes" or (answer == "unsure" and finding not in RED_FLAGS)


def decide(answers: Mapping[str, Answer]) -> Verdict:
    """How soon to seek care. Raise ValueError for a finding or an answer that does not exist."""
    check(answers)
    return next(_applying(closed(answers)))


def triage(answers: Mapping[str, Answer]) -> Verdict:
    """The verdict as a conversation speaks it: doubts that only together would be an emergency
    are urgent, because the person was asked twice and told nothing (docs/adr/doubt-alone.md).
    """
    check(answers)
    verdicts = list(_applying(closed(answers)))
    sure = next(v for v in verdicts if not _doubt_alone(v, answers))
    if sure.tier == "EMERGENCY" or sure is verdicts[0]:
        return sure
    return verdicts[0]._replace(tier="URGENT")


def behind(verdict: Verdict, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """All that was told which leads to this verdict's tier, worst first, for the person to hear.

    Worse is what stands in a more serious rule; for what only follows, what was told is named.
    """
    causes = {effect: cause for cause, effect in IMPLIES.items() if counts(cause, answers)}
    met = _applying(closed(answers))
    found = [f for v in met if v.tier == verdict.tier or v.rule == verdict.rule for f in v.reasons]
    return tuple(sorted(dict.fromkeys(causes.get(f, f) for f in found), key=_danger))


def _danger(finding: str) -> int:
    return next(n for n, rule in enumerate(RULES) if any(finding in each for each in rule.when))


def _applying(known: Mapping[str, Answer]) -> Iterator[Verdict]:
    """What each rule that applies would decide, most serious first; the last one always does."""
    for rule in RULES:
        met = [_met(rule, clause, known) for clause in rule.when]
        if all(met):
            reasons = tuple(dict.fromkeys(f for m in met for f in m))
            yield Verdict(rule.tier, rule.id, reasons)


def _doubt_alone(verdict: Verdict, answers: Mapping[str, Answer]) -> bool:
    several = len(verdict.reasons) > 1
    doubted = all(answers.get(f) == "unsure" for f in verdict.reasons)
    return verdict.tier == "EMERGENCY" and several and doubted


def can_raise(findings: Iterable[str], answers: Mapping[str, Answer]) -> bool:
    """Whether a yes to some of these could still lead to a higher tier than `answers` do.

    What is not yet known may turn out either way; only what was denied is out of the question.
    """
    known = closed(answers)
    asked = set(findings)
    asked |= {IMPLIES[f] for f in asked if f in IMPLIES}
    now = TIERS.index(decide(answers).tier)
    return any(
        TIERS.index(rule.tier) > now
        and any(asked.intersection(clause) for clause in rule.when)
        and all(any(known.get(f) != "no" or f in asked for f in clause) for clause in rule.when)
        for rule in RULES
    )


def check(answers: Mapping[str, Answer]) -> None:
    for finding, answer in answers.items():
        if finding not in FINDINGS:
            raise ValueError(f"no such finding: {finding!r}")
        if answer not in ("yes", "no", "unsure"):
            raise ValueError(f"{finding}: an answer is yes, no or unsure, not {answer!r}")


def _met(rule: Rule, clause: Clause, answers: Mapping[str, Answer]) -> list[str]:
    if rule.if_unsure:
        return [f for f in clause if answers.get(f) == "unsure"]
    return [f for f in clause if counts(f, answers)]
