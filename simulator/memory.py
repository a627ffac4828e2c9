"""All that an Echo knows between two turns, as JSON: so any turn can be gone back to."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any


class BadMemory(ValueError):
    """No Echo wrote this."""


@dataclass(slots=True)
class Memory:
    now: datetime
    silent_from: datetime
    """When what is being said will have been said."""
    waited: bool = False
    """Somebody waited for a moment in what is being said; the next words interrupt it there."""
    session: dict[str, Any] | None = None
    listening: bool = False
    reprompt: str | None = None
    reprompted: bool = False
    permission: Mapping[str, Any] | None = None
    """What Alexa asks in the skill's name; the next answer is hers."""

    @classmethod
    def fresh(cls, now: datetime | None = None) -> "Memory":
        now = now or datetime.now(UTC)
        return cls(now, now)

    def as_json(self) -> dict[str, Any]:
        times = {"now": self.now.isoformat(), "silent_from": self.silent_from.isoformat()}
        return {**asdict(self), **times}

    @classmethod
    def from_json(cls, kept: Any) -> "Memory":
        """Raise BadMemory for what `as_json` could not have written."""
        try:
            times = {name: _moment(kept[name]) for name in ("now", "silent_from")}
            memory = cls(**{**kept, **times})
        except (TypeError, KeyError, ValueError, OverflowError) as error:
            raise BadMemory from error
        flags = (memory.waited, memory.listening, memory.reprompted)
        session, permission = memory.session, memory.permission
        sound = (
            all(isinstance(flag, bool) for flag in flags)
            and isinstance(memory.reprompt, str | None)
            and (session is None or _session(session))
            and (permission is None or _asks(permission))
        )
        if not sound:
            raise BadMemory
        return memory


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not 1970 < moment.year < 9000:
        raise ValueError
    return moment


def _session(session: Any) -> bool:
    return isinstance(session, dict) and isinstance(session.get("attributes"), dict)


def _asks(directive: Any) -> bool:
    payload = directive.get("payload") if isinstance(directive, dict) else None
    return isinstance(payload, dict) and "permissionScope" in payload
