"""A device of next year says things that nobody knows yet; nobody may hear a difference."""

import copy
import json
import os
import random
from typing import Any

import pytest

from spasm_guide.alexa.emergencies import Emergencies
from tests.reliability.devices import DEVICES, REQUESTS, all_envelopes, envelope, places

READ = (
    *(("request", name) for name in ("type", "intent", "locale", "task", "token", "arguments")),
    ("request", "payload"),
    ("session", "attributes"),
    ("session", "new"),
    ("context", "System", "device", "supportedInterfaces", "Alexa.Presentation.APL"),
)
"""What the answer may depend on. What is below and not read must not matter either."""
ABOVE = {path[:length] for path in READ for length in range(1, len(path))}
UNREAD_INSIDE = ("confirmationStatus", "source", "slotValue", "status", "authority", "version")
SHARE = 1.0 if "FUZZ_CASES" in os.environ else 0.04
"""Of all the places, how many are tried; `make fuzz` tries every one."""
NEW: tuple[Any, ...] = ("SOMETHING_OF_2027", {"nested": ["new"]}, [], 7, None, True, 1.5, "\ud800")
OF_NEXT_YEAR = (("new", "field"), ("kind", "NEVER_SEEN"), ("mode", {"of": ["2027"]}))


def read(path):
    """Whether the part is one that the skill goes by."""
    if path[-1] in UNREAD_INSIDE and path[:2] != ("request", "payload"):
        return False
    return path in ABOVE or any(path[: len(known)] == known for known in READ)


def put(event, path, value):
    changed = copy.deepcopy(event)
    parent = changed
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    return changed


def without_time(answer):
    return {**answer, "sessionAttributes": {**answer["sessionAttributes"], "spoken_at": 0}}


@pytest.fixture
def answered(skill, monkeypatch):
    """Each as the first that is ever asked on its device: an emergency before is not remembered."""
    monkeypatch.setattr(Emergencies, "recent", lambda self, context: False)

    def answered(event):
        skill.log.clear()
        answer = without_time(skill(event))
        assert not [line for line in skill.log if line["event"] == "fault"]
        json.dumps(answer, ensure_ascii=False, allow_nan=False).encode()
        return answer

    return answered


def test_there_are_as_many_kinds_of_request_as_were_met_elsewhere():
    assert len(all_envelopes()) >= 217


@pytest.mark.parametrize("device", DEVICES)
def test_an_unknown_value_anywhere_changes_no_word(answered, device):
    chosen = random.Random(device)
    for request in REQUESTS:
        event = envelope(device, request)
        as_it_is = answered(event)
        for path in places(event):
            if not read(path) and chosen.random() < SHARE:
                new = chosen.choice(NEW)
                assert answered(put(event, path, new)) == as_it_is, (path, new)


@pytest.mark.parametrize("device", DEVICES)
def test_an_unknown_field_anywhere_changes_no_word(answered, device):
    chosen = random.Random(device)
    for request in REQUESTS:
        event = envelope(device, request)
        as_it_is = answered(event)
        for path in [(), *places(event)]:
            node = event
            for key in path:
                node = node[key]
            inside = isinstance(node, dict) and path != ("session", "attributes")
            if inside and chosen.random() < 2 * SHARE:
                name, value = chosen.choice(OF_NEXT_YEAR)
                assert answered(put(event, (*path, name), value)) == as_it_is, path


@pytest.mark.parametrize("stamp", [1795521600000, "1795521600000", 1795521600])
def test_an_old_consoles_milliseconds_are_a_time(answered, stamp):
    event = envelope("dot", REQUESTS[0])
    assert answered(put(event, ("request", "timestamp"), stamp)) == answered(event)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: r["type"])
def test_without_a_context_everything_is_answered_as_on_a_speaker(answered, request_):
    event = envelope("dot", request_)
    spoken = answered(event)
    del event["context"]
    assert answered(event) == spoken


def test_an_emergency_is_heard_through_all_of_it(answered):
    event = envelope("show 15", REQUESTS[2])
    for part in ("Viewport", "Viewports", "Experimentation", "Extensions"):
        event["context"][part] = "NEVER_SEEN"
    event["request"] |= {"dialogState": "NEVER_SEEN", "timestamp": "soon"}
    event["request"]["intent"]["slots"]["speech"] |= {"confirmationStatus": "?", "slotValue": 7}
    event["request"]["intent"]["confirmationStatus"] = "NEVER_SEEN"
    response = answered(event)["response"]
    assert "911" in response["outputSpeech"]["ssml"]
    assert response["shouldEndSession"] is True
