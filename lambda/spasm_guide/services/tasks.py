"""Carries out what the conversation asks for, and says how it went; nothing here ever raises."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, Final, Protocol

from spasm_guide.services.alert_calls import SETS, Label
from spasm_guide.services.api import ApiFailed
from spasm_guide.services.budget import Budget, TooLate, within
from spasm_guide.services.caller import Caller
from spasm_guide.services.diary import Diary, Outcome, carry_out
from spasm_guide.storage.store import Store, Unavailable

Log = Callable[[Mapping[str, object]], None]

FAILED: Final[Outcome] = {"status": "unavailable"}
OFF: Final[Outcome] = {"status": "off"}
OPENING: Final = 1.5
"""Seconds that the first task may take to open the diary: its client loads, its secret is read."""
EXPECTED: Final = (Unavailable, ApiFailed, TooLate)


OpenDiary = Callable[[], tuple[Store, str]]
"""The store, and the secret that its keys are hashed with."""


class Task(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def data(self) -> Mapping[str, Any]: ...


class Tasks:
    def __init__(self, diary: OpenDiary | None, label: Label, log: Log) -> None:
        """Without a diary timers and reminders still work."""
        self._diary = diary
        self._label = label
        self._log = log

    def __call__(self, task: Task, caller: Caller) -> Outcome:
        began = perf_counter()
        outcome, record = self._try(task, caller)
        self._log(
            {
                "event": "task",
                "task": task.name,
                "status": outcome["status"],
                **record,
                "ms": round(1000 * (perf_counter() - began), 2),
            }
        )
        return outcome

    def _try(self, task: Task, caller: Caller) -> tuple[Outcome, dict[str, object]]:
        try:
            if run := SETS.get(task.name):
                return run(task.data, self._label, caller, Budget()), {}
            if self._diary is None:
                return OFF, {}
            store, pepper = within(OPENING, self._diary)
            store.warm()
            return carry_out(Diary(store, pepper), task.name, task.data, caller), {}
        except Exception as error:
            known = isinstance(error, EXPECTED)
            cause = error.__cause__ if known and error.__cause__ else error
            return FAILED, {"error": type(cause).__name__, "expected": known}
