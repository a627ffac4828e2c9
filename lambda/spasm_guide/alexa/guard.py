"""The entry: whatever comes in, something safe goes out."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.alexa.log import Log, fault
from spasm_guide.alexa.response import MOST_BYTES

Handler = Callable[[Any, Any], dict[str, Any]]

ANSWERED: Final = frozenset(
    {
        "LaunchRequest",
        "IntentRequest",
        "SessionResumedRequest",
        "Connections.Response",
        "Alexa.Presentation.APL.UserEvent",
    }
)
"""Requests that may be answered by speech; to all others Alexa wants silence."""
EVENTS: Final = "AlexaSkillEvent."
EXPECTED: Final = frozenset(
    {
        "SessionEndedRequest",
        "System.ExceptionEncountered",
        "CanFulfillIntentRequest",
        "Alexa.Presentation.APL.RuntimeError",
        "Alexa.Presentation.APLA.RuntimeError",
    }
)
"""Silent ones that are nothing to wonder about."""
MOST_KEPT: Final = MOST_BYTES // 2
FAILED: Final = "failed"
"""Session attribute: the last turn failed."""
LOST: Final[Mapping[str, Any]] = {"version": "lost"}
"""In place of a session that fails turn after turn: the next one starts afresh, and says so."""


def guard(
    handler: Handler,
    apology: Callable[[str], dict[str, Any]],
    log: Log,
    on_event: Callable[[Mapping[str, Any]], None] | None = None,
    skill_id: str | None = None,
) -> Handler:
    """`apology` makes the response that is spoken in a locale when nothing else can be.

    `on_event` gets skill events as they came: the SDK's model drops their body.
    """

    def entry(event: Any, context: Any) -> dict[str, Any]:
        kind = _text(event, "request", "type")
        try:
            if kind and skill_id and _skill_id(event) != skill_id:
                log({"event": "refused", "why": "skill_id"})
                return _envelope({"shouldEndSession": True})
            if kind in ANSWERED:
                return handler(event, context)
            if kind.startswith(EVENTS) and on_event:
                on_event(event)
            elif kind and kind not in EXPECTED:
                log({"event": "refused", "why": "request", "request": _name(kind)})
        except Exception as error:
            log({"event": "fault", "request": _name(kind), **fault(error)})
        if kind and kind not in ANSWERED:
            return _envelope({}, _kept(event))
        if not kind:
            log({"event": "refused", "why": "malformed"})
        kept = _kept(event)
        return _envelope(_apologise(event), _marked(kept) if kind else kept)

    def _apologise(event: Any) -> dict[str, Any]:
        try:
            return apology(_text(event, "request", "locale"))
        except Exception as error:
            log({"event": "fault", "request": "", **fault(error)})
            return {"shouldEndSession": True}

    return entry


def _envelope(response: dict[str, Any], attributes: Any = None) -> dict[str, Any]:
    return {"version": "1.0", "sessionAttributes": attributes or {}, "response": response}


def _at(event: Any, *path: str) -> Any:
    for name in path:
        event = event.get(name) if isinstance(event, Mapping) else None
    return event


def _text(event: Any, *path: str) -> str:
    found = _at(event, *path)
    return found if isinstance(found, str) else ""


def _skill_id(event: Any) -> str:
    place = ("application", "applicationId")
    return _text(event, "context", "System", *place) or _text(event, "session", *place)


def _name(kind: str) -> str:
    """A request type as it may be logged: whoever sends it could write anything into it."""
    return kind if kind.replace(".", "").isalnum() and len(kind) < 80 else "?"


def _kept(event: Any) -> Any:
    """What the session remembered, so that the person can just say it again."""
    attributes = _at(event, "session", "attributes")
    try:
        return attributes if len(json.dumps(attributes)) < MOST_KEPT else None
    except (ValueError, TypeError, RecursionError):
        return None


def _marked(kept: Any) -> Any:
    """After one failure the session may still be sound; after two in a row it is the cause."""
    if not isinstance(kept, Mapping):
        return LOST if kept else None
    return LOST if kept.get(FAILED) else {**kept, FAILED: True}
