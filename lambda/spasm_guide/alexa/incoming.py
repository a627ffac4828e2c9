"""A request as it came, read without trusting any of it."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from spasm_guide.alexa.response import MOST_BYTES

MOST_KEPT: Final = MOST_BYTES // 2
UNSENDABLE: Final = r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""Control characters, and halves of a surrogate pair; compiled when one comes."""
FAILED: Final = "failed"
"""Session attribute: the last turn failed."""
LOST: Final[Mapping[str, Any]] = {"version": "lost"}
"""In place of a session that fails turn after turn: the next one starts afresh, and says so."""


def at(event: Any, *path: str) -> Any:
    for name in path:
        event = event.get(name) if isinstance(event, Mapping) else None
    return event


def text(event: Any, *path: str) -> str:
    """Empty where there is none, and spaces for what JSON allows but no answer can hold."""
    found = at(event, *path)
    if not isinstance(found, str):
        return ""
    return found if found.isprintable() else re.sub(UNSENDABLE, " ", found)


def skill_id(event: Any) -> str:
    place = ("application", "applicationId")
    return text(event, "context", "System", *place) or text(event, "session", *place)


def user(event: Any) -> str:
    """The account. Old devices tell it in the session alone."""
    place = ("user", "userId")
    return text(event, "context", "System", *place) or text(event, "session", *place)


def name(kind: str) -> str:
    """A kind of request or error as it may be logged: whoever sends it could write anything into
    it, an account's id as well. Alexa's are words with a capital first, without a figure."""
    plain = kind.replace(".", "").replace("_", "")
    named = plain.isascii() and plain.isalpha() and plain[:1].isupper()
    return kind if named and len(kind) < 80 else "?"


def kept(event: Any) -> Any:
    """What the session remembered, so that the person can just say it again."""
    attributes = at(event, "session", "attributes")
    try:
        sent = json.dumps(attributes, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, TypeError, RecursionError):
        return None
    return attributes if len(sent) < MOST_KEPT else None


def marked(session: Any) -> Any:
    """After one failure the session may still be sound; after two in a row it is the cause."""
    if not isinstance(session, Mapping):
        return LOST if session else None
    return LOST if session.get(FAILED) else {**session, FAILED: True}
