"""A time limit on anything, however it hangs: name look-up, a server that drips, a locked file."""

from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import Any, Final, TypeVar

T = TypeVar("T")

TURN: Final = 1.0
"""Seconds that all that is done outside may add to a turn."""


class TooLate(Exception):
    """The time was up. What was begun may still be carried out; it is not waited for."""


class Budget:
    def __init__(self, seconds: float = TURN) -> None:
        self._until = monotonic() + seconds

    @property
    def left(self) -> float:
        return self._until - monotonic()

    def spend(self, call: Callable[[], T], most: float = TURN) -> T:
        """Raise TooLate, or what the call raises."""
        return within(min(most, self.left), call)


def within(seconds: float, call: Callable[[], T]) -> T:
    if seconds <= 0:
        raise TooLate
    done: list[Any] = []

    def run() -> None:
        try:
            done.append((call(), None))
        except BaseException as error:
            done.append((None, error))

    worker = Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if not done:
        raise TooLate
    result, error = done[0]
    if error:
        raise error
    return result  # type: ignore[no-any-return]
