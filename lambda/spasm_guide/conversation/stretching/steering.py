"""Within a running routine: again, back, easier, slower or faster, how long."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.timeline import RATES
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import held
from spasm_guide.conversation.stretching.starting import start_at
from spasm_guide.conversation.turn import Step, line

SLOWEST: Final = min(RATES)
FASTEST: Final = max(RATES)


def on_repeat(session: Session, now: Routine, heard: Heard) -> Step:
    """The stretch from its start, with all the words."""
    if now.state == "new":
        return held(session, now, line("stretch/stretch:rules"))
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
    place = now.place or "bed"
    easier = PLACES[min(PLACES.index(place) + 1, len(PLACES) - 1)]
    if easier == now.place:
        return held(session, now, line("stretch/stretch:gentlest"))
    moved = replace(now, place=easier, beat=0, state="held")
    return start_at(session, moved, line(f"stretch/stretch:{easier}"))


def on_pace(session: Session, now: Routine, heard: Heard) -> Step:
    """The new pace holds for everything from here on."""
    step = -1 if heard.meaning == "slower" else 1
    pace = max(SLOWEST, min(FASTEST, session.pace + step))
    block = "limit" if pace == session.pace else heard.meaning
    session, said = replace(session, pace=pace), line(f"stretch/stretch:{block}")
    return start_at(session, now, said) if now.goes_on else held(session, now, said)


def on_how_long(session: Session, now: Routine, heard: Heard) -> Step:
    """Told in the middle of a stretch, it goes on by itself."""
    left = []
    if now.goes_on:
        ahead = routine.beats(now, now.index, session.pace)[now.beat :]
        seconds = round(sum(beat.length for beat in ahead) / 5 + 0.5) * 5
        left.append(line("stretch/stretch:left_here", seconds=seconds))
    if not now.last:
        left.append(line("stretch/stretch:left_after", n=len(now.names) - now.index - 1))
    return start_at(session, now, *left) if now.goes_on else held(session, now, *left)
