"""How a handler puts its step together: what is said, or through which door to go on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.kept import Spot
from spasm_guide.conversation.reply import Line, Reply, Task
from spasm_guide.conversation.session import Session

Answered = tuple[Session, Reply]


class Go(NamedTuple):
    """Where to go next: table.py opens the door by its name (wiring.py) and follows."""

    door: str
    session: Session
    before: tuple[Line, ...] = ()
    """Said before whatever is said there."""
    data: Mapping[str, Any] = MappingProxyType({})
    card: Line | None = None


Step = Answered | Go
Handler = Callable[[Session, Heard], Step]
Handlers = Mapping[str, Handler]
"""By meaning; `OTHERWISE` for what neither these nor the handlers for anywhere know."""
OTHERWISE: Final = "otherwise"
LEADING: Final = ("screen/screen:noted",)
"""What only leads up to a question: left out where the person wants it brief."""
WHOLE: Final = ("ask", "again")
"""Blocks that put a whole question; but for stretches, short as they are, each has a `short`."""


ABOUT_A_VERDICT: Final = ("confirm:change", "confirm:correction", "confirm:provider")


def go(session: Session, door: str, *before: Line, **data: Any) -> Go:
    return Go(door, session, before, data)


def line(name: str, **data: Any) -> Line:
    return Line(name, data)


def prompt(asking: str, block: str = "ask", **data: Any) -> Line:
    """The line that puts a question: `sign:weakness` is asked by sign/weakness."""
    state, _, thing = asking.partition(":")
    return Line(f"{state}/{thing or state}:{block}", data)


def ask(session: Session, asking: str, *before: Line, question: Line | None = None) -> Answered:
    """Say what comes before, then put the question and listen; of the check in brief, in short."""
    question = question or prompt(asking)
    again = prompt(asking, "again", **question.data)
    if session.brief and state_of(asking) in ("screen", "sign"):
        before = tuple(each for each in before if each.name not in LEADING)
        question = in_short(question)
    return _answer(replace(session, asking=asking), (*before, question), again)


def end(session: Session, *lines: Line, card: Line | None = None) -> Answered:
    """Say the last words and close the session."""
    session, reply = _answer(replace(session, asking=None), lines, None)
    return session, replace(reply, card=card)


def again(session: Session, *before: Line) -> Answered:
    """Put the open question once more, after an aside; at the menu where none is open."""
    asking = session.asking or "menu"
    put = session.said[-1] if session.said and session.asking else prompt(asking)
    return ask(session, asking, *before, question=put)


def briefly(session: Session, *before: Line) -> Answered:
    """The open question once more, in few words, after something of the person's own."""
    asking = session.asking or "menu"
    put = session.said[-1] if session.said and session.asking else prompt(asking)
    short = put if state_of(asking) == "stretch" else in_short(put)
    return ask(session, asking, *before, question=short)


def in_short(question: Line) -> Line:
    path, _, block = question.name.partition(":")
    return Line(f"{path}:short", question.data) if block in WHOLE else question


def shortly(step: Step) -> Step:
    """Its question in few words, after much that was said before it."""
    if isinstance(step, Go) or not step[0].asking:
        return step
    *before, question = step[1].lines
    return _answer(step[0], (*before, in_short(question)), step[1].reprompt)


def reworded(session: Session, *before: Line) -> Answered:
    """The open question in other words, with what can be said to it."""
    asking = session.asking or "menu"
    data = session.said[-1].data if session.said and session.asking else {}
    return ask(session, asking, *before, question=prompt(asking, "again", **data))


def whatever(handler: Handler, /, *but: str, **others: Handler) -> Handlers:
    """One handler for all that is not listed, where hardly anything means what it means elsewhere;
    `but` is left to the handlers for anywhere."""
    return {meaning: others.get(meaning, handler) for meaning in MEANINGS if meaning not in but}


def do(session: Session, name: str, *before: Line, **data: Any) -> Answered:
    """Have something done outside; what is said next depends on its outcome."""
    return session, Reply(lines=before, task=Task(name, data))


def with_card(step: Step, card: Line) -> Step:
    if isinstance(step, Go):
        return step._replace(card=card)
    return step[0], replace(step[1], card=card)


def state_of(asking: str | None) -> str:
    """The state that a question belongs to; nothing open is the menu."""
    return (asking or "menu").partition(":")[0]


def topic(session: Session) -> str:
    """What the open question is about: `weakness` of `sign:weakness`."""
    return (session.asking or "").partition(":")[2]


def spot(heard: Heard) -> Spot | None:
    """Where to stretch, if these words name a place."""
    place = heard.details.get("place")
    known = isinstance(place, str) and place in PLACES
    return Spot(place, bool(heard.details.get("there"))) if known else None  # type: ignore[arg-type]


def wanted(heard: Heard) -> str | None:
    """The stretch or routine asked for: by name, else by the minutes there are; 0: the shortest."""
    minutes = heard.details.get("minutes")
    if heard.details.get("shorter"):
        minutes = 0
    return heard.stretch or (f"{minutes}" if isinstance(minutes, int) else None)


def checking(session: Session) -> bool:
    return state_of(session.asking) in ("screen", "sign", "confirm")


def answering(session: Session) -> bool:
    """A question of the check is open, not one about a verdict that was spoken."""
    return checking(session) and session.asking not in ABOUT_A_VERDICT


def _answer(session: Session, lines: tuple[Line, ...], reprompt: Line | None) -> Answered:
    session = replace(session, said=lines, sounding=False)
    return session, Reply(lines=lines, reprompt=reprompt)
