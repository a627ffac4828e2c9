"""On which devices an emergency was told a moment ago: in this process's memory, nowhere else."""

from datetime import datetime, timedelta
from typing import Final

from spasm_guide.alexa.context import Context

REMEMBERED: Final = timedelta(minutes=30)


class Emergencies:
    """Keeps a hash of the device's id and a time, never what was told; a new process knows none."""

    def __init__(self) -> None:
        self._told: dict[int, datetime] = {}

    def note(self, context: Context) -> None:
        recent = {key: at for key, at in self._told.items() if context.now - at < REMEMBERED}
        self._told = {**recent, _key(context): context.now}

    def recent(self, context: Context) -> bool:
        told = self._told.get(_key(context))
        return told is not None and timedelta() <= context.now - told < REMEMBERED


def _key(context: Context) -> int:
    """Python's own hash: its secret is this process's, and dies with it."""
    return hash((context.user, context.device))
