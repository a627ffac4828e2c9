"""The skill as deployed, with one more ear: what each turn was taken to mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import Any

from spasm_guide.bootstrap import build
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Reply
from spasm_guide.conversation.session import Session

from .diary_store import open_diary


@dataclass(slots=True)
class Skill:
    heard: Heard | None = None
    """Of the last request; None where it reached no conversation."""
    faults: list[Mapping[str, object]] = field(default_factory=list)
    ms: float = 0.0
    """Time in the handler, of the last request."""
    data: Path | None = None
    """The folder of the diary; None keeps none."""
    _handler: Any = None

    def __post_init__(self) -> None:
        diary = cache(partial(open_diary, self.data)) if self.data else None
        self._handler = build(diary=diary, log=self._note, observe=self._observe)

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        self.heard = None
        began = perf_counter()
        response: dict[str, Any] = self._handler(request, None)
        self.ms = 1000 * (perf_counter() - began)
        return response

    def _observe(self, heard: Heard, session: Session, reply: Reply) -> None:
        self.heard = heard

    def _note(self, record: Mapping[str, object]) -> None:
        expected = record["event"] in ("turn", "task") and record.get("expected", True)
        if not expected:
            self.faults.append(record)
