"""An Echo: keeps the session and the time, speaks the reprompt, gives up after silence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol
from uuid import uuid4

from spasm_guide.conversation.heard import Heard
from spasm_guide.speech import ssml

from . import permission
from .alexa_api import Alerts
from .envelopes import Account, ended, envelope, intent, launch
from .memory import Memory
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
        memory: Memory | None = None,
    ) -> None:
        self._skill = skill
        self._ears = ears
        self._account = account
        self.memory = memory or Memory.fresh(now)
        self._alerts = alerts or Alerts()

    def faults(self) -> list[Mapping[str, object]]:
        """What went wrong in the skill since this was last asked."""
        found, self._skill.faults = self._skill.faults, []
        return found

    def open(self, heard: str = "") -> Turn:
        """Alexa, open spasm guide: a new session, whatever went on before."""
        self.memory.session = None
        return self._ask(heard, launch(), Recognised(""))

    def opens(self, words: str) -> bool:
        """Whether the words ask Alexa for the skill itself."""
        return self._ears.opens(words)

    def say(self, words: str) -> Turn:
        """In a session its next utterance, else a one-shot that begins one."""
        if self.memory.permission:
            return self._permit(words)
        recognised = self._ears.recognise(words)
        request = intent(recognised.intent, recognised.slots)
        return self._ask(words, request, recognised)

    def _permit(self, words: str) -> Turn:
        directive, self.memory.permission = self.memory.permission, None
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
        if self.memory.session is None:
            return self.idle(heard)
        self.memory.waited = False
        self._pass(LISTENS)
        if self.memory.reprompt is not None and not self.memory.reprompted:
            self.memory.reprompted = True
            said = ssml.listen(self.memory.reprompt)
            self.memory.silent_from = self.memory.now + timedelta(seconds=said.seconds)
            spoken: dict[str, Any] = {
                "speech": said.text,
                "ssml": self.memory.reprompt,
                "seconds": said.seconds,
            }
            return replace(self.idle(heard), **spoken, listening=True)
        self._skill(self._envelope(ended("EXCEEDED_MAX_REPROMPTS")))
        over = replace(self.idle(heard), request="SessionEndedRequest", ms=round(self._skill.ms, 2))
        self.memory.session = None
        return replace(over, asking=None, listening=False, ended=True)

    def wait(self, seconds: float, heard: str = "") -> Turn:
        """Let time pass, so that what comes next interrupts what is being said then."""
        self.memory.now += timedelta(seconds=seconds)
        self.memory.waited = True
        return self.idle(heard)

    def idle(self, heard: str) -> Turn:
        """Nothing happened: the state as it is."""
        if self.memory.session is None:
            return Turn(heard, ended=True)
        kept = standing(self.memory.session["attributes"])
        return Turn(heard, listening=self.memory.listening, **kept)

    def _ask(self, heard: str, request: Mapping[str, Any], recognised: Recognised) -> Turn:
        self._pass(0)
        if self.memory.session is None:
            session_id = f"amzn1.echo-api.session.{uuid4()}"
            self.memory.session = {"new": True, "sessionId": session_id, "attributes": {}}
        self._alerts.now = self.memory.now
        answer = self._skill(self._envelope(request))
        response, attributes = answer["response"], answer.get("sessionAttributes") or {}
        understood = self._skill.heard
        turn = Turn(
            heard,
            request=request["type"],
            intent=recognised.intent or None,
            slots=recognised.values,
            meaning=understood.meaning if understood else None,
            topic=understood.topic if understood else None,
            ms=round(self._skill.ms, 2),
            alerts=self._alerts.taken(),
            **answered(response),
            **standing(attributes),
        )
        self.memory.permission = permission.asked_for(response)
        if self.memory.permission:
            turn = _with_question(turn, permission.question(self.memory.permission))
        self.memory.session = None if turn.ended else {**self.memory.session, "new": False}
        if self.memory.session is not None:
            self.memory.session["attributes"] = attributes
        self.memory.listening, self.memory.reprompted = turn.listening, False
        self.memory.reprompt = (response.get("reprompt") or {}).get("outputSpeech", {}).get("ssml")
        self.memory.silent_from = self.memory.now + timedelta(seconds=turn.seconds)
        return turn

    def _pass(self, seconds: float) -> None:
        """Up to the end of what is being said, unless somebody waited for a moment in it."""
        if not self.memory.waited:
            self.memory.now = max(self.memory.now, self.memory.silent_from)
        self.memory.now += timedelta(seconds=seconds)
        self.memory.waited = False

    def _envelope(self, request: Mapping[str, Any]) -> dict[str, Any]:
        assert self.memory.session is not None
        return envelope(self._account, request, self.memory.now, self.memory.session)


def _with_question(turn: Turn, question: str) -> Turn:
    """Alexa's own question after what the skill said; the session waits for the answer."""
    said = ssml.listen(ssml.speak([turn.speech, question]))
    return replace(turn, speech=said.text, seconds=said.seconds, listening=True, ended=False)
