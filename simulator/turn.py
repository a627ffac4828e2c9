"""What one line of a conversation came to: the keys of `talk --json`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from spasm_guide.alexa.display import DATA
from spasm_guide.alexa.request import SPOKEN_AT
from spasm_guide.conversation.session import ForeignSession, Session
from spasm_guide.speech import ssml


@dataclass(frozen=True, slots=True)
class Turn:
    heard: str
    request: str | None = None
    intent: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    meaning: str | None = None
    topic: str | None = None
    speech: str = ""
    ssml: str = ""
    reprompt: str | None = None
    seconds: float = 0.0
    asking: str | None = None
    listening: bool = False
    ended: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    tier: str | None = None
    rule: str | None = None
    reasons: tuple[str, ...] = ()
    card: Mapping[str, str] | None = None
    screen: Mapping[str, Any] | None = None
    directives: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    """Timers and reminders that were set in this turn."""
    ms: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The keys that are agreed on, and `alerts` where any was set."""
        keys = asdict(self)
        if not self.alerts:
            del keys["alerts"]
        return keys


def standing(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Where the conversation stands, as a turn shows it."""
    ours = {name: value for name, value in attributes.items() if name != SPOKEN_AT}
    try:
        session = Session.from_attributes(ours)
    except ForeignSession:
        session = Session()
    return {
        "asking": session.asking,
        "answers": dict(session.answers),
        "tier": session.tier,
        "rule": session.rule,
        "reasons": session.reasons,
    }


def answered(response: Mapping[str, Any]) -> dict[str, Any]:
    """What a device makes of a response."""
    spoken = _ssml(response)
    said = ssml.listen(spoken) if spoken else ssml.Spoken("", 0.0)
    again = _ssml(response.get("reprompt") or {})
    directives = response.get("directives") or ()
    card = response.get("card")
    return {
        "speech": said.text,
        "ssml": spoken,
        "reprompt": ssml.listen(again).text if again else None,
        "seconds": said.seconds,
        "listening": response.get("shouldEndSession") is False,
        "ended": response.get("shouldEndSession") is True,
        "card": {"title": card["title"], "text": card["content"]} if card else None,
        "screen": next((_screen(each) for each in directives if "document" in each), None),
        "directives": tuple(each["type"] for each in directives),
    }


def _ssml(said: Mapping[str, Any]) -> str:
    return str((said.get("outputSpeech") or {}).get("ssml") or "")


def _screen(directive: Mapping[str, Any]) -> dict[str, Any]:
    data = directive["datasources"][DATA]
    return {"name": data["name"], "data": data}
