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
    state: str = "new"
    """`new` (place or start still asked), `playing`, `done`; `held` or `halfway` (too long for one
    answer): goes on at `beat`."""
    offered: str = ""
    """The place that was asked about last, while it is not known."""

    @property
    def name(self) -> str:
        return self.names[self.index]

    @property
    def last(self) -> bool:
        return self.index == len(self.names) - 1

    @property
    def goes_on(self) -> bool:
        return self.state in ("held", "halfway")


class Spasm(NamedTuple):
    """What was told so far of a spasm to be noted (diary/noting.py)."""

    cause: str | None = None
    severity: int | None = None
    hours_ago: float | None = None
    days_ago: float | None = None
    weekday: int | None = None
    hour: int | None = None
    left: tuple[str, ...] = ()
    """What is still to be asked."""


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
