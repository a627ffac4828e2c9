from datetime import UTC, datetime

import pytest

from simulator.device import LISTENS, Device
from simulator.envelopes import Account
from simulator.recogniser import Recognised
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import VERSION

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
QUESTION = {
    "outputSpeech": {"ssml": '<speak>Hold.<break time="10s"/> Is it better?</speak>'},
    "reprompt": {"outputSpeech": {"ssml": '<speak>Better?<break time="2s"/></speak>'}},
    "shouldEndSession": False,
}
GOODBYE = {"outputSpeech": {"ssml": "<speak>Goodbye.</speak>"}, "shouldEndSession": True}
KEPT = {"version": VERSION, "asking": "stretch:cat_cow", "answers": {"weakness": "no"}}


class FakeSkill:
    def __init__(self):
        self.requests, self.response = [], QUESTION
        self.heard, self.faults, self.ms = Heard("yes"), [], 1.0

    def __call__(self, request):
        self.requests.append(request)
        return {"response": self.response, "sessionAttributes": KEPT}

    def times(self):
        moments = [datetime.fromisoformat(r["request"]["timestamp"]) for r in self.requests]
        return [(moment - NOON).total_seconds() for moment in moments]


class Ears:
    def recognise(self, words):
        return Recognised("AMAZON.YesIntent")

    def opens(self, words):
        return False


@pytest.fixture
def skill():
    return FakeSkill()


@pytest.fixture
def device(skill):
    return Device(skill, Ears(), Account(), NOON)


def test_one_session_from_the_first_words_to_the_goodbye(device, skill):
    device.open()
    device.say("yes")
    skill.response = GOODBYE
    assert device.say("stop").ended
    device.say("yes")
    sessions = [request["session"] for request in skill.requests]
    assert [session["new"] for session in sessions] == [True, False, False, True]
    assert sessions[1]["attributes"] == KEPT
    assert sessions[3]["attributes"] == {}
    assert len({session["sessionId"] for session in sessions}) == 2


def test_the_next_words_come_when_the_speech_has_ended(device, skill):
    lasts = device.open().seconds
    device.say("yes")
    assert skill.times() == pytest.approx([0, lasts], abs=0.001)


def test_waiting_interrupts_at_that_moment(device, skill):
    device.open()
    device.wait(2)
    waited = device.wait(1.5)
    device.say("pause")
    device.say("resume")
    assert (waited.speech, waited.asking, waited.listening) == ("", "stretch:cat_cow", True)
    assert skill.times()[1] == 3.5
    assert skill.times()[2] > 3.5 + 10


def test_silence_brings_the_reprompt_and_then_the_end(device, skill):
    lasts = device.open().seconds
    again = device.silence("/silence")
    assert (again.speech, again.listening, again.request) == ("Better?", True, None)
    over = device.silence("/silence")
    assert (over.request, over.ended, over.listening) == ("SessionEndedRequest", True, False)
    assert over.answers == {"weakness": "no"}
    assert skill.requests[1]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert skill.times()[1] == pytest.approx(lasts + LISTENS + again.seconds + LISTENS, abs=0.001)


def test_an_answer_after_the_reprompt_is_an_answer(device, skill):
    device.open()
    device.silence()
    device.say("yes")
    assert device.silence().speech == "Better?"


def test_silence_without_a_session_is_nothing(device, skill):
    assert device.silence().ended
    assert not skill.requests


def test_a_turn_shows_what_was_heard_and_what_is_known(device):
    turn = device.say("yes")
    assert (turn.heard, turn.intent, turn.meaning) == ("yes", "AMAZON.YesIntent", "yes")
    assert turn.speech == "Hold. Is it better?"
    assert turn.seconds > 10
    assert (turn.asking, dict(turn.answers)) == ("stretch:cat_cow", {"weakness": "no"})
