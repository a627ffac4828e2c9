"""Every fault at the edge is seen, in a line of the log that is a metric, and spoken through."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.alexa_api import Alerts, AlexaApi
from simulator.device import Device
from simulator.envelopes import Account, envelope
from simulator.recogniser import load
from simulator.skill import Skill
from spasm_guide.alexa.guard import EventFailed
from spasm_guide.alexa.metrics import measured
from spasm_guide.bootstrap import build
from tests.services.conftest import dripping, serving  # noqa: F401
from tests.services.test_diary import Broken, hang, surprise

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
REJECTED = (
    {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "INVALID_RESPONSE"}},
    {"type": "System.ExceptionEncountered", "error": {"type": "INTERNAL_SERVICE_ERROR"}},
    {"type": "Alexa.Presentation.APL.RuntimeError", "errors": [{"type": "RENDER_ERROR"}]},
)


@pytest.fixture
def lines(monkeypatch):
    """What CloudWatch gets of the skill on the simulated device."""
    found: list = []
    log = measured(found.append)
    monkeypatch.setattr(Skill, "_note", lambda self, record: log(record))
    return found


def device(monkeypatch, store=None, **account):
    if store:
        monkeypatch.setattr("simulator.stores.open_diary", lambda folder: (store, "pepper" * 8))
    data = Path("nowhere") if store else None
    return Device(Skill(data=data), load("en-US"), Account(**account), NOON)


def counted(lines, name):
    return sum(line.get(name, 0) for line in lines)


@pytest.mark.parametrize(("wrong", "faults"), [(hang, 0), (surprise, 1)])
def test_a_slow_or_broken_store(lines, monkeypatch, wrong, faults):
    turn = device(monkeypatch, Broken(wrong)).say("log a spasm")
    assert "couldn't note it" in turn.speech
    assert counted(lines, "TasksFailed") == 1
    assert counted(lines, "Faults") == faults


@pytest.mark.parametrize("answer", [{"wait": 3}, {"status": 500, "body": b"<html>"}])
def test_a_slow_or_broken_service_of_alexas(lines, monkeypatch, serving, answer):  # noqa: F811
    alone = device(monkeypatch, api=serving(**answer))
    alone.say("set an ice timer")
    turn = alone.say("yes")
    assert "set a timer" in turn.speech
    assert [line["status"] for line in lines if line["event"] == "task"] == ["unavailable"]


def test_a_service_that_never_ends_its_answer(lines, monkeypatch, dripping):  # noqa: F811
    alone = device(monkeypatch, api=dripping)
    alone.say("set an ice timer")
    assert "set a timer" in alone.say("yes").speech
    assert counted(lines, "TasksFailed") == 1


def test_a_token_that_has_expired(lines, monkeypatch):
    monkeypatch.setattr("simulator.alexa_api.TOKEN", "another")
    api = AlexaApi(Alerts())
    alone = device(monkeypatch, api=api.endpoint)
    alone.say("set an ice timer")
    turn = alone.say("yes")
    api.close()
    assert turn.directives == ("Connections.SendRequest",)
    assert [line["status"] for line in lines if line["event"] == "task"] == ["permission"]


@pytest.mark.parametrize("wrong", [hang, surprise])
def test_a_deletion_that_fails_is_told_to_alexa_and_counted(wrong):
    lines: list = []
    skill = build(diary=lambda: (Broken(wrong_now(wrong)), "p" * 32), log=measured(lines.append))
    session = {"new": True, "sessionId": "s", "attributes": {}}
    event = envelope(Account(), {"type": "AlexaSkillEvent.SkillDisabled"}, NOON, session)
    with pytest.raises(EventFailed):
        skill(event, None)
    assert counted(lines, "Faults") == 1


def wrong_now(wrong):
    def late():
        raise TimeoutError

    return late if wrong is hang else wrong


@pytest.mark.parametrize("request_", REJECTED, ids=lambda request: request["type"])
def test_an_answer_that_alexa_rejected(request_):
    lines: list = []
    skill = build(log=measured(lines.append))
    session = {"new": False, "sessionId": "s", "attributes": {}}
    assert skill(envelope(Account(), request_, NOON, session), None)["response"] == {}
    assert counted(lines, "Faults") == counted(lines, "Rejected") == 1
    assert lines[0]["error"] in ("INVALID_RESPONSE", "INTERNAL_SERVICE_ERROR", "RENDER_ERROR")
