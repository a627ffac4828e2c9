"""Alexa asking in the name of a skill for a permission, and what she makes of the answer."""

from collections.abc import Mapping
from typing import Any, Final

YES: Final = frozenset({"yes", "i approve", "approve", "sure", "ok", "okay", "yeah", "yes please"})
NO: Final = frozenset({"no", "no thanks", "nope", "never"})
QUESTION: Final = (
    "Do you give Spasm Guide permission to use your {what}? You can say I approve, or no."
)
THINGS: Final = {"timers": "timers", "reminders": "reminders"}


def asked_for(response: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The directive that asks for one, where there is one."""
    return next(
        (each for each in response.get("directives") or () if each.get("name") == "AskFor"), None
    )


def scope(directive: Mapping[str, Any]) -> str:
    return str(directive["payload"]["permissionScope"])


def question(directive: Mapping[str, Any]) -> str:
    what = next((each for each in THINGS.values() if each in scope(directive)), "data")
    return QUESTION.format(what=what)


def answer(directive: Mapping[str, Any], words: str) -> dict[str, Any]:
    """The request that tells the skill how it went."""
    said = words.strip().lower()
    status = "ACCEPTED" if said in YES else "DENIED" if said in NO else "NOT_ANSWERED"
    return {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "payload": {
            "@type": "AskForPermissionsConsentResponse",
            "@version": "1",
            "permissionScope": scope(directive),
            "status": status,
            "isCardThrown": False,
        },
        "token": directive.get("token"),
    }
