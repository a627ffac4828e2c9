"""An Echo: keeps the session and the time, speaks the reprompt, gives up after silence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Protocol
from uuid import uuid4

from spasm_guide.conversation.heard import Heard
from spasm_guide.speech import ssml

from . import permission
from .alexa_api import Alerts
from .envelopes import Account, ended, envelope, intent, launch
from .recogniser import Recognised
from .turn import Turn, answered, standing

LISTENS: Final = 8.0
"""Seconds that the microphone stays open."""


class Skill(Protocol):
    """The handler, and what simulator.skill tells beside its response."""

    heard: Heard | None
    faults: list[Mapping[str, object]]
    ms: float

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]: ...


class Ears(Protocol):
    def recognise(self, words: str) -> Recognised: ...

    def opens(self, words: str) -> bool: ...


class Device:
    def __init__(
        self,
        skill: Skill,
        ears: Ears,
        account: Account,
        now: datetime | None = None,
        alerts: Alerts | None = None,
    ) -> None:
        self._skill = skill
        self._ears = ears
        self._account = account
        self._now = now or datetime.now(UTC)
        self._silent_from = self._now
        """When what is being said will have been said."""
        self._waited = False
        self._session: dict[str, Any] | None = None
        self._last = Turn("")
        self._reprompted = False
        self._alerts = alerts or Alerts()
        self._permission: Mapping[str, Any] | None = None
        """What Alexa asks in the skill's name; the next answer is hers."""

    def faults(self) -> list[Mapping[str, object]]:
        """What went wrong in the skill since this was last asked."""
        found, self._skill.faults = self._skill.faults, []
        return found

    def open(self, heard: str = "") -> Turn:
        """Alexa, open spasm guide: a new session, whatever went on before."""
        self._session = None
        return self._ask(heard, launch(), Recognised(""))

    def opens(self, words: str) -> bool:
        """Whether the words ask Alexa for the skill itself."""
        return self._ears.opens(words)

    def say(self, words: str) -> Turn:
        """In a session its next utterance, else a one-shot that begins one."""
        if self._permission:
            return self._permit(words)
        recognised = self._ears.recognise(words)
        request = intent(recognised.intent, recognised.slots)
        return self._ask(words, request, recognised)

    def _permit(self, words: str) -> Turn:
        directive, self._permission = self._permission, None
        assert directive is not None
        request = permission.answer(directive, words)
        if request["payload"]["status"] == "ACCEPTED":
            self._alerts.granted.add(permission.scope(directive))
        return self._ask(words, request, Recognised(""))

    def send(self, request: Mapping[str, Any], heard: str = "") -> Turn:
        """Any other request, such as a touch."""
        return self._ask(heard, request, Recognised(""))

    def silence(self, heard: str = "") -> Turn:
        """Say nothing until the device gives up: first the reprompt, then the end."""
        if self._session is None:
            return self.idle(heard)
        self._waited = False
        self._pass(LISTENS)
        if self._last.reprompt is not None and not self._reprompted:
            self._reprompted = True
            said = ssml.listen(self._last_reprompt)
            self._silent_from = self._now + timedelta(seconds=said.seconds)
            spoken = {"speech": said.text, "ssml": self._last_reprompt, "seconds": said.seconds}
            return replace(self.idle(heard), **spoken, listening=True)
        self._skill(self._envelope(ended("EXCEEDED_MAX_REPROMPTS")))
        over = replace(self.idle(heard), request="SessionEndedRequest", ms=round(self._skill.ms, 2))
        self._session = None
        return replace(over, asking=None, listening=False, ended=True)

    def wait(self, seconds: float, heard: str = "") -> Turn:
        """Let time pass, so that what comes next interrupts what is being said then."""
        self._now += timedelta(seconds=seconds)
        self._waited = True
        return self.idle(heard)

    def idle(self, heard: str) -> Turn:
        """Nothing happened: the state as it is."""
        if self._session is None:
            return Turn(heard, ended=True)
        kept = standing(self._session["attributes"])
        return Turn(heard, listening=self._last.listening, **kept)

    def _ask(self, heard: str, request: Mapping[str, Any], recognised: Recognised) -> Turn:
        self._pass(0)
        if self._session is None:
            session_id = f"amzn1.echo-api.session.{uuid4()}"
            self._session = {"new": True, "sessionId": session_id, "attributes": {}}
        answer = self._skill(self._envelope(request))
        response, attributes = answer["response"], answer.get("sessionAttributes") or {}
        understood = self._skill.heard
        turn = Turn(
            heard,
            request=request["type"],
            intent=recognised.intent or None,
            slots=recognised.values,
            meaning=understood.meaning if understood else None,
            ms=round(self._skill.ms, 2),
            alerts=self._alerts.taken(),
            **answered(response),
            **standing(attributes),
        )
        self._permission = permission.asked_for(response)
        if self._permission:
            turn = _with_question(turn, permission.question(self._permission))
        self._session = None if turn.ended else {**self._session, "new": False}
        if self._session is not None:
            self._session["attributes"] = attributes
        self._last, self._reprompted = turn, False
        self._last_reprompt = (response.get("reprompt") or {}).get("outputSpeech", {}).get("ssml")
        self._silent_from = self._now + timedelta(seconds=turn.seconds)
        return turn

    def _pass(self, seconds: float) -> None:
        """Up to the end of what is being said, unless somebody waited for a moment in it."""
        if not self._waited:
            self._now = max(self._now, self._silent_from)
        self._now += timedelta(seconds=seconds)
        self._waited = False

    def _envelope(self, request: Mapping[str, Any]) -> dict[str, Any]:
        assert self._session is not None
        return envelope(self._account, request, self._now, self._session)


def _with_question(turn: Turn, question: str) -> Turn:
    """Alexa's own question after what the skill said; the session waits for the answer."""
    said = ssml.listen(ssml.speak([turn.speech, question]))
    return replace(turn, speech=said.text, seconds=said.seconds, listening=True, ended=False)
