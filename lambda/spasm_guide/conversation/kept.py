"""What a session keeps of one matter while it lasts: each small, because it rides on every turn.

Named tuples where nothing forbids it: a frozen dataclass takes eight times as long to define, and
all of this is on the way to the first answer.
"""

from dataclasses import dataclass
from typing import NamedTuple

from spasm_guide.clinical.findings import Tier
from spasm_guide.conversation.reply import Line


@dataclass(frozen=True, slots=True)
class Routine:
    """Where a routine of stretches stands (stretching/routine.py)."""

    names: tuple[str, ...]
    place: str = ""
    """Floor, bed or chair; empty until it is known."""
    index: int = 0
    beat: int = 0
    """Where the last answer began, or where the next goes on."""
    lead: float = 0.0
    """Seconds of what was said before the first beat."""
    known: tuple[str, ...] = ()
    """Stretches done once: a short cue is enough."""
    by_itself: bool = False
    """Several in a row, without a question between."""
    minutes: int = 0
    """How long it is to take in all, where that was said; 0: all that is named."""
    state: str = "new"
    """`new` (the place is still asked), `playing`, `done`; `held` or `halfway` (too long for one
    answer): goes on at `beat`."""

    @property
    def name(self) -> str:
        return self.names[self.index]

    @property
    def last(self) -> bool:
        return self.index == len(self.names) - 1

    @property
    def goes_on(self) -> bool:
        return self.state in ("held", "halfway")


class Fact(NamedTuple):
    """What is known of a finding, for its reason to be spoken as it was told."""

    item: str = ""
    """The item of a question that was meant; the question itself after a bare yes to several."""
    words: str = ""
    """The person's own for it: *breast cancer*."""
    n: int = 0
    unit: str = ""
    """How long ago, as a number of these (`week`)."""


class Spot(NamedTuple):
    """Where somebody wants to stretch."""

    place: str
    there: bool = False
    """They are there already, and need not be told how to get there."""


class Spasm(NamedTuple):
    """What was told so far of a spasm to be noted (diary/noting.py)."""

    cause: str | None = None
    severity: float | None = None
    """Halves too."""
    hours_ago: float | None = None
    days_ago: float | None = None
    weekday: int | None = None
    hour: int | None = None
    left: tuple[str, ...] = ()
    """What is still to be asked."""
    amend: str = ""
    """`change` or `delete` of the one noted last; empty: a new one."""
    entry: str = ""
    """That one, by its name in the store."""


class WayBack(NamedTuple):
    """From a way aside to the question that was open (diary/detour.py)."""

    asking: str | None = None
    question: Line | None = None
    """As it was put."""
    floor: Tier | None = None
    """What the answers meant then: what raises it on the way is spoken of first."""


class Alert(NamedTuple):
    """A timer or reminder that waits for a yes (diary/timers.py)."""

    hour: int | None = None
    permitted: bool = False
    """Alexa's permission was asked for, and given."""
    minute: int = 0
    day: str = ""
    """Of a reminder: `today`, `tomorrow`, `daily`; empty: as it is usual."""
    minutes: int | None = None
    """Of a timer, where the person said how long."""
    change: str = ""
    """To be made to the timer that runs: `add`, `take`, `set`, `double`, `half`, `restart`."""
    what: str = ""
    """The timer that is to be set or changed."""
    then: bool = False
    """Ice, and heat tomorrow: once the timer is set, that reminder is offered."""


class Crisis(NamedTuple):
    """Somebody spoke of ending their life (crisis.py)."""

    asking: str | None = None
    question: Line | None = None
    """Where the conversation stood, and how it was put."""
    said: tuple[str, ...] = ()
    """Lines that were said: none is said twice."""
