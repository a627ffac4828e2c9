"""What the world does to a conversation: repeats, reorders, forgets, travels in time and place."""

import copy
import gc
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from build_tools.conversations import all_requests
from spasm_guide.conversation.session import VERSION
from spasm_guide.languages.load import locales
from tests.limits import check

SESSIONS = int(os.environ.get("SOAK_SESSIONS", "150"))
LOCALES = locales()


@pytest.fixture(scope="module")
def conversations():
    return [c for c in all_requests() if len(c) >= 3]


def turn(skill, event, attributes, **request):
    event = copy.deepcopy(event)
    event["session"] |= {"new": False, "attributes": copy.deepcopy(attributes)}
    event["request"] |= request
    answer = skill(event)
    check(event["request"]["type"], answer)
    return answer


@pytest.fixture
def quiet(skill):
    """Nothing may have reached the guard."""
    skill.log.clear()
    yield skill
    assert not [line for line in skill.log if line["event"] == "fault"]


def test_a_request_sent_twice_is_answered_twice_the_same(quiet, conversations):
    for conversation in conversations:
        attributes = {}
        for event in conversation:
            first, second = (turn(quiet, event, attributes) for _ in range(2))
            assert first == second
            attributes = first["sessionAttributes"]


def test_requests_out_of_order_are_answered_and_break_nothing(quiet, conversations):
    for conversation in conversations:
        attributes = {}
        for event in [*conversation[1::2], *reversed(conversation[::2])]:
            attributes = turn(quiet, event, attributes)["sessionAttributes"]


@pytest.mark.parametrize("days", [-400, -1, 1, 400, 30_000])
def test_a_clock_that_jumps_breaks_nothing(quiet, days, conversations):
    for conversation in conversations:
        attributes = {}
        for number, event in enumerate(conversation):
            when = datetime.fromisoformat(event["request"]["timestamp"])
            when += timedelta(days=days * (number % 2))
            attributes = turn(quiet, event, attributes, timestamp=when.isoformat())[
                "sessionAttributes"
            ]


def test_a_locale_that_changes_in_mid_conversation_breaks_nothing(quiet, conversations):
    for conversation in conversations:
        attributes = {}
        for number, event in enumerate(conversation):
            locale = LOCALES[number % len(LOCALES)]
            attributes = turn(quiet, event, attributes, locale=locale)["sessionAttributes"]


@pytest.mark.parametrize("version", [0, VERSION - 1, VERSION + 97, "1", None])
def test_a_session_of_another_version_starts_afresh_and_says_so(
    quiet, sessions, version, conversations
):
    (launch, *_) = conversations[0]
    fresh = turn(quiet, launch, {})["response"]["outputSpeech"]["ssml"]
    for attributes in sessions[::7]:
        answer = turn(quiet, launch, {**attributes, "version": version})
        assert quiet.log[-1]["foreign"] is True
        assert answer["response"]["outputSpeech"]["ssml"] != fresh


@pytest.mark.parametrize("name", ["asking", "routine"])
def test_a_session_that_cannot_be_read_keeps_nobody_in_a_loop_of_apologies(
    skill, sessions, name, conversations
):
    """A state that a later version renamed, a routine that none could have written."""
    stretching = next(s for s in sessions if s.get("routine") and "stretch" in s["asking"])
    wrong = {"asking": "a_state:of_tomorrow", "routine": {**stretching["routine"], "state": {}}}
    attributes = {**stretching, name: wrong[name]}
    event = conversations[0][1]
    event = {**event, "request": {**event["request"], "type": "IntentRequest"}}
    event["request"]["intent"] = {"name": "AMAZON.NoIntent", "slots": {}}
    for _ in range(2):
        attributes = turn(skill, event, attributes)["sessionAttributes"]
    skill.log.clear()
    help_wanted = {"name": "AMAZON.HelpIntent", "slots": {}}
    answer = turn(skill, event, attributes, intent=help_wanted)
    assert [line["event"] for line in skill.log] == ["turn"]
    assert not answer["response"]["shouldEndSession"]


def test_two_devices_of_one_account_do_not_hear_of_each_other(quiet, conversations):
    told = {"kitchen": conversations[0], "bedroom": conversations[-1]}
    kitchen, bedroom = (on_device(name, each) for name, each in told.items())
    alone = [converse(quiet, on_device(f"{name} alone", each)) for name, each in told.items()]
    remembered, together = [{}, {}], ([], [])
    for pair in zip(kitchen, bedroom, strict=False):
        for which, event in enumerate(pair):
            answer = turn(quiet, event, remembered[which])
            remembered[which] = answer["sessionAttributes"]
            together[which].append(answer)
    for mine, ours in zip(alone, together, strict=True):
        assert mine[: len(ours)] == ours


def on_device(name, conversation):
    """By another name an emergency told on it is not remembered (alexa/emergencies.py)."""
    conversation = copy.deepcopy(conversation)
    for event in conversation:
        event["context"]["System"]["device"]["deviceId"] = name
    return conversation


def converse(skill, conversation):
    attributes, answers = {}, []
    for event in conversation:
        answers.append(turn(skill, event, attributes))
        attributes = answers[-1]["sessionAttributes"]
    return answers


def resident() -> int:
    """Bytes of memory that the process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to measure memory")
def test_memory_stays_flat_over_many_sessions(skill, conversations):
    sizes = []
    for number in range(SESSIONS):
        converse(skill, conversations[number % len(conversations)])
        skill.log.clear()
        if number % (SESSIONS // 10) == 0:
            gc.collect()
            sizes.append(resident())
    print(f"{SESSIONS:,} sessions: {(sizes[-1] - sizes[1]) / 1e6:+.2f} MB")
    assert sizes[-1] - sizes[1] < 2_000_000
