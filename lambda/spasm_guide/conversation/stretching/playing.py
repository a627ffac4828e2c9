"""How a stretch is answered: the words with their pauses, then one short question."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.stretching import places
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.turn import Answered, line

SETTLE: Final = 1.5
"""Time to get back into a pose."""

TO_THE_QUESTION: Final = ("yes", "no", "unsure", "next", "back", "repeat", "unclear")
OVER: Final = float("inf")
"""Without a clock, an answer to the question at the end is taken for one."""


def where(session: Session, heard: Heard) -> Routine | None:
    """The routine, with the place that the person has reached."""
    now = routine.known(session.routine)
    if now is None:
        return None
    if now.state == "playing" and not session.sounding:
        return replace(now, state="held")
    unknown = OVER if heard.meaning in TO_THE_QUESTION else 0.0
    return routine.reached(now, session.pace, unknown if heard.elapsed is None else heard.elapsed)


def play(session: Session, now: Routine, *before: Line) -> Answered:
    """On from where it stands, and into the pose again where that is the middle of a hold."""
    lead = [*before, *into(now, session.pace)]
    now = replace(now, state="playing", lead=routine.saying(lead, session.pace))
    cues = routine.part(now, session.pace)
    end = routine.after(now, cues, session.pace)
    return _reply(session, now, _question(end, session.pace), *lead, *routine.spoken(cues))


def into(now: Routine, pace: int) -> tuple[Line, ...]:
    """Back to a place in the middle of a stretch."""
    if not now.beat:
        return ()
    beat = routine.beats(now, now.index, pace)[now.beat]
    going_on = line("stretch/stretch:going_on")
    if not (beat.held and beat.back):
        return (going_on,)
    side = {"side": beat.side} if beat.side else {}
    return going_on, Line(f"stretch/{beat.back}", side), routine.gap(SETTLE)


def held(session: Session, now: Routine, *before: Line) -> Answered:
    """Stay at this place, with a question that leads back to it."""
    if now.state == "new":
        return where_to(session, now, *before)
    return _reply(session, now, _question(now, session.pace), *before)


def where_to(session: Session, now: Routine, *before: Line) -> Answered:
    floor = "floor" in places(session.answers)
    asked = ("place:ask", "place:again") if floor else ("place:easy", "place:easy_again")
    return _asking(session, replace(now, place=""), "place", asked, *before)


def _question(now: Routine, pace: int) -> str:
    if now.goes_on:
        return "rest"
    if now.last:
        return "last"
    ahead = routine.goto(now, now.index + 1)
    lead = routine.saying([line("stretch/stretch:by_itself")], pace)
    first = now.index == 0 and not now.by_itself
    return "next_hint" if first and routine.in_a_row(ahead, pace, lead) > 1 else "next"


def _reply(session: Session, now: Routine, question: str, *lines: Line) -> Answered:
    again = f"ask:{question.removesuffix('_hint')}_again"
    return _asking(session, now, now.name, (f"ask:{question}", again), *lines)


def _asking(
    session: Session, now: Routine, name: str, blocks: tuple[str, str], *lines: Line
) -> Answered:
    """Only the question is remembered as said: a stretch is played anew from its place."""
    asked, once_more = (line(f"stretch/{block}") for block in blocks)
    session = replace(
        session,
        asking=f"stretch:{name}",
        said=(asked,),
        routine=now,
        sounding=now.state == "playing",
    )
    return session, Reply(lines=(*lines, asked), reprompt=once_more)
