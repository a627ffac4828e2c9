"""What a store of diaries must do, whatever keeps it."""

from dataclasses import dataclass
from typing import Final, Protocol, TypedDict

YEAR: Final = 365 * 24 * 60 * 60
"""Seconds that anything is kept."""


class Unavailable(Exception):
    """The store cannot be reached, or answers too late; nothing already kept is lost."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose diary it is, as keyed hashes (see owner.py)."""

    account: str
    person: str
    """Who of the household, where Alexa knows the voice; else empty."""


@dataclass(frozen=True, slots=True)
class Spasm:
    at: int
    """Epoch seconds."""
    cause: str | None = None
    severity: float | None = None


class Told(TypedDict, total=False):
    """Of a spasm, as far as something else is now said of it."""

    at: int
    cause: str
    severity: float


class Store(Protocol):
    """Any call may raise Unavailable. `now` is in epoch seconds; what has expired is not there."""

    def warm(self) -> None:
        """Load what is needed to reach it, so that no call's own time is spent on that."""

    def note(self, owner: Owner, spasm: Spasm, once: str, now: int) -> None:
        """Keep one spasm. The same `once` again changes nothing: Alexa may send a request twice."""

    def entries(self, owner: Owner, now: int) -> list[Spasm]:
        """All spasms, the earliest first."""

    def last(self, owner: Owner, now: int) -> tuple[str, Spasm] | None:
        """What was noted last, whenever it happened, and the `once` that it goes by."""

    def change(self, owner: Owner, once: str, told: Told, now: int) -> bool:
        """It keeps its year. False where there is none of that name: none comes back."""

    def remove(self, owner: Owner, once: str, now: int) -> None:
        """One spasm, by its `once`: the same again removes no other."""

    def prefer(self, owner: Owner, name: str, value: str, now: int) -> None: ...

    def preferences(self, owner: Owner, now: int) -> dict[str, str]: ...

    def forget(self, account: str) -> None:
        """Delete all that is kept for everybody of the account."""
