"""A stretch as a timeline: what is said when, and how long each pause lasts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from spasm_guide.clinical.stretches import Phase, Step, Version

RATES: Final = {-2: 0.8, -1: 0.9, 0: 1.0, 1: 1.1, 2: 1.2}
"""How fast is spoken at each pace."""

GAPS: Final = {-2: 1.5, -1: 1.25, 0: 1.0, 1: 0.85, 2: 0.7}
"""How much longer the time to move is. A hold lasts what the data say, at any pace."""

LONGEST_BEAT: Final = 6.0
"""Silence longer than this sounds like a fault; an interruption repeats at most this much."""

COUNT: Final = 1.0
BREATH_IN: Final = 2.0
BREATH_OUT: Final = 3.0
SHORTEST_REST: Final = 0.1
OPENING_PAUSE: Final = 0.6

Speech = Mapping[str, float]
"""Seconds that each block takes to say at normal pace, by `<stretch>:<block>`."""


class Beat(NamedTuple):
    """One cue and the rest after it: the smallest piece that is repeated after an interruption."""

    say: str
    seconds: float
    """Speaking."""
    rest: float
    side: str | None = None
    n: int | None = None
    """The number counted."""
    held: bool = False
    """Part of a hold's seconds."""
    back: str | None = None
    pose: str | None = None
    round_ends: bool = False
    """A repetition is complete: a good place to stop talking."""

    @property
    def length(self) -> float:
        return self.seconds + self.rest


def timeline(
    name: str, version: Version, *, opening: str, taught: bool, pace: int, speech: Speech
) -> tuple[Beat, ...]:
    """The whole stretch, announced by `opening`. `taught`: a short cue is enough, it is known."""
    clock = _Clock(name, version, pace, speech)
    return tuple(clock.beats(Step(opening, OPENING_PAUSE), taught))


def at(beats: Sequence[Beat], seconds: float, reaction: float = 0.0) -> int:
    """The beat that sounds after so many seconds; len(beats) once all are over.

    An interruption takes `reaction` seconds to be spoken: the beat begun before that counts as
    the one interrupted, as long as that repeats no more than LONGEST_BEAT.
    """
    begun = 0.0
    starts = []
    for beat in beats:
        starts.append(begun)
        begun += beat.length
    if seconds >= begun:
        return len(beats)
    earliest = max(0.0, seconds - reaction)
    for i, start in enumerate(starts):
        ends = start + beats[i].length
        if ends > earliest and seconds - start <= LONGEST_BEAT:
            return i
    return len(beats)


def lasting(beats: Sequence[Beat]) -> float:
    return sum(beat.length for beat in beats)


class _Clock:
    def __init__(self, name: str, version: Version, pace: int, speech: Speech) -> None:
        self._name = name
        self._version = version
        self._rate = RATES[pace]
        self._gap = GAPS[pace]
        self._speech = speech

    def beats(self, opening: Step, taught: bool) -> Iterator[Beat]:
        v = self._version
        yield self._step(opening, None)
        first = v.sides[0] if v.sides else None
        if taught:
            yield from (self._step(step, first) for step in v.short)
        else:
            yield from (self._step(Step(block, 1.0), first) for block in v.not_for)
            yield from (self._step(step, first) for step in v.teach)
        for side in v.sides or (None,):
            if side != first and v.swap:
                yield self._step(v.swap, side)
            for n in range(v.repeats):
                if v.halfway and n == v.repeats // 2:
                    yield self._step(v.halfway, side)
                for i, phase in enumerate(v.phases):
                    yield from self._phase(phase, side, n > 0, i == len(v.phases) - 1)
        yield self._step(v.finish, None)

    def _step(self, step: Step, side: str | None) -> Beat:
        seconds, rest = self._times(step.say, step.pause)
        return Beat(self._block(step.say), seconds, rest, side)

    def _phase(self, phase: Phase, side: str | None, again: bool, last: bool) -> Iterator[Beat]:
        say = phase.again if again else phase.say
        seconds, rest = self._times(say, phase.pause)
        back = self._block(phase.back) if phase.back else None
        if not phase.hold:
            yield Beat(self._block(say), seconds, rest, side, pose=phase.pose, round_ends=last)
            return
        yield Beat(self._block(say), seconds, SHORTEST_REST, side, back=back, pose=phase.pose)
        for cue, n, length in _cues(phase):
            spoken = self._seconds(cue)
            yield Beat(cue, spoken, length - spoken, side, n, True, back, phase.pose)

    def _times(self, say: str, pause: float) -> tuple[float, float]:
        seconds = self._seconds(self._block(say))
        most = LONGEST_BEAT - seconds
        return seconds, round(max(SHORTEST_REST, min(pause * self._gap, most)), 2)

    def _seconds(self, block: str) -> float:
        return self._speech[block] / self._rate

    def _block(self, say: str) -> str:
        return f"{self._name}:{say}"


def _cues(phase: Phase) -> Iterator[tuple[str, int | None, float]]:
    """What marks the seconds of a hold: a steady count, or slow breaths."""
    if phase.by == "count":
        yield from (("count:number", n, COUNT) for n in range(1, phase.hold + 1))
        return
    left = float(phase.hold)
    while left > 0:
        for cue, length in (("breathe_in", BREATH_IN), ("breathe_out", BREATH_OUT)):
            if left > 0:
                yield f"count:{cue}", None, min(length, left)
                left -= length
