"""A short way aside from the open question, and back to it."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import counts, triage
from spasm_guide.conversation.kept import WayBack
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Answered, Step, again, ask, end, go, line, state_of

ASIDE: Final = ("diary", "consent")
"""States that lead back to where they were entered from."""


def leave(session: Session) -> Session:
    """Remember the open question; what was told of another matter is forgotten.

    A way aside from a way aside still leads back to the first question.
    """
    session = replace(session, spasm=None, alert=None)
    if state_of(session.asking) in ASIDE:
        return session
    if state_of(session.asking) == "menu":
        return replace(session, way_back=None)
    put = session.said[-1] if session.said else None
    floor = triage(session.answers).tier
    return replace(session, way_back=WayBack(session.asking, put, floor))


def back(session: Session, *before: Line) -> Step:
    """To the question that was open, or goodbye; warning signs told on the way come first."""
    way = session.way_back or WayBack()
    session = replace(session, spasm=None, alert=None, way_back=None, unclear=0)
    if level(triage(session.answers).tier) > max(level(way.floor), level(session.tier), 0):
        return _signs(session, way, *before)
    if not way.asking:
        return end(session, *before)
    said = (way.question,) if way.question else ()
    return again(replace(session, asking=way.asking, said=said), *before)


def defer(session: Session) -> Answered:
    """The check goes first: it is short, and it matters more."""
    return again(session, line("consent/consent:later"))


def _signs(session: Session, way: WayBack, *before: Line) -> Step:
    told = [f for f in session.answers if counts(f, session.answers)]
    if session.tier:
        return go(session, "raised", *before, line("screen/screen:noted", findings=told))
    if told == ["everyday_trigger"] and not way.asking:
        return ask(session, "menu", *before, question=line("diary/diary:check"))
    return go(session, "check", *before, line("diary/diary:signs"))
