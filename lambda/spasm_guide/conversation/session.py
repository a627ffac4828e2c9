"""Where a conversation stands: the one thing kept between turns, in Alexa's session attributes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from spasm_guide.clinical.findings import ANSWERS, FINDINGS, TIERS, Answer, Tier
from spasm_guide.conversation.heard import Subject

VERSION: Final = 1


class ForeignSession(ValueError):
    """The attributes are of another version or not ours; the message names the field."""


@dataclass(frozen=True, slots=True)
class Session:
    asking: str | None = None
    """The open question, by its name in the contract: `sign:weakness`, `offer:stretches`."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    subject: Subject = "self"
    goal: str | None = None
    """What the questions lead to: `check` (a verdict), `stretch` (the gate before stretching),
    `legs` (the leg signs again, after a stretch hurt)."""
    wish: str | None = None
    """What to go on with when they are done: `relief`, `stretch`."""
    asked: tuple[str, ...] = ()
    """Check questions put so far, oldest first, for *back*."""
    likely: tuple[str, ...] = ()
    """Findings still to be confirmed by one question each."""
    unclear: int = 0
    """Turns in a row that were not understood."""
    unsure: str | None = None
    """The question that was put again, more plainly, because the person was not sure."""
    tier: Tier | None = None
    """The verdict as spoken; it falls only by a confirmed correction."""
    rule: str | None = None
    """The rule that decided; None with a tier: corrected, the new verdict is still to be spoken."""
    reasons: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    """Offers made after the verdict, so that none is made twice."""
    pace: int = 0
    """How fast we speak and count: -2 (slowest) to 2, changed by *slower* and *faster*."""
    locked: bool = False
    """No stretches any more in this session: an urgent or emergency verdict was spoken."""
    changing: Mapping[str, Answer] = field(default_factory=dict)
    """A correction that waits for the person's yes."""
    said: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """The lines of the last answer, for *repeat*."""
    routine: Mapping[str, Any] = field(default_factory=dict)
    """Where a stretch routine stands (see states/stretch.py)."""
    relief: Mapping[str, Any] = field(default_factory=dict)
    """Where the relief steps stand (see states/relief.py)."""
    diary: Mapping[str, Any] = field(default_factory=dict)
    """What was told so far of a spasm to be noted (see states/diary.py)."""

    def to_attributes(self) -> dict[str, Any]:
        """JSON-ready; what is still at its default is left out."""
        out: dict[str, Any] = {"version": VERSION}
        for name in _NAMES:
            value = getattr(self, name)
            if value != getattr(_FRESH, name):
                out[name] = list(value) if isinstance(value, tuple) else value
        return out

    @classmethod
    def from_attributes(cls, attributes: Mapping[str, Any] | None) -> "Session":
        """Raise ForeignSession for anything that `to_attributes` could not have written."""
        if not attributes:
            return cls()
        if attributes.get("version") != VERSION:
            raise ForeignSession("version")
        values = {name: attributes[name] for name in _NAMES if name in attributes}
        for name, value in values.items():
            if not _valid(name, value):
                raise ForeignSession(name)
            if isinstance(getattr(_FRESH, name), tuple):
                values[name] = tuple(tuple(v) if isinstance(v, list) else v for v in value)
        return cls(**values)


_NAMES: Final = tuple(f.name for f in fields(Session))
_FRESH: Final = Session()


def _valid(name: str, value: Any) -> bool:
    if name in ("answers", "changing"):
        return isinstance(value, dict) and all(
            k in FINDINGS and v in ANSWERS for k, v in value.items()
        )
    if name == "tier":
        return value in TIERS
    if name == "subject":
        return value in ("self", "someone", "child")
    if name == "said":
        return isinstance(value, list) and all(
            isinstance(line, list | tuple)
            and len(line) == 2
            and isinstance(line[0], str)
            and isinstance(line[1], dict)
            for line in value
        )
    default = getattr(_FRESH, name)
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    if isinstance(default, Mapping):
        return isinstance(value, dict)
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, int):
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1000
    return isinstance(value, str)
