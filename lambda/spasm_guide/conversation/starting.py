"""The way into the stretches: the rule, the stop rules, the place; and what is said to a no."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.stretching import NEVER_WITH, permission
from spasm_guide.conversation import routine
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.playing import kept, play, put
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.routine import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, line

EASIEST: Final = PLACES[-1]


def start(session: Session, heard: Heard, *before: Line) -> Turn:
    """The stop rules, then where; the first stretch begins with the answer to that."""
    wanted = _kept(session) if heard.stretch == routine.KEPT else None
    wanted = wanted or routine.new(heard.stretch, session.answers, place_of(heard) or "")
    if not allowed(session) or wanted is None:
        return refuse(session, *before)
    rules = [*before, line("stretch/stretch:rules")]
    if session.subject == "someone":
        rules.append(line("stretch/stretch:them"))
    if heard.stretch == routine.KEPT and wanted.state == "held":
        return go(session, wanted, *rules)
    return put(kept(session, wanted), "ready" if wanted.place else EASIEST, *rules)


def _kept(session: Session) -> Routine | None:
    """Of another visit, where no stretch in it is forbidden by what was told in this one."""
    now = Routine.of(session.routine)
    told = {finding for finding, answer in session.answers.items() if answer != "no"}
    if now is None or any(told.intersection(routine.book()[n].never_with) for n in now.names):
        return None
    return replace(now, state="held")


def refuse(session: Session, *before: Line) -> Turn:
    """Why not, and what is allowed instead."""
    session = replace(session, routine={})
    urgent = session.locked or level(triage(session.answers).tier) >= level("URGENT")
    told = (f for f in NEVER_WITH if session.answers.get(f) in ("yes", "unsure"))
    reason = "urgent" if urgent else next(told, "urgent")
    return offer.following(session, *before, line(f"stretch/refuse:{reason}"))


def allowed(session: Session) -> bool:
    return not session.locked and permission(session.answers) in ("yes", "ask_first")


def set_out(session: Session, now: Routine, heard: Heard) -> Turn:
    """The first stretch, where the person wants it: a chair, else a bed, else the floor."""
    place = place_of(heard) or now.place or _answered(session, heard)
    if place is None:
        return put(session, "bed")
    lead = (line(f"stretch/stretch:{place}"), line("stretch/stretch:how"))
    return go(session, replace(now, place=place, state="held"), *lead)


def _answered(session: Session, heard: Heard) -> str | None:
    """A yes is the place that was asked about; two times no is the floor; else the easiest."""
    asked_bed = bool(session.said) and session.said[-1][0] == "stretch/ask:bed"
    if heard.meaning == "no":
        return "floor" if asked_bed else None
    return "bed" if asked_bed and heard.meaning == "yes" else EASIEST


def go(session: Session, now: Routine, *before: Line) -> Turn:
    """Every second of every stretch is started here, and only here."""
    if permission(session.answers) == "gate" and not session.locked:
        return offer.stretches(replace(session, asking=None), Heard("start_stretch"))
    if not allowed(session):
        return refuse(session)
    return play(session, now, *before)


def place_of(heard: Heard) -> str | None:
    place = heard.details.get("place")
    return place if isinstance(place, str) and place in PLACES else None
