"""The stretches there are, and routines of them: by name, or by the minutes that somebody has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.stretch_data import stretch
from spasm_guide.clinical.stretches import Stretch
from spasm_guide.clinical.timeline import Speech, lasting, timeline
from spasm_guide.content.load import load
from spasm_guide.conversation.kept import Routine

WHOLE: Final = "whole"
BETWEEN: Final = 3.5
"""Of a question, and of the yes to it."""
MOST_ROUNDS: Final = 3


@cache
def book() -> Mapping[str, Stretch]:
    return {name: stretch(name, data) for name, data in load("stretches")["stretches"].items()}


def new(
    wanted: str | None, answers: Mapping[str, Answer], without: Sequence[str] = ()
) -> Routine | None:
    """A routine or one stretch by name, or `5` for so many minutes; else the whole routine.

    None: these answers, or those that hurt, leave no stretch in it.
    """
    routines = load("stretches")["routines"]
    wanted = by_minutes(int(wanted)) if wanted and wanted.isdecimal() else wanted
    named = routines.get(wanted or WHOLE, {})
    names = named.get("stretches") or ([wanted] if wanted in book() else [])
    names = names or routines[WHOLE]["stretches"]
    told = {finding for finding, answer in answers.items() if answer != "no"}
    fit = tuple(n for n in names if n not in without and not told & {*book()[n].never_with})
    return Routine(fit, named.get("place", ""), minutes=named.get("minutes", 0)) if fit else None


def by_minutes(minutes: int) -> str:
    """The longest routine for which there is time, else the shortest."""
    timed = {
        name: r["minutes"] for name, r in load("stretches")["routines"].items() if "minutes" in r
    }
    fit = {name: most for name, most in timed.items() if most <= minutes}
    return str(max(fit, key=fit.__getitem__) if fit else min(timed, key=timed.__getitem__))


def filled(routine: Routine, pace: int, speech: Speech, opening: float = 0.0) -> Routine:
    """So many of its stretches, or all of them and some again, as come closest to its minutes.

    `opening`: seconds of what is said before the first.
    """
    if not routine.minutes:
        return routine
    left = 60 * routine.minutes - opening
    names: tuple[str, ...] = ()
    for _ in range(MOST_ROUNDS):
        takes = {
            name: BETWEEN + _length(routine, name, pace, speech, name in names)
            for name in routine.names
        }
        if sum(takes.values()) <= left:
            names, left = (*names, *routine.names), left - sum(takes.values())
            continue
        some = [s for n in range(len(takes)) for s in combinations(routine.names, n)]
        best = min(some, key=lambda some: abs(left - sum(takes[name] for name in some)))
        names = (*names, *best)
        break
    return replace(routine, names=names or routine.names[:1])


def _length(routine: Routine, name: str, pace: int, speech: Speech, again: bool) -> float:
    version = book()[name].versions[routine.place]
    taught = again or name in routine.known
    beats = timeline(name, version, opening="next", taught=taught, pace=pace, speech=speech)
    return lasting(beats)
