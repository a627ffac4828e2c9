"""The one way to a stretch: the questions of the gate, then the rule; and what is said to a no."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.clinical.stretching import NEVER_WITH, permission
from spasm_guide.conversation.checking.questions import gate
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Step, ask, go, line


def stretches(
    session: Session, *before: Line, stretch: str | None = None, place: object = None
) -> Step:
    """The gate, then the rule, then the routine."""
    if session.locked or permission(session.answers) == "no":
        return refuse(session, *before)
    session = replace(session, offered=(*session.offered, "stretches"))
    wanted = f"stretch:{stretch or ''}"
    if gate(session) and permission(session.answers) == "gate":
        opening = () if session.goal == "gate" else (line("screen/gate:opening"),)
        return go(session, "check", *before, *opening, goal="gate", wish=wanted)
    if permission(session.answers) == "ask_first" and "provider" not in session.offered:
        return ask(replace(session, wish=wanted), "confirm:provider", *before)
    return go(session, "stretch", *before, stretch=stretch, place=place)


def refuse(session: Session, *before: Line) -> Step:
    """Why not, and what is allowed instead."""
    session = replace(session, routine=None)
    urgent = session.locked or level(triage(session.answers).tier) >= level("URGENT")
    told = (f for f in NEVER_WITH if session.answers.get(f) in ("yes", "unsure"))
    reason = "urgent" if urgent else next(told, "urgent")
    return go(session, "next_offer", *before, line(f"stretch/refuse:{reason}"))


def allowed(session: Session) -> bool:
    return not session.locked and permission(session.answers) in ("yes", "ask_first")


DOORS: Final = {"stretches": stretches}
