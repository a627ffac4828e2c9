"""What is answered, as names and data: the words are in templates/, chosen by these names."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said: a block of a template, and its data.

    `sign/weakness:ask` is the block `ask` of templates/<language>/sign/weakness.j2.
    """

    name: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done outside (set a timer, note a spasm) before the answer can be given.

    The edge carries it out and comes back with Heard("outcome"), the outcome in its details.
    """

    name: str
    data: Mapping[str, object] = field(default_factory=dict)
    silent: bool = False
    """Nothing is said of how it went: the answer it comes with is complete."""


@dataclass(frozen=True, slots=True)
class Reply:
    lines: tuple[Line, ...]
    """Said in this order. The last one is a question exactly when `reprompt` is there."""
    reprompt: Line | None = None
    """Said after eight seconds of silence. None: nothing is asked, the session ends."""
    card: Line | None = None
    """A template with the blocks `title` and `text`."""
    display: Line | None = None
    """An APL document by name (templates/<language>/screens/), with its data."""
    task: Task | None = None
    directives: tuple[Mapping[str, object], ...] = ()

    @property
    def listening(self) -> bool:
        return self.reprompt is not None
