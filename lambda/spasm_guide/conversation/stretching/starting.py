"""The way into the stretches: the stop rules, the place, and the one start of every second."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.gate import allowed, refuse, stretches
from spasm_guide.conversation.stretching.playing import held, offer, play
from spasm_guide.conversation.turn import Step, line


def start(
    session: Session, *before: Line, stretch: str | None = None, place: object = None
) -> Step:
    """The stop rules, then where; the first stretch begins with the answer to that."""
    wanted = _kept(session) if stretch == routine.KEPT else None
    goes_on = wanted is not None
    wanted = wanted or routine.new(stretch, session.answers, known_place(place) or "")
    if not allowed(session) or wanted is None:
        return refuse(session, *before)
    rules = [*before, line("stretch/stretch:rules")]
    if session.subject == "someone":
        rules.append(line("stretch/stretch:them"))
    return start_at(session, wanted, *rules) if goes_on else held(session, wanted, *rules)


def _kept(session: Session) -> Routine | None:
    """Of another visit, where no stretch in it is forbidden by what was told in this one."""
    now = routine.known(session.routine)
    told = {finding for finding, answer in session.answers.items() if answer != "no"}
    if now is None or any(told.intersection(routine.book()[n].never_with) for n in now.names):
        return None
    return replace(now, state="held")


def set_out(session: Session, now: Routine, heard: Heard) -> Step:
    """The first stretch, where the person wants it: a chair, else a bed, else the floor."""
    place = place_of(heard) or now.place or _answered(now, heard)
    if place is None:
        return offer(session, now, "bed")
    lead = (line(f"stretch/stretch:{place}"), line("stretch/stretch:how"))
    return start_at(session, replace(now, place=place, state="held"), *lead)


def _answered(now: Routine, heard: Heard) -> str | None:
    """A yes is the place that was asked about; two times no is the floor; else the easiest."""
    if heard.meaning == "no":
        return "floor" if now.offered == "bed" else None
    return now.offered if now.offered and heard.meaning == "yes" else routine.EASIEST


def start_at(session: Session, now: Routine, *before: Line) -> Step:
    """Every second of every stretch is started here, and only here."""
    if permission(session.answers) == "gate" and not session.locked:
        return stretches(replace(session, asking=None))
    if not allowed(session):
        return refuse(session)
    return play(session, now, *before)


def place_of(heard: Heard) -> str | None:
    return known_place(heard.details.get("place"))


def known_place(place: object) -> str | None:
    return place if isinstance(place, str) and place in PLACES else None


DOORS: Final = {"stretch": start}
