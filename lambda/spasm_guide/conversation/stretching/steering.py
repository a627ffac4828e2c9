"""Within a running routine: again, back, easier, slower or faster."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.timeline import RATES
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine, Spot
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import held
from spasm_guide.conversation.stretching.starting import EASIEST, carry_on, set_out, start_at
from spasm_guide.conversation.turn import Step, line

SLOWEST: Final = min(RATES)
FASTEST: Final = max(RATES)


def on_repeat(session: Session, now: Routine, heard: Heard) -> Step:
    """The stretch from its start, with all the words."""
    if now.state == "new":
        return held(session, now)
    fresh = tuple(name for name in now.known if name != now.name)
    again_now = replace(now, beat=0, state="held", known=fresh)
    return start_at(session, again_now, line("stretch/stretch:from_the_start"))


def on_previous(session: Session, now: Routine, heard: Heard) -> Step:
    if now.state == "new" or now.index == 0:
        return on_repeat(session, now, heard)
    return start_at(session, routine.goto(now, now.index - 1), line("stretch/stretch:previous"))


def on_start_over(session: Session, now: Routine, heard: Heard) -> Step:
    if now.state == "new":
        return on_repeat(session, now, heard)
    first = replace(now, index=0, beat=0, known=(), by_itself=False, state="held")
    return start_at(session, first, line("stretch/stretch:all_over"))


def on_easier(session: Session, now: Routine, heard: Heard) -> Step:
    """Floor, bed, chair: each is easier than the one before."""
    if now.state == "new":
        return set_out(session, now, Spot(EASIEST))
    easier = PLACES[min(PLACES.index(now.place) + 1, len(PLACES) - 1)]
    if easier == now.place:
        return held(session, now, line("stretch/stretch:gentlest"))
    moved = replace(now, place=easier, beat=0, state="held")
    gentler = line("stretch/stretch:gentler")
    return start_at(session, moved, gentler, line(f"stretch/stretch:{easier}"))


def on_pace(session: Session, now: Routine, heard: Heard) -> Step:
    """The new pace holds for everything from here on."""
    step = -1 if heard.meaning == "slower" else 1
    pace = max(SLOWEST, min(FASTEST, session.pace + step))
    block = "limit" if pace == session.pace else heard.meaning
    return carry_on(replace(session, pace=pace), now, line(f"stretch/stretch:{block}"))
