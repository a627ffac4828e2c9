"""The lines of a verdict: how soon, why, one next step, and when not to wait for it."""

from typing import Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import Verdict, closed, counts, triage
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line

STRONGEST: Final = (
    "weakness",
    "after_injury",
    "numbness_tingling",
    "radiating",
    "persistent",
    "interferes_daily_life",
    "everyday_trigger",
    "morning_stiffness",
)
"""Whose advice of the article is spoken, where several signs were told."""
AT_ONCE: Final = ("weakness", "after_injury")
"""Signs whose advice is as urgent as an urgent verdict."""


def advice(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """The lines of a tier below EMERGENCY. A milder sign's advice gives way to an urgent one."""
    name = reached.tier.lower()
    lines = [line(f"verdict/{name}:tier")]
    if reached.reasons:
        unsure = [f for f in reached.reasons if session.answers.get(f) == "unsure"]
        lines.append(line("verdict/reasons:say", reasons=list(reached.reasons), unsure=unsure))
    lines.append(line(f"verdict/{name}:next"))
    sign = strongest(session)
    if sign and (reached.tier == "SOON" or sign in AT_ONCE):
        lines.append(line(f"sign/{sign}:action"))
    lines.append(line(f"verdict/{name}:safety_net"))
    return tuple(lines)


def card(session: Session) -> Line:
    return line("card/verdict", tier=session.tier)


def strongest(session: Session) -> str | None:
    known = closed(session.answers)
    return next((s for s in STRONGEST if s in SIGNS and counts(s, known)), None)


def alarm(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """Number first, then why, then what to do until help comes, and how to reach it."""
    return (
        line("verdict/emergency:call"),
        line("verdict/emergency:why", reasons=list(reached.reasons)),
        line(f"verdict/emergency:{_care(session, reached)}"),
        line("verdict/emergency:phone"),
    )


def _care(session: Session, reached: Verdict) -> str:
    """An injured back is kept still, whatever made it an emergency; others do not drive."""
    told = {finding for finding, answer in session.answers.items() if answer == "yes"}
    if {"serious_accident", "after_injury"} & (told | set(reached.reasons)):
        return "keep_still"
    return "maternity" if "pregnancy_danger" in reached.reasons else "do_not_drive"


def in_short(session: Session) -> tuple[Line, ...]:
    """One line for somebody who leaves before the verdict, where a sign or flag was told."""
    tier = triage(session.answers).tier
    if session.tier or tier == "SELF_CARE":
        return ()
    return (line(f"verdict/{tier.lower()}:in_short"),)
