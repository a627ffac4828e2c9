"""What a stretch is: steps, sides, holds and repetitions, for the floor, the bed and the chair."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PLACES: Final = ("floor", "bed", "chair")
"""From the hardest to the easiest."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing said, and the seconds left to do it."""

    say: str
    pause: float


@dataclass(frozen=True, slots=True)
class Phase:
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


@dataclass(frozen=True, slots=True)
class Version:
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


@dataclass(frozen=True, slots=True)
class Stretch:
    name: str
    never_with: tuple[str, ...]
    """Findings that forbid this one, beside those that forbid all (stretching.NEVER_WITH)."""
    versions: Mapping[str, Version]
