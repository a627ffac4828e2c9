"""All that is read of a request, made anew as the SDK's model wants it.

The model knows the values of the day it was written, and one new word in a part that nobody reads
would fail the turn, an emergency's too. So the SDK is given what is read, and nothing else.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from spasm_guide.alexa.incoming import LOST, at, kept, skill_id, text, user
from spasm_guide.alexa.intents import NAMED_SLOTS, SPEECH_SLOTS

APL: Final = "Alexa.Presentation.APL"
YEARS: Final = range(1971, 9000)
"""Between them there is room for any time zone."""
MILLISECONDS: Final = 100_000_000_000
"""No smaller number is one of milliseconds; no larger one of seconds."""


def narrow(event: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "version": "1.0",
        "session": _session(event),
        "context": {"System": _system(event)},
        "request": _request(event),
    }


def _session(event: Mapping[str, Any]) -> dict[str, Any]:
    """A request without a session begins one; attributes that nobody can send back are lost."""
    attributes = at(event, "session", "attributes")
    if attributes and not (isinstance(attributes, Mapping) and kept(event)):
        attributes = LOST
    return {"new": at(event, "session", "new") is True, "attributes": attributes or {}}


def _system(event: Mapping[str, Any]) -> dict[str, Any]:
    system = at(event, "context", "System")
    screen = at(system, "device", "supportedInterfaces", APL) is not None
    return {
        "application": {"applicationId": skill_id(event)},
        "user": {"userId": user(event)},
        "person": {"personId": text(system, "person", "personId")},
        "device": {
            "deviceId": text(system, "device", "deviceId"),
            "supportedInterfaces": {APL: {}} if screen else {},
        },
        "apiEndpoint": text(system, "apiEndpoint"),
        "apiAccessToken": text(system, "apiAccessToken"),
    }


def _request(event: Mapping[str, Any]) -> dict[str, Any]:
    request = at(event, "request")
    kind = text(request, "type")
    read: dict[str, Any] = {
        "type": kind,
        "requestId": text(request, "requestId"),
        "timestamp": moment(at(request, "timestamp")).isoformat(),
        "locale": text(request, "locale"),
    }
    if kind == "IntentRequest":
        read["intent"] = _intent(at(request, "intent"))
    elif kind == "LaunchRequest":
        read["task"] = {"name": text(request, "task", "name")}
    elif kind == "Connections.Response":
        read["token"] = text(request, "token")
        read["payload"] = {"status": text(request, "payload", "status")}
    elif kind == "Alexa.Presentation.APL.UserEvent":
        read["token"] = text(request, "token")
        arguments = at(request, "arguments")
        read["arguments"] = arguments if isinstance(arguments, list) else []
    return read


def moment(stamp: Any) -> datetime:
    """When Alexa sent it: ISO 8601, or milliseconds from old consoles; else our own clock tells."""
    try:
        if isinstance(stamp, str) and not stamp.isdecimal():
            sent = datetime.fromisoformat(stamp)
        else:
            number = float(stamp)
            seconds = number / 1000 if number >= MILLISECONDS else number
            sent = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, TypeError, OverflowError, OSError):
        return datetime.now(UTC)
    if sent.year not in YEARS:
        return datetime.now(UTC)
    return sent if sent.tzinfo else sent.replace(tzinfo=UTC)


def _intent(intent: Any) -> dict[str, Any]:
    slots = {name: at(intent, "slots", name) for name in (*SPEECH_SLOTS, *NAMED_SLOTS)}
    return {
        "name": text(intent, "name"),
        "slots": {name: _slot(name, slot) for name, slot in slots.items() if slot},
    }


def _slot(name: str, slot: Any) -> dict[str, Any]:
    values = [{"value": {"id": matched}}] if (matched := _matched(slot)) else []
    found = {"authority": "", "values": values}
    resolutions = {"resolutionsPerAuthority": [found]}
    return {"name": name, "value": text(slot, "value"), "resolutions": resolutions}


def _matched(slot: Any) -> str:
    """The id of the first value that any authority matched the words to."""
    authorities = at(slot, "resolutions", "resolutionsPerAuthority")
    for authority in authorities if isinstance(authorities, list) else ():
        values = at(authority, "values")
        for value in values if isinstance(values, list) else ():
            if matched := text(value, "value", "id"):
                return matched
    return ""
