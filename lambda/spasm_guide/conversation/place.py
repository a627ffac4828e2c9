"""Where the stretches stand, from one visit to the next: kept with a yes, read when asked for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.detour import do
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.playing import where
from spasm_guide.conversation.reply import Line, Task
from spasm_guide.conversation.routine import KEPT, Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, ask, line

PACES: Final = range(-2, 3)


def keeping(handler: Callable[[Session, Heard], Turn]) -> Callable[[Session, Heard], Turn]:
    """Remember the place with an answer that may be the last one of this visit."""

    def handle(session: Session, heard: Heard) -> Turn:
        now = where(session, heard)
        after, reply = handler(session, heard)
        if now is None or not now.place or now.state == "new" or reply.task:
            return after, reply
        place = {"routine": now.kept(), "pace": session.pace}
        return after, replace(reply, task=Task("keep_place", {"place": place}, silent=True))

    return handle


def on_continue(session: Session, heard: Heard) -> Turn:
    return do(session, "read_place")


def on_read(session: Session, outcome: Mapping[str, Any]) -> Turn:
    match outcome["status"]:
        case "done":
            return take_up(session, outcome.get("place"))
        case "ask":
            return ask(session, "consent:place")
        case "off":
            return from_the_start(session, line("consent/place:off"))
    return from_the_start(session, line("consent/place:unavailable"))


def take_up(session: Session, place: Any) -> Turn:
    """Through the gate like every stretch; then on from there."""
    place = place if isinstance(place, Mapping) else {}
    routine, pace = place.get("routine"), place.get("pace", 0)
    if not isinstance(routine, Mapping) or Routine.of(routine) is None:
        return from_the_start(session, line("consent/place:none"))
    session = replace(session, routine=routine, pace=pace if pace in PACES else 0)
    return offer.stretches(session, Heard("start_stretch", stretch=KEPT))


def from_the_start(session: Session, *before: Line) -> Turn:
    return offer.stretches(session, Heard("start_stretch"), *before)


OUTCOMES: Final = {"read_place": on_read}
