"""The lines of a verdict: how soon, why, one next step, and when not to wait for it."""

from typing import Any, Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import Verdict, closed, counts
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
WHOM: Final = {
    "SOON": (
        ("under_18", "next_child"),
        ("pregnancy", "next_pregnancy"),
        ("recent_spine_procedure", "next_procedure"),
    ),
    "URGENT": (("pregnancy", "next_pregnancy"), ("recent_spine_procedure", "next_procedure")),
    "EMERGENCY": (
        ("serious_accident", "keep_still"),
        ("after_injury", "keep_still"),
        ("pregnancy_danger", "maternity"),
        ("recent_spine_procedure", "procedure"),
        ("blood_thinners", "thinners"),
    ),
}
"""What somebody with a condition is told to do, the first that was told; an injured back is kept
still, whatever made it an emergency."""


def advice(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """The lines of a tier below EMERGENCY. A milder sign's advice gives way to an urgent one."""
    name = reached.tier.lower()
    lines = [line(f"verdict/{name}:tier"), *why(session)]
    lines.append(line(f"verdict/{name}:{whom(session, reached, 'next')}"))
    sign = strongest(session)
    if sign and (reached.tier == "SOON" or sign in AT_ONCE):
        lines.append(line(f"sign/{sign}:action"))
    lines.append(line(f"verdict/{name}:safety_net"))
    return tuple(lines)


def why(session: Session) -> tuple[Line, ...]:
    """The reasons of the verdict that was spoken; none where nothing was told."""
    told = reasons(session)
    return (line("verdict/reasons:say", **told),) if told["reasons"] else ()


def reasons(session: Session) -> dict[str, Any]:
    """Worst first, each with what is known of it; one yes to several things is one reason."""
    facts, said = session.facts, dict[str, str]()
    for finding in session.reasons:
        item = facts[finding].item if finding in facts else ""
        said.setdefault(item if ":" in item else finding, finding)
    names = list(said.values())
    known = {name: facts[name] for name in names if name in facts}
    doubts = [f for f in names if session.answers.get(f) == "unsure" and f not in known]
    return {"reasons": names, "unsure": doubts, "facts": {n: _fact(f) for n, f in known.items()}}


def _fact(fact: Any) -> dict[str, Any]:
    known = {"item": fact.item, "words": fact.words}
    ago = {"ago": {"n": fact.n, "unit": fact.unit}} if fact.n else {}
    return {**{name: each for name, each in known.items() if each}, **ago}


def whom(session: Session, reached: Verdict, otherwise: str) -> str:
    """The block that says what to do, and whom to call."""
    known = closed(session.answers)
    told = WHOM.get(reached.tier, ())
    return next((block for finding, block in told if known.get(finding) == "yes"), otherwise)


def card(session: Session) -> Line:
    return line("card/verdict", tier=session.tier)


def strongest(session: Session) -> str | None:
    known = closed(session.answers)
    return next((s for s in STRONGEST if s in SIGNS and counts(s, known)), None)


def alarm(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """Number first, then why, then what to do until help comes, and how to reach it."""
    return (
        line("verdict/emergency:call"),
        line("verdict/emergency:why", **reasons(session)),
        line(f"verdict/emergency:{whom(session, reached, 'do_not_drive')}"),
        line("verdict/emergency:phone"),
    )
