"""Guided stretches: the next one, again, easier, slower, a pause and on from there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from spasm_guide.conversation.checking.advice import in_short
from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine, steering
from spasm_guide.conversation.stretching.bookmark import keeping
from spasm_guide.conversation.stretching.gate import allowed, refuse, stretches
from spasm_guide.conversation.stretching.playing import held, where
from spasm_guide.conversation.stretching.starting import place_of, set_out, start_at
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
)


def on(handler: Callable[[Session, Routine, Heard], Step]) -> Handler:
    """Gives a handler the routine, with the place the person has reached."""

    def handle(session: Session, heard: Heard) -> Step:
        now = where(session, heard)
        if now is None:
            return wished(replace(session, asking=None, routine=None), heard)
        return handler(session, now, heard)

    return handle


def on_next(session: Session, now: Routine, heard: Heard) -> Step:
    if heard.details.get("previous"):
        return steering.on_previous(session, now, heard)
    if now.state == "new":
        return set_out(session, now, heard)
    if now.state == "halfway":
        return start_at(session, now)
    if now.last:
        return finish(session, now)
    return start_at(session, routine.goto(now, now.index + 1))


def on_yes(session: Session, now: Routine, heard: Heard) -> Step:
    """To the question put: start, go on, the next one; after the last, something else."""
    if now.state == "new":
        return set_out(session, now, heard)
    if now.goes_on:
        return start_at(session, now)
    if now.last:
        return ask(replace(session, routine=None), "menu")
    return on_next(session, now, heard)


def on_no(session: Session, now: Routine, heard: Heard) -> Step:
    if now.state == "new" and not now.place:
        return set_out(session, now, heard)
    return finish(session, now)


def on_unsure(session: Session, now: Routine, heard: Heard) -> Step:
    if now.state == "new" and not now.place:
        return set_out(session, now, heard)
    return held(session, now)


def on_resume(session: Session, now: Routine, heard: Heard) -> Step:
    """On from the same second; where nothing is left to resume, on without asking."""
    if now.state == "done" and not now.last:
        ahead = replace(routine.goto(now, now.index + 1), by_itself=True)
        return start_at(session, ahead, line("stretch/stretch:by_itself"))
    return on_yes(session, now, heard)


def on_pause(session: Session, now: Routine, heard: Heard) -> Step:
    if now.state != "held":
        return held(session, now, line("stretch/stretch:paused"))
    return held(session, now, line("stretch/stretch:paused_in_pose"))


def on_explain(session: Session, now: Routine, heard: Heard) -> Step:
    return held(session, now, line(f"stretch/{now.name}:why"))


def on_too_painful(session: Session, heard: Heard) -> Step:
    """Everything stops; the legs are asked about again before anything else."""
    return go(replace(session, routine=None), "recheck", line("stretch/stretch:hurt"))


def on_stop(session: Session, now: Routine, heard: Heard) -> Step:
    after, reply = finish(session, now)
    left = () if now.state == "new" else in_short(session)
    return end(after, *reply.lines, *left)


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
    return stretches(session, stretch=heard.stretch, place=place_of(heard))


def on_start_stretch(session: Session, heard: Heard) -> Step:
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
    """Where the person is; or something felt that changes nothing, else it had been dealt with."""
    now = where(session, heard)
    if now and now.state == "new" and place_of(heard):
        return set_out(session, now, heard)
    if not allowed(session):
        return refuse(session, *noted(session, heard))
    return aside(lambda at, told: again(at, *noted(at, told)))(session, heard)


def otherwise(session: Session, heard: Heard) -> Step:
    """Not understood where to stretch, twice: the easiest place."""
    now = where(session, heard)
    if now and now.state == "new" and not now.place and (place_of(heard) or session.unclear):
        return set_out(session, now, heard)
    return aside(lambda at, told: go(at, "not_understood"))(session, heard)


ON: Final[Handlers] = {
    "yes": on(on_yes),
    "no": on(on_no),
    "unsure": on(on_unsure),
    "next": on(on_next),
    "back": on(steering.on_previous),
    "repeat": on(steering.on_repeat),
    "pause": keeping(on(on_pause)),
    "resume": on(on_resume),
    "start_over": on(steering.on_start_over),
    "easier": on(steering.on_easier),
    "slower": on(steering.on_pace),
    "faster": on(steering.on_pace),
    "how_long": on(steering.on_how_long),
    "explain": on(on_explain),
    "help": on(on_help),
    "out_of_scope": on(on_out_of_scope),
    "too_painful": on_too_painful,
    "stop": keeping(on(on_stop)),
    "start_stretch": on_start_stretch,
    "report": on_report,
    "unclear": otherwise,
    OTHERWISE: otherwise,
}
