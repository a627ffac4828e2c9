"""What a stretch is: steps, sides, holds and repetitions, for the floor, the bed and the chair."""

from collections.abc import Mapping
from typing import Final, NamedTuple

PLACES: Final = ("floor", "bed", "chair")
"""From the hardest to the easiest."""


class Step(NamedTuple):
    """One thing said, and the seconds left to do it."""

    say: str
    pause: float


class Phase(NamedTuple):
    """One move of a repetition: gone into, or held."""

    say: str
    again: str
    """In later repetitions, shorter."""
    pose: str
    """What a picture shows meanwhile."""
    pause: float = 0.0
    hold: int = 0
    by: str = "count"
    back: str | None = None
    """Leads into the pose again, after an interruption in the middle of it."""


class Version(NamedTuple):
    not_for: tuple[str, ...]
    """Cautions that no answer of the check covers, said before it is taught."""
    teach: tuple[Step, ...]
    short: tuple[Step, ...]
    """Instead of `teach` once it is known."""
    sides: tuple[str, ...]
    repeats: int
    phases: tuple[Phase, ...]
    swap: Step | None
    halfway: Step | None
    finish: Step


class Stretch(NamedTuple):
    name: str
    never_with: tuple[str, ...]
    """Findings that forbid this one, beside those that forbid all (stretching.NEVER_WITH)."""
    versions: Mapping[str, Version]
