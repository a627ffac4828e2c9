"""The way into the stretches: where, the stop rules, and the one start of every second."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.stretching import permission, places
from spasm_guide.conversation.kept import Routine, Spot
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import book, routine
from spasm_guide.conversation.stretching.gate import allowed, refuse, stretches
from spasm_guide.conversation.stretching.playing import held, play, where_to
from spasm_guide.conversation.turn import Step, ask, go, line

KEPT: Final = "kept"
"""Not a stretch: the routine that the session has already, from where it stands."""
EASIEST: Final = PLACES[-1]


def start(
    session: Session, *before: Line, stretch: str | None = None, place: object = None
) -> Step:
    """Where, unless that was said; the first stretch begins with the answer to that."""
    if not allowed(session):
        return refuse(session, *before)
    if stretch in session.hurt:
        return ask(session, "stretch:instead", *before)
    now = _kept(session) if stretch == KEPT else None
    now = now or book.new(stretch, session.answers, session.hurt)
    if now is None:
        return _none_left(session, *before)
    if session.routine:
        now = replace(now, known=session.routine.known)
    spot = session.spot or (Spot(now.place) if now.place else None)
    return set_out(session, now, spot, *before) if spot else where_to(session, now, *before)


def _kept(session: Session) -> Routine | None:
    """Of another visit, where no stretch in it is forbidden by what was told in this one."""
    now = routine.known(session.routine)
    told = {finding for finding, answer in session.answers.items() if answer != "no"}
    told |= set(session.hurt)
    if now is None or any(told & {n, *book.book()[n].never_with} for n in now.names):
        return None
    return replace(now, state="held")


def _none_left(session: Session, *before: Line) -> Step:
    if session.hurt:
        return go(session, "next_offer", *before, line("stretch/stretch:none_left"))
    return refuse(session, *before)


def set_out(session: Session, now: Routine, spot: Spot, *before: Line) -> Step:
    """The stop rules, how to get there, and the first second."""
    if spot.place not in places(session.answers):
        return where_to(session, now, *before, line("stretch/stretch:no_floor"))
    fresh = now.state == "new"
    now = replace(now, place=spot.place, state="held")
    lead = [*before, *_rules(session)]
    if not spot.there:
        lead.append(line(f"stretch/stretch:{spot.place}"))
    if not session.warned:
        lead.append(line(f"stretch/stretch:how{'_short' if spot.there else ''}"))
    if fresh:
        opening = routine.saying(lead, session.pace)
        now = book.filled(now, session.pace, routine.speech(), opening)
    return start_at(replace(session, spot=spot, warned=True), now, *lead)


def _rules(session: Session) -> tuple[Line, ...]:
    if session.warned:
        return (line("stretch/stretch:rules_again"),)
    them = (line("stretch/stretch:them"),) if session.subject == "someone" else ()
    return (line("stretch/stretch:rules"), *them)


def move(session: Session, now: Routine, spot: Spot) -> Step:
    """To another place, at the same stretch; where it was over, at the next."""
    if now.state == "new":
        return set_out(session, now, spot)
    if spot.place not in places(session.answers):
        session = replace(session, spot=Spot(now.place, True))
        return carry_on(session, now, line("stretch/stretch:no_floor"))
    if now.state == "done" and not now.last:
        now = routine.goto(now, now.index + 1)
    if spot.place == now.place:
        return start_at(session, now)
    moved = replace(now, place=spot.place, beat=0, state="held")
    way = () if spot.there else (line(f"stretch/stretch:{spot.place}"),)
    return start_at(session, moved, *way)


def carry_on(session: Session, now: Routine, *before: Line) -> Step:
    """Something said in passing, then on by itself from the middle of a stretch."""
    return start_at(session, now, *before) if now.goes_on else held(session, now, *before)


def start_at(session: Session, now: Routine, *before: Line) -> Step:
    """Every second of every stretch is started here, and only here."""
    if permission(session.answers) == "gate" and not session.locked:
        return stretches(replace(session, asking=None))
    if not allowed(session):
        return refuse(session)
    return play(replace(session, spot=Spot(now.place, True)), now, *before)


DOORS: Final = {"stretch": start}
