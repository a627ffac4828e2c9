"""Alexa says that she could not use an answer: the person heard nothing, or saw nothing."""

from typing import Any, Final

from spasm_guide.alexa.incoming import at, name, text

FROM_SCREENS: Final = (
    "Alexa.Presentation.APL.RuntimeError",
    "Alexa.Presentation.APLA.RuntimeError",
)


def rejection(event: Any) -> dict[str, object] | None:
    """What may be logged of it: kinds, never the message, which can quote an answer."""
    request = at(event, "request")
    kind, error = text(request, "type"), at(request, "error")
    if kind in FROM_SCREENS:
        errors = at(request, "errors")
        error = errors[0] if isinstance(errors, list) and errors else None
        reason = text(error, "reason")
    elif kind == "System.ExceptionEncountered":
        reason = ""
    elif kind == "SessionEndedRequest" and (error or text(request, "reason") == "ERROR"):
        reason = text(request, "reason")
    else:
        return None
    return {
        "event": "rejected",
        "request": kind,
        "reason": name(reason) if reason else "",
        "error": name(text(error, "type") or "UNKNOWN"),
    }
