"""Alexa's requests, as a device's account sends them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

SKILL_ID: Final = "amzn1.ask.skill.local"
MOST_APL: Final = "2024.3"
VIEWPORT: Final = {
    "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False}],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": 1280,
    "pixelHeight": 800,
    "dpi": 160,
    "currentPixelWidth": 1280,
    "currentPixelHeight": 800,
    "touch": ["SINGLE"],
}


@dataclass(frozen=True, slots=True)
class Account:
    locale: str = "en-US"
    show: bool = False
    """An Echo Show, rather than a speaker."""
    user: str = "amzn1.ask.account.local"
    api: str = "http://127.0.0.1"
    """Where Alexa's own web services are (see alexa_api.py)."""


def envelope(
    account: Account, request: Mapping[str, Any], now: datetime, session: Mapping[str, Any]
) -> dict[str, Any]:
    application = {"applicationId": SKILL_ID}
    user = {"userId": account.user}
    apl = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": MOST_APL}}}
    device = {
        "deviceId": "amzn1.ask.device.local",
        "supportedInterfaces": apl if account.show else {},
    }
    system = {
        "application": application,
        "user": user,
        "device": device,
        "apiEndpoint": account.api,
        "apiAccessToken": "local",
    }
    context: dict[str, Any] = {"System": system}
    if account.show:
        context["Viewport"] = VIEWPORT
    return {
        "version": "1.0",
        "session": {**session, "application": application, "user": user},
        "context": context,
        "request": {
            "requestId": f"amzn1.echo-api.request.{uuid4()}",
            "timestamp": now.isoformat(timespec="milliseconds"),
            "locale": account.locale,
            **request,
        },
    }


def launch() -> dict[str, Any]:
    return {"type": "LaunchRequest", "shouldLinkResultBeReturned": False}


def intent(name: str, slots: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    heard = {"name": name, "confirmationStatus": "NONE", "slots": dict(slots)}
    return {"type": "IntentRequest", "dialogState": "STARTED", "intent": heard}


def touch(arguments: list[Any], token: str) -> dict[str, Any]:
    return {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": token,
        "arguments": arguments,
        "source": {"type": "TouchWrapper", "handler": "Press", "id": ""},
        "components": {},
    }


def ended(reason: str) -> dict[str, Any]:
    return {"type": "SessionEndedRequest", "reason": reason}


def slot(name: str, value: str, resolved: str | None = None) -> dict[str, Any]:
    """A slot as the speech recogniser fills it; `resolved` is the id it matched in its type."""
    matched = [{"value": {"name": value, "id": resolved}}] if resolved else []
    status = {"code": "ER_SUCCESS_MATCH" if matched else "ER_SUCCESS_NO_MATCH"}
    found = {"authority": f"{SKILL_ID}.{name}", "status": status, "values": matched}
    return {
        "name": name,
        "value": value,
        "confirmationStatus": "NONE",
        "source": "USER",
        "resolutions": {"resolutionsPerAuthority": [found]},
    }
