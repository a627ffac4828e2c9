"""Which answer of a topic fits: the most cautious one, by tier, then by what was told."""

from collections.abc import Iterator, Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer, Tier, level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.answers import CONDITIONS, Topic
from spasm_guide.conversation.session import Session

FIRST_THINGS: Final = "emergency"
"""Where a topic says nothing for an emergency of its own."""


def tier_of(session: Session) -> Tier | None:
    """The higher of what was spoken and what the answers mean so far; None: nothing is known."""
    if session.asking == "help_reached":
        return "EMERGENCY"
    told = triage(session.answers).tier
    if level(told) > max(level(session.tier), level("SELF_CARE")):
        return told
    return session.tier


def block(topic: Topic, session: Session) -> str | None:
    """None: an emergency, of which this topic knows nothing of its own."""
    tier = tier_of(session)
    wanted = candidates(tier, tier == session.tier, conditions(session.answers))
    found = next((name for name in wanted if name in topic.blocks), None)
    if tier == FIRST_THINGS.upper() and topic.advises and not (found or "").startswith("emergency"):
        return None
    return found


def candidates(tier: Tier | None, spoken: bool, told: tuple[str, ...]) -> Iterator[str]:
    """Names of blocks, the most cautious first: a grave tier, what was told, a milder tier."""
    name = (tier or "none").lower()
    by_tier = [*(f"{name}_{what}" for what in told), *([] if spoken else [f"{name}_so_far"]), name]
    by_condition = [*(f"soon_{what}" for what in told), *told]
    grave = level(tier) >= level("URGENT")
    yield from (*by_tier, *by_condition) if grave else (*by_condition, *by_tier)
    yield from ("soon", "any", "none") if grave else ("any", "soon", "none")


def conditions(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """A doubt counts: an answer too cautious does no harm."""
    return tuple(
        name
        for name, findings in CONDITIONS.items()
        if any(answers.get(finding) in ("yes", "unsure") for finding in findings)
    )
