"""Guided stretches: the next one, another place, a pause and on from there, a question aside."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine, Spot
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import book, routine, standing, steering
from spasm_guide.conversation.stretching.bookmark import keeping, pause
from spasm_guide.conversation.stretching.gate import allowed, refuse, stretches
from spasm_guide.conversation.stretching.playing import held, where
from spasm_guide.conversation.stretching.starting import EASIEST, move, set_out, start_at
from spasm_guide.conversation.turn import (
    OTHERWISE,
    Answered,
    Handler,
    Handlers,
    Step,
    again,
    ask,
    end,
    go,
    line,
    spot,
    wanted,
)


def on(handler: Callable[[Session, Routine, Heard], Step]) -> Handler:
    """Gives a handler the routine, with the place the person has reached."""

    def handle(session: Session, heard: Heard) -> Step:
        now = where(session, heard)
        if now is None:
            return wished(replace(session, asking=None, routine=None), heard)
        return handler(session, now, heard)

    return handle


def placed(handler: Handler) -> Handler:
    """A place named beside whatever was meant: there it goes."""

    def handle(session: Session, heard: Heard) -> Step:
        there, now = spot(heard), where(session, heard)
        if there and now and allowed(session):
            return move(session, now, there)
        return handler(session, heard)

    return handle


def on_next(session: Session, now: Routine, heard: Heard) -> Step:
    if heard.details.get("previous"):
        return steering.on_previous(session, now, heard)
    if now.state == "new":
        return set_out(session, now, Spot(EASIEST))
    if now.state == "halfway":
        return start_at(session, now)
    if now.last:
        return finish(session, now)
    return start_at(session, routine.goto(now, now.index + 1))


def on_yes(session: Session, now: Routine, heard: Heard) -> Step:
    """To the question put: start, go on, the next one; after the last, something else."""
    if now.state == "new":
        return set_out(session, now, Spot(EASIEST))
    if now.goes_on:
        return start_at(session, now)
    if now.last:
        return ask(replace(session, routine=None), "menu")
    return on_next(session, now, heard)


def on_no(session: Session, now: Routine, heard: Heard) -> Step:
    return finish(session, now)


def on_unsure(session: Session, now: Routine, heard: Heard) -> Step:
    return set_out(session, now, Spot(EASIEST)) if now.state == "new" else held(session, now)


def on_resume(session: Session, now: Routine, heard: Heard) -> Step:
    """On from the same second; where nothing is left to resume, several in a row."""
    if now.state == "new":
        return on_yes(session, replace(now, by_itself=True), heard)
    if now.state != "done" or now.last:
        return on_yes(session, now, heard)
    ahead, several = routine.goto(now, now.index + 1), line("stretch/stretch:by_itself")
    lead = routine.saying([several], session.pace)
    if routine.in_a_row(ahead, session.pace, lead) < 2:
        return start_at(session, ahead)
    return start_at(session, replace(ahead, by_itself=True), several)


def on_explain(session: Session, now: Routine, heard: Heard) -> Step:
    return held(session, now, line(f"stretch/{now.name}:why"))


def on_too_painful(session: Session, heard: Heard) -> Step:
    return go(session, "hurt", heard=heard)


def on_stop(session: Session, now: Routine, heard: Heard) -> Step:
    return finish(session, now)


def finish(session: Session, now: Routine) -> Answered:
    """A kind end, wherever it stands; from the floor it tells how to get up."""
    words = {"new": "another_time", "held": "stopped", "halfway": "stopped"}.get(
        now.state, "finished"
    )
    lines = [line(f"stretch/stretch:{words}")]
    if now.place == "floor" and now.state != "new":
        lines.append(line("stretch/stretch:get_up"))
    return end(replace(session, routine=None), *lines)


def on_help(session: Session, now: Routine, heard: Heard) -> Step:
    return held(session, now, line("stretch/stretch:help"))


def wished(session: Session, heard: Heard) -> Step:
    return stretches(session, stretch=wanted(heard))


def on_start_stretch(session: Session, heard: Heard) -> Step:
    """Another routine, or only another place or length for this one."""
    now = where(session, heard)
    if heard.details.get("other") and now and now.state != "new":
        return on_next(session, now, heard)
    if heard.details.get("shorter"):
        least = book.by_minutes(0 if not now or now.minutes <= 5 else 5)
        return stretches(replace(session, asking=None), stretch=least)
    if now and spot(heard) and not wanted(heard):
        return placed(wished)(session, heard)
    return wished(replace(session, asking=None), heard)


def on_out_of_scope(session: Session, now: Routine, heard: Heard) -> Step:
    return held(session, now, line("anywhere/out_of_scope:say"))


def aside(handler: Handler) -> Handler:
    """Something else asked in the middle: the place is kept, and then the way back offered."""

    def handle(session: Session, heard: Heard) -> Step:
        now = where(session, heard)
        if now is None:
            return handler(replace(session, asking="menu", said=()), heard)
        return handler(held(session, now)[0], heard)

    return handle


def on_report(session: Session, heard: Heard) -> Step:
    """Praise goes on; something felt that changes nothing, else it had been dealt with."""
    if not allowed(session):
        return refuse(session, *noted(session, heard))
    if heard.details.get("praise") and not heard.answers:
        return on(on_yes)(session, heard)
    return aside(lambda at, told: again(at, *noted(at, told)))(session, heard)


def on_correct(session: Session, heard: Heard) -> Step:
    if not session.tier:
        return on_report(session, heard)
    return aside(lambda at, told: go(at, "change", answers=told.answers))(session, heard)


def otherwise(session: Session, heard: Heard) -> Step:
    """Not understood where to stretch, twice: the easiest place."""
    now = where(session, heard)
    if now and now.state == "new" and session.unclear:
        return set_out(session, now, Spot(EASIEST))
    return aside(lambda at, told: go(at, "not_understood"))(session, heard)


ON: Final[Handlers] = {
    "yes": placed(on(on_yes)),
    "no": placed(on(on_no)),
    "unsure": placed(on(on_unsure)),
    "next": placed(on(on_next)),
    "back": placed(on(steering.on_previous)),
    "repeat": placed(on(steering.on_repeat)),
    "pause": on(pause),
    "resume": placed(on(on_resume)),
    "start_over": placed(on(steering.on_start_over)),
    "easier": placed(on(steering.on_easier)),
    "slower": on(steering.on_pace),
    "faster": on(steering.on_pace),
    "how_long": on(standing.on_how_long),
    "explain": on(on_explain),
    "help": on(on_help),
    "out_of_scope": placed(on(on_out_of_scope)),
    "too_painful": on_too_painful,
    "stop": keeping(on(on_stop)),
    "start_stretch": on_start_stretch,
    "report": placed(on_report),
    "correct": placed(on_correct),
    "unclear": placed(otherwise),
    OTHERWISE: placed(otherwise),
}
