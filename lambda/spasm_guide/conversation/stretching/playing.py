"""How a stretch is answered: the words with their pauses, then one short question."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.turn import Answered, line

HINT_AFTER: Final = 0
"""The stretch after which *keep going* is explained."""

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
    lead = list(before)
    if now.beat:
        lead.append(line("stretch/stretch:going_on"))
        beat = routine.beats(now, now.index, session.pace)[now.beat]
        if beat.held and beat.back:
            side = {"side": beat.side} if beat.side else {}
            lead += [Line(f"stretch/{beat.back}", side), routine.gap(SETTLE)]
    now = replace(now, state="playing", lead=routine.saying(lead, session.pace))
    cues = routine.part(now, session.pace)
    end = routine.after(now, cues, session.pace)
    return _reply(session, now, _question(end), *lead, *routine.spoken(cues))


def held(session: Session, now: Routine, *before: Line) -> Answered:
    """Stay at this place, with a question that leads back to it."""
    if now.state == "new" and now.place:
        return _reply(session, now, "ready", *before)
    if now.state == "new":
        return offer(session, now, now.offered or routine.EASIEST, *before)
    return _reply(session, now, _question(now), *before)


def offer(session: Session, now: Routine, place: str, *before: Line) -> Answered:
    """Ask whether it may be there."""
    return _reply(session, replace(now, offered=place), place, *before)


def _question(now: Routine) -> str:
    if now.goes_on:
        return "rest"
    if now.last:
        return "last"
    return "next_hint" if now.index == HINT_AFTER and not now.by_itself else "next"


def _reply(session: Session, now: Routine, question: str, *lines: Line) -> Answered:
    """Only the question is remembered as said: a stretch is played anew from its place."""
    name = "place" if now.state == "new" else now.name
    asked = line(f"stretch/ask:{question}")
    once_more = line(f"stretch/ask:{question.removesuffix('_hint')}_again")
    session = replace(
        session,
        asking=f"stretch:{name}",
        said=(asked,),
        routine=now,
        sounding=now.state == "playing",
    )
    return session, Reply(lines=(*lines, asked), reprompt=once_more)
