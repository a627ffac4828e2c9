import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.envelopes import Account, ended, envelope, intent, launch
from spasm_guide.alexa.guard import EventFailed
from spasm_guide.bootstrap import build
from spasm_guide.conversation.session import VERSION
from tests.alexa.conftest import NOON, Edge

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
SILENT = (
    "AudioPlayer.PlaybackStarted",
    "CanFulfillIntentRequest",
    "Something.Of.NextYear",
)


def whole(request=None):
    session = {"new": False, "sessionId": "s", "attributes": {"version": VERSION}}
    return envelope(Account(), request or launch(), NOON, session)


@pytest.mark.parametrize("event", [None, [], "open", 7, {}, {"request": None}, {"request": {}}])
def test_what_is_no_request_gets_a_safe_answer(edge, event):
    response = edge.handler(event, None)["response"]
    assert "your local emergency number" in response["outputSpeech"]["ssml"]
    assert response["shouldEndSession"] is False
    assert edge.logged == [{"event": "refused", "why": "malformed"}]


@pytest.mark.parametrize("kind", SILENT)
def test_where_alexa_takes_no_speech_none_is_given(edge, kind):
    answer = edge.handler(whole({"type": kind}), None)
    assert answer["response"] == {}
    assert answer["sessionAttributes"] == {"version": VERSION}
    assert not edge.heard


def test_the_end_of_a_session_is_not_answered(edge):
    assert edge.handler(whole(ended("USER_INITIATED")), None)["response"] == {}
    assert not edge.logged


def test_another_skills_request_reaches_nothing(edge):
    event = whole()
    event["context"]["System"]["application"] = {"applicationId": "amzn1.ask.skill.other"}
    assert edge.handler(event, None)["response"] == {"shouldEndSession": True}
    assert not edge.heard
    assert "amzn1" not in json.dumps(edge.logged)


def test_a_skill_event_is_handed_on_as_it_came(edge):
    body = {"userInformationPersistenceStatus": "NOT_PERSISTED"}
    event = whole({"type": "AlexaSkillEvent.SkillDisabled", "body": body})
    assert edge.handler(event, None)["response"] == {}
    assert edge.events[0]["request"]["body"] == body


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "IntentRequest"},
        {"type": "IntentRequest", "intent": {"name": 5, "slots": []}},
        {"type": "IntentRequest", "intent": {"name": "FreeSpeechIntent", "slots": {"speech": 1}}},
        {"type": "LaunchRequest", "timestamp": "yesterday"},
        {"type": "LaunchRequest", "timestamp": None},
    ],
)
def test_a_request_that_lacks_its_parts_keeps_the_session(edge, broken):
    answer = edge.handler(whole(broken), None)
    assert answer["response"]["shouldEndSession"] is False
    assert answer["sessionAttributes"]["version"] == VERSION


def test_a_fault_is_logged_by_its_place_not_by_its_words(edge):
    edge.replies = None
    edge.handler(whole(intent("AMAZON.YesIntent", {})), None)
    (record,) = edge.logged
    assert record["error"] == "TypeError"
    assert record["where"].startswith("conftest.py:")


def test_attributes_without_end_are_not_sent_back(edge):
    event = whole({"type": "IntentRequest"})
    event["session"]["attributes"] = {"x": "y" * 200_000}
    assert "x" not in edge.handler(event, None)["sessionAttributes"]
    assert edge.logged[0]["foreign"] is True


REJECTED = (
    (
        {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "INVALID_RESPONSE"}},
        ("ERROR", "INVALID_RESPONSE"),
    ),
    ({"type": "SessionEndedRequest", "reason": "ERROR"}, ("ERROR", "UNKNOWN")),
    (
        {"type": "System.ExceptionEncountered", "error": {"type": "INTERNAL_SERVICE_ERROR"}},
        ("", "INTERNAL_SERVICE_ERROR"),
    ),
    (
        {
            "type": "Alexa.Presentation.APL.RuntimeError",
            "errors": [{"type": "RENDER_ERROR", "reason": "UNKNOWN_ERROR", "message": "numb"}],
        },
        ("UNKNOWN_ERROR", "RENDER_ERROR"),
    ),
    ({"type": "Alexa.Presentation.APLA.RuntimeError", "errors": []}, ("", "UNKNOWN")),
    (
        {"type": "System.ExceptionEncountered", "error": {"type": "my leg is numb"}},
        ("", "?"),
    ),
)


@pytest.mark.parametrize(("request_", "told"), REJECTED)
def test_an_answer_that_alexa_rejected_is_seen_but_not_its_words(edge, request_, told):
    if "error" in request_:
        request_["error"] |= {"message": "<speak>numb"}
    assert edge.handler(whole(request_), None)["response"] == {}
    (record,) = edge.logged
    assert (record["event"], record["request"]) == ("rejected", request_["type"])
    assert (record["reason"], record["error"]) == told
    assert "numb" not in json.dumps(edge.logged)


def test_a_skill_event_that_failed_is_told_as_failed_so_that_it_is_sent_again(edge):
    edge.on_event = fail
    with pytest.raises(EventFailed) as failed:
        edge.handler(whole({"type": "AlexaSkillEvent.SkillDisabled"}), None)
    assert str(failed.value) == "AlexaSkillEvent.SkillDisabled"
    assert failed.value.__suppress_context__
    assert [record["event"] for record in edge.logged] == ["fault"]


def fail(event):
    raise ZeroDivisionError("amzn1.ask.account.local")


def test_without_a_diary_a_skill_event_is_nothing_to_refuse():
    logged = []
    skill = build(log=logged.append)
    event = whole({"type": "AlexaSkillEvent.SkillDisabled"})
    assert skill(event, None)["response"] == {}
    assert not logged


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_comes_in_something_safe_goes_out(tmp_path_factory, data):
    edge = Edge(tmp_path_factory.getbasetemp())
    event = whole(data.draw(st.sampled_from([launch(), intent("AMAZON.NoIntent", {})])))
    parts = [
        ("session",),
        ("session", "attributes"),
        ("context", "System"),
        ("context", "System", "device"),
        ("request", "intent"),
        ("request", "timestamp"),
        ("request", "locale"),
        ("request", "type"),
    ]
    *path, last = data.draw(st.sampled_from(parts))
    target = event
    for name in path:
        target = target[name]
    target[last] = data.draw(JSON)
    response = edge.handler(event, None)["response"]
    spoken = "outputSpeech" in response
    assert spoken == (response.get("shouldEndSession") is False)
