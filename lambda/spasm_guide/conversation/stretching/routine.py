"""Where a routine of stretches stands, and which part of it the next answer plays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from spasm_guide.clinical.timeline import RATES, Beat, at, lasting, timeline
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import routine as shape
from spasm_guide.conversation.stretching.book import book
from spasm_guide.languages import load as language

MOST_SECONDS: Final = 120.0
"""Of one answer; Alexa itself allows 240."""

IN_A_ROW: Final = 230.0
"""Of one with several stretches, which the person has asked for (docs/adr/four-minutes.md)."""

QUESTION_SECONDS: Final = 5.0
"""Kept free for the question at the end, at normal pace."""

REACTION: Final = 1.5
"""Between the moment a person is bothered and the end of their words."""

UNMEASURED: Final = 3.0
"""Of a line from another room that is said before a stretch."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One beat of an answer, with its place in the routine."""

    index: int
    number: int
    beat: Beat


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
    """What the next answer plays: the rest of one stretch, or in a row all that fit whole."""
    most = IN_A_ROW if routine.by_itself else MOST_SECONDS
    left = most - QUESTION_SECONDS / RATES[pace] - routine.lead
    cues: list[Cue] = []
    index, start = routine.index, routine.beat
    while index < len(routine.names):
        rest = beats(routine, index, pace)[start:]
        fit = len(rest) if lasting(rest) <= left else 0 if cues else _fitting(rest, left)
        cues += (Cue(index, start + i, beat) for i, beat in enumerate(rest[:fit]))
        left -= lasting(rest[:fit])
        if not routine.by_itself or fit < len(rest):
            break
        index, start = index + 1, 0
    return tuple(cues)


def in_a_row(routine: Routine, pace: int, lead: float = 0.0) -> int:
    """How many whole stretches the next answer would play by itself, this one included."""
    cues = part(replace(routine, by_itself=True, lead=lead), pace)
    return len({cue.index for cue in cues})


def _fitting(rest: Sequence[Beat], room: float) -> int:
    """How many beats fit: up to a repetition's end near the middle, or none."""
    ends = [i for i, beat in enumerate(rest, 1) if beat.round_ends and lasting(rest[:i]) <= room]
    return min(ends, key=lambda i: abs(lasting(rest[:i]) - lasting(rest[i:])), default=0)


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
