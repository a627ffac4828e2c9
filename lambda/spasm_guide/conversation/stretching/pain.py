"""A stretch hurt: it is out for this session, and where it hurt is asked before anything else."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.rule import counts
from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import where
from spasm_guide.conversation.turn import OTHERWISE, Handlers, Step, again, ask, go, line

WHERE: Final = "stretch:hurt"
INSTEAD: Final = "stretch:instead"
ELSEWHERE: Final = "elsewhere"
"""A part of the body that has no name here."""


def hurt(session: Session, *before: Line, heard: Heard) -> Step:
    """Everything stops; a place told in the same breath need not be asked."""
    out = tuple(dict.fromkeys((*session.hurt, *hurting(session, heard))))
    session = replace(session, routine=None, hurt=out, wish="relief")
    lines = (*before, line("stretch/stretch:hurt"))
    if any(counts(finding, session.answers) for finding in heard.answers):
        return legs(session, *lines, *noted(session, heard))
    return ask(session, WHERE, *lines)


def hurting(session: Session, heard: Heard) -> tuple[str, ...]:
    """The stretch that sounded; without a clock, any that may have."""
    now = where(session, heard)
    if now is None or not now.place:
        return ()
    playing = session.routine if session.sounding and heard.elapsed is None else None
    if playing:
        indices = {cue.index for cue in routine.part(playing, session.pace)}
        return tuple(playing.names[index] for index in sorted(indices))
    return (now.name,)


def on_where(session: Session, heard: Heard) -> Step:
    """Said back: a sign as what it is, any other part by its name."""
    part = heard.details.get("part")
    named = isinstance(part, str) and part != ELSEWHERE and "yes" not in heard.answers.values()
    before = (line("stretch/stretch:part", part=part),) if named else noted(session, heard)
    return legs(session, *before)


def on_unclear(session: Session, heard: Heard) -> Step:
    """Asked once more; then the legs are asked about, which matter most."""
    if session.unclear:
        return legs(session)
    return again(replace(session, unclear=1), line("anywhere/unclear:first"))


def legs(session: Session, *before: Line) -> Step:
    return go(session, "recheck", *before, line("stretch/stretch:legs"))


def on_other(session: Session, heard: Heard) -> Step:
    return go(replace(session, asking=None), "stretches")


def on_enough(session: Session, heard: Heard) -> Step:
    return go(replace(session, asking=None), "next_offer", line("offer/offer:declined"))


ON: Final[Handlers] = {
    **dict.fromkeys(("report", "next", "resume", "start_stretch", "easier"), on_where),
    **dict.fromkeys(("no", "unsure", "too_painful", "correct"), on_where),
    **dict.fromkeys(("yes", "unclear", "out_of_scope"), on_unclear),
    OTHERWISE: on_unclear,
}
"""At `stretch:hurt`: where did it hurt?"""

ON_INSTEAD: Final[Handlers] = {
    **dict.fromkeys(("yes", "next", "resume", "easier"), on_other),
    **dict.fromkeys(("no", "unsure"), on_enough),
}
"""At `stretch:instead`, asked where one that hurt is asked for by name."""

DOORS: Final = {"hurt": hurt}
