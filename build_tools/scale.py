"""`python -m build_tools.scale`: price, latency and concurrency of a large skill, on paper.

AWS's emulator limits neither processor nor memory, so power tuning is computed: Lambda grants a
share of a core by memory, a whole one at 1,769 MB, and a turn runs on one. How many run at once,
and how many starts are cold, is simulated: people come at random, more in the evening.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

WHOLE_CORE: Final = 1769
TURN_MS: Final = 21.5
"""Processor time of a turn with words: the 99th percentile of `make bench` on one x86-64 machine;
the median, with its many bare answers, is 1.7."""
START_MS: Final = 287.0
"""Of a start until the first words are answered, there too."""
RESIDENT_MB: Final = 109
"""The peak there."""
GB_SECOND: Final = 0.0000133334
REQUEST: Final = 0.20 / 1e6
MONTH: Final = 30 * 24 * 3600
TURNS: Final = 12
BUSIEST: Final = 3.0
"""The busiest hour against the mean; a guess."""
IDLE: Final = 600.0
"""Seconds that an idle environment is kept; not documented, seen from five to fifteen minutes."""
MEMORIES: Final = (512, 1024, 1769, 2048, 3008)


@dataclass(frozen=True, slots=True)
class Tuned:
    memory: int
    turn_ms: float
    start_ms: float
    million: float
    """Dollars for a million turns, requests included."""


def tuned(memory: int) -> Tuned:
    share = min(1.0, memory / WHOLE_CORE)
    turn = TURN_MS / share
    price = turn / 1000 * memory / 1024 * GB_SECOND + REQUEST
    return Tuned(memory, turn, START_MS / share, 1e6 * price)


@dataclass(frozen=True, slots=True)
class Load:
    turns: int
    cold: int
    most: int
    """Busy at once, after the first minute."""
    standing: int
    """Busy at once in the first minute: from nothing, every start is cold."""


def simulate(per_second: float, seconds: float, memory: int, seed: int = 0) -> Load:
    """Turns at random; an environment takes one at a time, the one that was used last first."""
    chance, size = random.Random(seed), tuned(memory)
    now, turns, cold, most, standing = 0.0, 0, 0, 0, 0
    busy: list[float] = []
    idle: list[float] = []
    while (now := now + chance.expovariate(per_second)) < seconds:
        turns += 1
        while busy and busy[0] <= now:
            idle.append(heappop(busy))
        while idle and now - idle[0] > IDLE:
            idle.pop(0)
        took = size.turn_ms * chance.lognormvariate(0.0, 0.3)
        if idle:
            idle.pop()
        else:
            cold += 1
            took += size.start_ms
        heappush(busy, now + took / 1000)
        if now < 60:
            standing = max(standing, len(busy))
        else:
            most = max(most, len(busy))
    return Load(turns, cold, most, standing)


def memories() -> Iterator[str]:
    yield "| memory, MB | a turn, ms | a cold start, ms | a million turns |"
    yield "| --- | --- | --- | --- |"
    for size in map(tuned, MEMORIES):
        yield (
            f"| {size.memory:,} | {size.turn_ms:.0f} | {size.start_ms:.0f} | ${size.million:.2f} |"
        )


def loads(sessions: int = 10_000_000, seconds: float = 1200.0) -> Iterator[str]:
    mean = sessions * TURNS / MONTH
    yield f"{sessions:,} sessions of {TURNS} turns a month are {mean:.0f} turns a second."
    yield ""
    yield "| | turns a second | memory, MB | at once, most | from nothing | cold starts |"
    yield "| --- | --- | --- | --- | --- | --- |"
    hours = (("mean hour", 1.0), ("busiest hour", BUSIEST), ("ten times that", 10 * BUSIEST))
    for name, times in hours:
        for memory in (512, WHOLE_CORE):
            load = simulate(times * mean, seconds / max(1.0, times / BUSIEST), memory)
            share = f"{load.cold:,} of {load.turns:,}"
            yield (
                f"| {name} | {times * mean:.0f} | {memory:,} "
                f"| {load.most} | {load.standing} | {share} |"
            )


if __name__ == "__main__":
    print(*memories(), "", *loads(), sep="\n")
