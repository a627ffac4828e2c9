"""The skill as deployed, with one more ear: what each turn was taken to mean, and by what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from spasm_guide.bootstrap import build, listen
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session

from .stores import diary


@dataclass(slots=True)
class Skill:
    heard: Heard | None = None
    """Of the last request; None where it reached no conversation."""
    read: tuple[str, str | None, str] | None = None
    """The words that it gave the reader, the open question and the locale; None: it had none."""
    request: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    """What went in and out last."""
    faults: list[Mapping[str, object]] = field(default_factory=list)
    ms: float = 0.0
    """Time in the handler, of the last request."""
    data: Path | None = None
    """The folder of the diary; None keeps none."""
    store: str = "fine"
    """How the diary's store is: one of stores.MOODS."""
    _handler: Any = None

    def __post_init__(self) -> None:
        kept = diary(self.data, self.store) if self.data else None
        self._handler = build(read=self._read, diary=kept, log=self._note, observe=self._observe)

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        self.heard = self.read = None
        began = perf_counter()
        self.request, self.response = request, self._handler(request, None)
        self.ms = 1000 * (perf_counter() - began)
        return self.response

    def _read(self, text: str, asking: str | None, locale: str) -> Heard:
        self.read = text, asking, locale
        return listen(text, asking, locale)

    def _observe(self, heard: Heard, session: Session, reply: Reply) -> None:
        self.heard = heard

    def _note(self, record: Mapping[str, object]) -> None:
        expected = record["event"] in ("turn", "task") and record.get("expected", True)
        if not expected:
            self.faults.append(record)
