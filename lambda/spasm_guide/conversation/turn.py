"""How a handler puts its answer together: the new session and what is said."""

from dataclasses import replace
from typing import Any

from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session

Turn = tuple[Session, Reply]


def line(name: str, **data: Any) -> Line:
    return Line(name, data)


def prompt(asking: str, block: str = "ask", **data: Any) -> Line:
    """The line that puts a question: `sign:weakness` is asked by sign/weakness."""
    state, _, thing = asking.partition(":")
    return Line(f"{state}/{thing or state}:{block}", data)


def ask(session: Session, asking: str, *before: Line, question: Line | None = None) -> Turn:
    """Say what comes before, then put the question and listen."""
    question = question or prompt(asking)
    again = prompt(asking, "again", **question.data)
    return _turn(replace(session, asking=asking), (*before, question), again)


def end(session: Session, *lines: Line, card: Line | None = None) -> Turn:
    """Say the last words and close the session."""
    session, reply = _turn(replace(session, asking=None), lines, None)
    return session, replace(reply, card=card)


def again(session: Session, *before: Line) -> Turn:
    """Put the open question once more, after an aside; at the menu where none is open."""
    asking = session.asking or "menu"
    put = session.said[-1] if session.said else None
    question = Line(put[0], put[1]) if put and session.asking else prompt(asking)
    return ask(session, asking, *before, question=question)


def with_card(turn: Turn, card: Line) -> Turn:
    return turn[0], replace(turn[1], card=card)


def state_of(asking: str | None) -> str:
    """The state that a question belongs to; nothing open is the menu."""
    return (asking or "menu").partition(":")[0]


def _turn(session: Session, lines: tuple[Line, ...], reprompt: Line | None) -> Turn:
    said = tuple((each.name, each.data) for each in lines)
    return replace(session, said=said), Reply(lines=lines, reprompt=reprompt)
