"""An Alexa request to what it means in the conversation."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from spasm_guide.alexa.intents import meaning_of, plain, spoken_words
from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.content.questions import question
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session

Reader = Callable[[str, str | None, str], Heard]
"""The words, the open question, the locale."""

SPOKEN_AT: Final = "spoken_at"
"""Session attribute beside those of Session: when our last answer began, in epoch seconds."""
SEVERITIES: Final = tuple(map(str, range(11)))
ROUTINE_TASK: Final = "StartStretchRoutine"
"""Custom task of the skill package, for quick links and routines."""


def hear(envelope: Any, session: Session, elapsed: float | None, read: Reader) -> Heard:
    """Raise ValueError for a request that nobody could answer."""
    request = envelope.request
    kind = request.object_type
    if kind == "IntentRequest":
        locale, asking = request.locale or "", session.asking
        words = spoken_words(request.intent, locale)
        heard = read(words, asking, locale) if words else meaning_of(request.intent, asking)
    elif kind in ("LaunchRequest", "SessionResumedRequest"):
        heard = _opened(getattr(request, "task", None))
    elif kind == "Alexa.Presentation.APL.UserEvent":
        heard = _touched(request, session.asking)
    elif kind == "Connections.Response":
        heard = _outcome(request)
    else:
        raise ValueError("no such request")
    return replace(heard, elapsed=elapsed)


def elapsed_since(attributes: Mapping[str, Any], now: datetime) -> float | None:
    """Seconds since our last answer began; None where the clock is unknown or ran backwards."""
    spoken_at = attributes.get(SPOKEN_AT)
    if isinstance(spoken_at, bool) or not isinstance(spoken_at, int | float):
        return None
    seconds = now.timestamp() - spoken_at
    return seconds if 0 <= seconds < float("inf") else None


def _opened(task: Any) -> Heard:
    name = getattr(task, "name", None) or ""
    return Heard("start_stretch") if name.rpartition(".")[2] == ROUTINE_TASK else Heard("open")


def _touched(request: Any, asking: str | None) -> Heard:
    """A touch sends a meaning and, with some, a name: `["start_stretch", "cat_cow"]`.

    Its document carries the question it was drawn for: a second tap on a screen that is
    no longer true must not answer the next question.
    """
    arguments = request.arguments or []
    meaning = arguments[0] if arguments else None
    if meaning not in MEANINGS:
        return Heard("unclear")
    if request.token != token_of(asking):
        return Heard("repeat")
    name = arguments[1] if len(arguments) > 1 else None
    if meaning == "start_stretch":
        return Heard(meaning, stretch=name if isinstance(name, str) else None)
    if meaning == "explain_sign":
        return Heard(meaning, sign=name if name in SIGNS else None)
    if meaning == "report":
        return _told(asking, *(str(each) for each in arguments[1:3]))
    return plain(meaning, asking)


def _told(asking: str | None, name: str = "", value: str = "") -> Heard:
    """An item of the open question, or what was chosen: `place` `bed`, `severity` `7`."""
    q = question(asking)
    item = next((each for each in q.items if each.name == name), None) if q else None
    if item:
        details = {"items": {item.finding: [item.name]}}
        return Heard("report", answers={item.finding: "yes"}, details=details)
    if name == "place" and value in PLACES:
        return Heard("report", details={name: value})
    if name == "severity" and value in SEVERITIES:
        return Heard("report", details={name: int(value)})
    return Heard("unclear")


def token_of(asking: str | None) -> str:
    """The token of a screen: the question that was open when it was drawn."""
    return asking or "nothing"


def _outcome(request: Any) -> Heard:
    """Alexa asked for a permission in our name, and comes back with the answer."""
    status = str((request.payload or {}).get("status") or "").lower()
    details = {"task": "permission", "outcome": status, "token": request.token}
    return Heard("outcome", details=details)
