"""One request of every type that Alexa may send, and some that it may not."""

import copy
from typing import Any

from build_tools.conversations import Requests, all_requests

BARE: tuple[dict[str, Any], ...] = (
    {"type": "LaunchRequest"},
    {"type": "LaunchRequest", "task": {"name": "x.StartStretchRoutine", "version": "1"}},
    {"type": "SessionResumedRequest", "cause": {"type": "ConnectionCompleted"}},
    {"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"},
    {
        "type": "SessionEndedRequest",
        "reason": "ERROR",
        "error": {"type": "INVALID_RESPONSE", "message": "m"},
    },
    {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": "menu",
        "arguments": ["start_check"],
        "source": {"type": "TouchWrapper"},
        "components": {},
    },
    {"type": "Alexa.Presentation.APL.RuntimeError", "token": "t", "errors": []},
    {"type": "Alexa.Presentation.APLA.RuntimeError", "token": "t", "errors": []},
    {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "payload": {"status": "DENIED"},
        "token": "ice_timer",
    },
    {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE"}},
    {"type": "CanFulfillIntentRequest", "intent": {"name": "StartCheckIntent", "slots": {}}},
    {"type": "PlaybackController.NextCommandIssued"},
    {"type": "AlexaSkillEvent.SkillDisabled", "body": {}},
    {"type": "AlexaSkillEvent.SkillPermissionAccepted", "body": {"acceptedPermissions": []}},
    {"type": "Never.HeardOf", "anything": [1, 2]},
)


def every_type() -> list[Requests]:
    """Each type as the first request, and in the middle of a conversation."""
    conversations = all_requests()
    launch = next(c[0] for c in conversations if c[0]["request"]["type"] == "LaunchRequest")
    found = []
    for bare in BARE:
        event = copy.deepcopy(launch)
        common = {k: launch["request"][k] for k in ("requestId", "timestamp", "locale")}
        event["request"] = {**common, **bare}
        found += [[event], [*copy.deepcopy(conversations[0][:4]), event]]
    return found
