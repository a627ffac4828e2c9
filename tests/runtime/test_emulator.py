"""The artifact in AWS's own runtime: loaded, called and restarted as on Lambda."""

import json
import time

from build_tools.conversations import all_requests

LONGEST = 12


def talk(runtime, requests, attributes):
    """What is said, and what the session then remembers."""
    said = []
    for event in requests:
        event = {**event, "session": {**event["session"], "attributes": attributes}}
        answer = runtime.invoke(event)
        attributes = answer["sessionAttributes"]
        said.append(answer["response"])
    return said, attributes


def conversation():
    return next(c for c in all_requests() if len(c) >= LONGEST)[:LONGEST]


def test_whole_conversations_are_answered_quickly_and_quietly(emulated):
    with emulated() as runtime:
        said = [talk(runtime, each, {})[0] for each in all_requests()[:8]]
        log = runtime.log.read_text()
        init, invocations = runtime.init_ms(), runtime.invoke_ms()
    assert all(turn for each in said for turn in each)
    assert "Warning" not in log and "Traceback" not in log
    assert 0 < init < 3000
    assert len(invocations) == sum(map(len, said))
    assert sorted(invocations)[len(invocations) // 2] < 100


def test_a_runtime_that_is_replaced_in_mid_conversation_loses_nothing(emulated):
    requests = conversation()
    with emulated() as runtime:
        unbroken, remembered = talk(runtime, requests, {})
    half = len(requests) // 2
    with emulated() as runtime:
        before, between = talk(runtime, requests[:half], {})
    with emulated() as runtime:
        after, in_the_end = talk(runtime, requests[half:], json.loads(json.dumps(between)))
    assert before + after == unbroken
    assert in_the_end == remembered


def test_the_log_has_a_line_a_turn_and_no_word_of_the_person(emulated):
    requests = conversation()
    with emulated() as runtime:
        talk(runtime, requests, {})
        time.sleep(0.1)
        log = runtime.log.read_text()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    turns = [line for line in lines if line.get("event") == "turn"]
    assert len(turns) == len(requests)
    assert all("_aws" in line for line in turns)
    for request in requests:
        for slot in request["request"].get("intent", {}).get("slots", {}).values():
            assert len(slot["value"].split()) < 2 or slot["value"] not in log
    assert "amzn1." not in log


def test_a_call_for_another_skill_gets_no_answer(emulated):
    (launch, *_) = conversation()
    with emulated(SKILL_ID="amzn1.ask.skill.another") as runtime:
        assert "outputSpeech" not in runtime.invoke(launch)["response"]


def test_garbage_does_not_take_the_runtime_down(emulated):
    (launch, *_) = conversation()
    with emulated() as runtime:
        for garbage in (b"{}", b"[]", b"null", b'{"request": {"type": 7}}', b'"text"'):
            runtime.invoke(garbage)
        assert runtime.invoke(launch)["response"]["outputSpeech"]
        assert len(runtime.invoke_ms()) == 6
