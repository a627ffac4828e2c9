"""The entry: whatever comes in, something safe goes out."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.alexa import incoming
from spasm_guide.alexa.log import Log, fault
from spasm_guide.alexa.rejected import rejection

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


class EventFailed(Exception):
    """Goes out on purpose: Alexa sends again what failed, and Lambda keeps what goes on failing."""


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
        kind = incoming.text(event, "request", "type")
        try:
            if kind and skill_id and incoming.skill_id(event) != skill_id:
                log({"event": "refused", "why": "skill_id"})
                return _envelope({"shouldEndSession": True})
            if kind in ANSWERED:
                return handler(event, context)
            if kind.startswith(EVENTS):
                if on_event:
                    on_event(event)
            elif rejected := rejection(event):
                log(rejected)
            elif kind and kind not in EXPECTED:
                log({"event": "refused", "why": "request", "request": incoming.name(kind)})
        except Exception as error:
            log({"event": "fault", "request": incoming.name(kind), **fault(error)})
            if kind.startswith(EVENTS):
                raise EventFailed(incoming.name(kind)) from None
        if kind and kind not in ANSWERED:
            return _envelope({}, incoming.kept(event))
        if not kind:
            log({"event": "refused", "why": "malformed"})
        kept = incoming.kept(event)
        return _envelope(_apologise(event), incoming.marked(kept) if kind else kept)

    def _apologise(event: Any) -> dict[str, Any]:
        try:
            return apology(incoming.text(event, "request", "locale"))
        except Exception as error:
            log({"event": "fault", "request": "", **fault(error)})
            return {"shouldEndSession": True}

    return entry


def _envelope(response: dict[str, Any], attributes: Any = None) -> dict[str, Any]:
    return {"version": "1.0", "sessionAttributes": attributes or {}, "response": response}
