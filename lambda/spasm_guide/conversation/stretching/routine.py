"""Where a routine of stretches stands, and which part of it the next answer plays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.stretch_data import stretch
from spasm_guide.clinical.stretches import PLACES, Stretch
from spasm_guide.clinical.timeline import RATES, Beat, at, lasting, timeline
from spasm_guide.content.load import load
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import routine as shape
from spasm_guide.languages import load as language

MOST_SECONDS: Final = 120.0
"""Of one answer; Alexa itself allows 240."""

QUESTION_SECONDS: Final = 5.5
"""Kept free for the question at the end, at normal pace."""

REACTION: Final = 1.5
"""Between the moment a person is bothered and the end of their words."""

UNMEASURED: Final = 3.0
"""Of a line from another room that is said before a stretch."""

WHOLE: Final = "whole"
EASIEST: Final = PLACES[-1]

KEPT: Final = "kept"
"""Not a stretch: the routine that the session has already, from where it stands."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One beat of an answer, with its place in the routine."""

    index: int
    number: int
    beat: Beat


@cache
def book() -> Mapping[str, Stretch]:
    return {name: stretch(name, data) for name, data in load("stretches")["stretches"].items()}


def known(routine: Routine | None) -> Routine | None:
    """None where it names a stretch that there is not: of another version of the book."""
    fits = routine is not None and all(name in book() for name in routine.names)
    return routine if fits else None


def of(value: Any) -> Routine | None:
    """One that was kept outside the session, or None where it is nothing of ours."""
    try:
        return known(shape(value))
    except ValueError:
        return None


def new(wanted: str | None, answers: Mapping[str, Answer], place: str = "") -> Routine | None:
    """A routine or one stretch by name; the whole routine where none is named.

    None: these answers forbid every stretch in it.
    """
    routines = load("stretches")["routines"]
    named = routines.get(wanted or WHOLE, {})
    names = named.get("stretches") or ([wanted] if wanted in book() else [])
    names = names or routines[WHOLE]["stretches"]
    told = {finding for finding, answer in answers.items() if answer != "no"}
    fit = tuple(name for name in names if not told.intersection(book()[name].never_with))
    return Routine(fit, named.get("place", place)) if fit else None


def beats(routine: Routine, index: int, pace: int) -> tuple[Beat, ...]:
    name = routine.names[index]
    return timeline(
        name,
        book()[name].versions[routine.place],
        opening="next" if index else "first",
        taught=name in routine.known,
        pace=pace,
        speech=speech(),
    )


def speech() -> Mapping[str, float]:
    found: Mapping[str, float] = language.load(language.DEFAULT, "durations")["seconds"]
    return found


def saying(lines: Sequence[Line], pace: int) -> float:
    """Seconds that lines take; of one that is no stretch's, about as many as one."""
    return sum(
        line.data["seconds"] if line.name == GAP  # type: ignore[misc]
        else speech().get(line.name.removeprefix("stretch/"), UNMEASURED) / RATES[pace]
        for line in lines
    )  # fmt: skip


def part(routine: Routine, pace: int) -> tuple[Cue, ...]:
    """What the next answer plays: the rest of one stretch, or, by itself, as many as fit."""
    left = MOST_SECONDS - QUESTION_SECONDS / RATES[pace] - routine.lead
    cues: list[Cue] = []
    index, start = routine.index, routine.beat
    while index < len(routine.names):
        whole = beats(routine, index, pace)
        fit = _fitting(whole[start:], left)
        cues += (Cue(index, start + i, beat) for i, beat in enumerate(whole[start : start + fit]))
        left -= sum(beat.length for beat in whole[start : start + fit])
        if not routine.by_itself or start + fit < len(whole):
            break
        index, start = index + 1, 0
    return tuple(cues)


def _fitting(whole: Sequence[Beat], room: float) -> int:
    """How many beats fit: all, or up to a repetition's end near the middle, or none."""
    if lasting(whole) <= room:
        return len(whole)
    ends = [i for i, beat in enumerate(whole, 1) if beat.round_ends and lasting(whole[:i]) <= room]
    return min(ends, key=lambda i: abs(lasting(whole[:i]) - lasting(whole[i:])), default=0)


def after(routine: Routine, cues: Sequence[Cue], pace: int) -> Routine:
    """The routine once all these cues have sounded."""
    if not cues:
        return replace(routine, state="done")
    index, number = cues[-1].index, cues[-1].number + 1
    finished = number == len(beats(routine, index, pace))
    return _moved(routine, index, number, "done" if finished else "halfway")


def reached(routine: Routine, pace: int, elapsed: float) -> Routine:
    """Where the person is now: `done`, or `held` at the beat that sounded when they spoke."""
    if routine.state != "playing":
        return routine
    cues = part(routine, pace)
    here = at([cue.beat for cue in cues], max(0.0, elapsed - routine.lead), REACTION)
    if here == len(cues):
        return after(routine, cues, pace)
    return _moved(routine, cues[here].index, cues[here].number, "held")


def _moved(routine: Routine, index: int, beat: int, state: str) -> Routine:
    known = routine.known
    if index > routine.index:
        known = (*known, *(n for n in routine.names[routine.index : index] if n not in known))
    return replace(routine, index=index, beat=beat, known=known, state=state, lead=0.0)


def goto(routine: Routine, index: int) -> Routine:
    """Another stretch from its start; what was left behind complete is known."""
    known = routine.known
    if routine.state == "done" and routine.name not in known:
        known = (*known, routine.name)
    return replace(routine, index=index, beat=0, known=known, state="held")


GAP: Final = "stretch/pause:gap"


def gap(seconds: float) -> Line:
    return Line(GAP, {"seconds": round(seconds, 2)})


def spoken(cues: Sequence[Cue]) -> tuple[Line, ...]:
    """The beats as lines: each cue, then its pause."""
    lines = []
    for cue in cues:
        beat = cue.beat
        data = {k: v for k, v in (("side", beat.side), ("n", beat.n)) if v is not None}
        lines += [Line(f"stretch/{beat.say}", data), gap(beat.rest)]
    return tuple(lines)
