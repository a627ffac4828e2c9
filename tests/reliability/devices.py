"""Requests as the many kinds of device send them: every type, with all that Amazon documents."""

import copy
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

APPLICATION: Final = {"applicationId": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"}
USER: Final = {
    "userId": "amzn1.ask.account.THEIRS",
    "accessToken": "a token",
    "permissions": {
        "consentToken": "a token",
        "scopes": {"alexa::alerts:timers:skill:readwrite": {"status": "GRANTED"}},
    },
}
UNIT: Final = {"unitId": "amzn1.ask.unit.U", "persistentUnitId": "amzn1.alexa.unit.did.P"}
PERSON: Final = {
    "personId": "amzn1.ask.person.P",
    "accessToken": "a token",
    "authenticationConfidenceLevel": {
        "level": 300,
        "customPolicy": {"policyName": "pin"},
    },
}
APL: Final = {
    "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}},
    "Alexa.Presentation.APLT": {"runtime": {"maxVersion": "1.0"}},
}
APLA: Final = {"Alexa.Presentation.APLA": {"runtime": {"maxVersion": "0.91"}}}
AUDIO: Final[dict[str, Any]] = {"AudioPlayer": {}}
EXPERIENCE: Final = {
    "arcMinuteWidth": 346,
    "arcMinuteHeight": 216,
    "canRotate": False,
    "canResize": False,
}


def _hub(shape: str, width: int, height: int, dpi: int = 160) -> dict[str, Any]:
    return {
        "Viewport": {
            "experiences": [EXPERIENCE],
            "mode": "HUB",
            "shape": shape,
            "pixelWidth": width,
            "pixelHeight": height,
            "dpi": dpi,
            "currentPixelWidth": width,
            "currentPixelHeight": height,
            "touch": ["SINGLE"],
            "keyboard": ["DIRECTION"],
            "video": {"codecs": ["H_264_42", "H_264_41"]},
        },
        "Viewports": [
            {
                "type": "APL",
                "id": "main",
                "shape": shape,
                "dpi": dpi,
                "presentationType": "STANDARD",
                "canRotate": False,
                "configuration": {
                    "current": {
                        "mode": "HUB",
                        "video": {"codecs": ["H_264_42"]},
                        "size": {"type": "DISCRETE", "pixelWidth": width, "pixelHeight": height},
                    }
                },
            }
        ],
        "Extensions": {"available": {"aplext:backstack:10": {}}},
        "Alexa.Presentation.APL": {
            "token": "menu",
            "version": "AriaRuntimeLibrary-2024.3",
            "componentsVisibleOnScreen": [
                {"id": "", "type": "text", "uid": ":1000", "position": "1280x800+0+0:0"}
            ],
        },
    }


TEXT_VIEWPORT: Final = {
    "type": "APLT",
    "id": "text",
    "supportedProfiles": ["FOUR_CHARACTER_CLOCK"],
    "lineLength": 4,
    "lineCount": 1,
    "format": "SEVEN_SEGMENT",
    "interSegments": [{"x": 2, "y": 0, "characters": "':."}],
}
_TV: Final = _hub("RECTANGLE", 1920, 1080, 320)
_TV["Viewport"] |= {"mode": "TV", "touch": []}
_PHONE: Final = _hub("RECTANGLE", 1170, 2532, 460)
_PHONE["Viewport"] |= {"mode": "MOBILE"}

DEVICES: Final[Mapping[str, tuple[dict[str, Any], dict[str, Any]]]] = {
    "dot": ({**AUDIO, **APLA}, {"AudioPlayer": {"playerActivity": "IDLE"}}),
    "playing": (
        {**AUDIO, **APLA},
        {
            "AudioPlayer": {
                "playerActivity": "PLAYING",
                "token": "t",
                "offsetInMilliseconds": 7,
            },
            "PlaybackController": {},
        },
    ),
    "clock": ({**AUDIO, **APL}, {"Viewports": [TEXT_VIEWPORT]}),
    "spot": ({**APL, **AUDIO}, _hub("ROUND", 480, 480)),
    "show 5": ({**APL, **APLA, **AUDIO}, _hub("RECTANGLE", 960, 480)),
    "show 8": ({**APL, **APLA, **AUDIO, "VideoApp": {}}, _hub("RECTANGLE", 1280, 800, 213)),
    "show 15": ({**APL, **APLA, "Alexa.Presentation.HTML": {}}, _hub("RECTANGLE", 1920, 1080)),
    "television": ({**APL, **APLA, "VideoApp": {}}, _TV),
    "phone": ({**APL, **APLA, "Alexa.Presentation.HTML": {}}, _PHONE),
    "moving": (
        {**AUDIO, "Geolocation": {}, "Navigation": {}},
        {
            "Geolocation": {
                "timestamp": "2026-11-24T11:59:00Z",
                "locationServices": {"access": "ENABLED", "status": "RUNNING"},
                "coordinate": {
                    "latitudeInDegrees": 38.2,
                    "longitudeInDegrees": 28.3,
                    "accuracyInMeters": 12.1,
                },
                "altitude": {"altitudeInMeters": 120.1, "accuracyInMeters": 30.1},
                "heading": {"directionInDegrees": 180.0, "accuracyInDegrees": 5.0},
                "speed": {"speedInMetersPerSecond": 10.0, "accuracyInMetersPerSecond": 1.1},
            },
            "Automotive": {},
        },
    ),
}
"""What a kind supports, and what it tells of itself beside `System`."""


def _slot(name: str, value: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "confirmationStatus": "NONE",
        "source": "USER",
        "slotValue": {"type": "Simple", "value": value},
        **more,
    }


def _intent(name: str, *slots: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "IntentRequest",
        "dialogState": "STARTED",
        "intent": {
            "name": name,
            "confirmationStatus": "NONE",
            "slots": {slot["name"]: slot for slot in slots},
        },
    }


_MATCHED: Final = {
    "resolutionsPerAuthority": [
        {
            "authority": "amzn1.er-authority.echo-sdk.x.STRETCH",
            "status": {"code": "ER_SUCCESS_MATCH"},
            "values": [{"value": {"name": "cat cow", "id": "cat_cow"}}],
        }
    ]
}
_BUILT_IN: Final = ("Yes", "No", "Help", "Stop", "Repeat", "Next", "Pause", "Resume", "Fallback")

REQUESTS: Final[tuple[dict[str, Any], ...]] = (
    {"type": "LaunchRequest", "shouldLinkResultBeReturned": False},
    {
        "type": "LaunchRequest",
        "task": {"name": "x.StartStretchRoutine", "version": "1", "input": {"stretch": "cat cow"}},
        "metadata": {"referrer": "amzn1.alexa-speechlet-client.SequencedSimpleIntentHandler"},
    },
    _intent("FreeSpeechIntent", _slot("speech", "i'm numb between my legs")),
    _intent("FreeSpeechIntent", _slot("speech", "i can't feel my foot")),
    _intent("TellMyIntent", _slot("query", "back has locked up")),
    _intent("StartStretchIntent", _slot("stretch", "cat cow", resolutions=_MATCHED)),
    *(_intent(f"AMAZON.{name}Intent") for name in _BUILT_IN),
    {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": "menu",
        "arguments": ["start_check"],
        "source": {"type": "TouchWrapper", "handler": "Press", "id": "", "value": None},
        "components": {},
    },
    {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "payload": {"@type": "AskForPermissionsConsentResponse", "status": "DENIED"},
        "token": "ice_timer",
    },
    {
        "type": "SessionResumedRequest",
        "cause": {
            "type": "ConnectionCompleted",
            "token": "t",
            "status": {"code": "200", "message": "OK"},
            "result": {},
        },
    },
    {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
    {
        "type": "SessionEndedRequest",
        "reason": "ERROR",
        "error": {"type": "INVALID_RESPONSE", "message": "SSML"},
    },
    {
        "type": "System.ExceptionEncountered",
        "error": {"type": "INVALID_RESPONSE", "message": "m"},
        "cause": {"requestId": "r"},
    },
    {
        "type": "Alexa.Presentation.APL.RuntimeError",
        "token": "menu",
        "errors": [{"type": "RENDER_ERROR", "reason": "UNKNOWN_ERROR", "message": "m"}],
    },
    {"type": "AudioPlayer.PlaybackStopped", "token": "t", "offsetInMilliseconds": 7},
)


def envelope(device: str, request: Mapping[str, Any], said_before: Any = None) -> dict[str, Any]:
    supports, more = DEVICES[device]
    system = {
        "application": APPLICATION,
        "user": USER,
        "person": PERSON,
        "unit": UNIT,
        "device": {
            "deviceId": "amzn1.ask.device.D",
            "persistentEndpointId": "amzn1.alexa.endpoint.E",
            "supportedInterfaces": supports,
        },
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": "a token",
    }
    experimentation: dict[str, Any] = {"activeExperiments": [], "triggeredExperiments": []}
    return copy.deepcopy(
        {
            "version": "1.0",
            "session": {
                "new": said_before is None,
                "sessionId": "amzn1.echo-api.session.S",
                "application": APPLICATION,
                "attributes": said_before or {},
                "user": USER,
            },
            "context": {"System": system, "Experimentation": experimentation, **more},
            "request": {
                "requestId": "amzn1.echo-api.request.R",
                "timestamp": datetime(2026, 11, 24, 12, tzinfo=UTC).isoformat(),
                "locale": "en-US",
                **request,
            },
        }
    )


def all_envelopes() -> list[dict[str, Any]]:
    return [envelope(device, request) for device in DEVICES for request in REQUESTS]


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every part below the top."""
    children = node.items() if isinstance(node, dict) else enumerate(node)
    for key, child in children:
        yield (*path, key)
        if isinstance(child, dict | list):
            yield from places(child, (*path, key))
