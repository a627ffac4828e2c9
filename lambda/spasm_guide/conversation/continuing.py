"""On from where the last visit stopped: read only when asked for, and through the gate as ever."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.detour import do
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.routine import KEPT, Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, ask, line

PACES: Final = range(-2, 3)


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
