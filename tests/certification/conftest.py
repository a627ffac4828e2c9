import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_tools.conversations import all_requests
from simulator.envelopes import Account, envelope, intent, launch
from simulator.recogniser import MODELS
from spasm_guide.bootstrap import build
from spasm_guide.languages.load import locales
from tests.limits import check, heard

LOCALES = locales()
PACKAGE = Path(MODELS).parents[1]


@dataclass
class Answer:
    """What the device does with a response."""

    raw: dict[str, Any]
    said: str = field(init=False)
    ends: bool = field(init=False)

    def __post_init__(self):
        response = self.raw["response"]
        self.said = heard(response["outputSpeech"]) if "outputSpeech" in response else ""
        self.ends = response.get("shouldEndSession") is True

    @property
    def attributes(self):
        return self.raw["sessionAttributes"]


class Alexa:
    """Sends a request in a session, and checks every limit of the answer."""

    def __init__(self, now):
        self._skill = build(log=self._note, tasks=lambda task, context: "unavailable")
        self._now = now
        self.faults = []

    def _note(self, record):
        if record["event"] != "turn":
            self.faults.append(record)

    def ask(self, request, attributes=None, locale="en-US", show=False):
        session = {"new": attributes is None, "sessionId": "s", "attributes": attributes or {}}
        event = envelope(Account(locale, show), request, self._now, session)
        answer = self._skill(event, None)
        assert not self.faults, self.faults
        check(request["type"], answer)
        return Answer(answer)

    def intent(self, name, attributes=None, slots=None, **how):
        return self.ask(intent(name, slots or {}), attributes, **how)

    def launch(self, **how):
        return self.ask(launch(), **how)


@pytest.fixture
def alexa():
    alexa = Alexa(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    yield alexa
    assert not alexa.faults


@pytest.fixture(scope="session")
def states():
    """One session for each question that the readable conversations come to."""
    skill = build(log=lambda record: None, tasks=lambda task, context: "unavailable")
    found: dict[str, dict[str, Any]] = {}
    for conversation in all_requests():
        attributes: dict[str, Any] = {}
        for event in conversation:
            session = {**event["session"], "attributes": attributes}
            answer = skill({**event, "session": session}, None)
            attributes = answer["sessionAttributes"]
            open_ = not answer["response"].get("shouldEndSession", True)
            if open_ and not attributes.get("unclear"):
                found.setdefault(attributes.get("asking") or "nothing", attributes)
    return found


@cache
def model(locale):
    """Intent name to its slots' names."""
    file = PACKAGE / f"interactionModels/custom/{locale}.json"
    language = json.loads(file.read_text())["interactionModel"]["languageModel"]
    return {
        each["name"]: [slot["name"] for slot in each.get("slots", [])]
        for each in language["intents"]
    }


def manifest():
    return json.loads((PACKAGE / "skill.json").read_text())["manifest"]
