"""The diary's store on a bad day: slow, or not to be reached."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any, Final

from .diary_store import open_diary

if TYPE_CHECKING:
    from spasm_guide.bootstrap import OpenDiary

SLOW: Final = 2.0
"""Seconds; the skill waits for one."""


def _broken() -> None:
    from spasm_guide.storage.store import Unavailable

    raise Unavailable


MOODS: Final[Mapping[str, Callable[[], None]]] = {
    "fine": lambda: None,
    "slow": lambda: sleep(SLOW),
    "broken": _broken,
}


class Moody:
    """A store each of whose calls comes to grief first."""

    def __init__(self, store: Any, mood: Callable[[], None]) -> None:
        self._store = store
        self._mood = mood

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._store, name)

        def moody(*given: Any) -> Any:
            if name != "warm":
                self._mood()
            return call(*given)

        return moody


def diary(folder: Path, mood: str = "fine") -> "OpenDiary":
    """Opened when it is first asked for."""

    @cache
    def opened() -> Any:
        store, secret = open_diary(folder)
        return (store if mood == "fine" else Moody(store, MOODS[mood])), secret

    return opened
