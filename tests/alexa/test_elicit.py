"""The third net, where it is switched on: its traps are each an answer that Alexa would reject."""

from dataclasses import replace

import pytest

from simulator.envelopes import SKILL_ID, intent, slot
from spasm_guide.alexa.skill import handler
from spasm_guide.conversation.reply import Reply
from tests.alexa.conftest import ASK

SAID = intent("FreeSpeechIntent", {"speech": slot("speech", "my leg is weak")})
DIALOG = "Dialog.ElicitSlot"


@pytest.fixture
def eliciting(edge):
    answers = replace(edge.parts.answers, elicits=True)
    edge.handler = handler(replace(edge.parts, answers=answers), edge.on_event, SKILL_ID)
    return edge


def types(answer):
    return [each["type"] for each in answer["response"].get("directives", ())]


def test_a_question_asks_for_the_answers_words_and_leaves_the_session_to_the_dialog(eliciting):
    answer = eliciting.send(SAID)
    assert types(answer) == [DIALOG]
    assert "shouldEndSession" not in answer["response"]
    assert answer["response"]["reprompt"]


def test_a_launch_is_never_answered_so(eliciting):
    answer = eliciting.open()
    assert types(answer) == []
    assert answer["response"]["shouldEndSession"] is False


def test_what_ends_the_session_asks_for_nothing(eliciting):
    eliciting.replies = [Reply(ASK.lines)]
    answer = eliciting.send(SAID)
    assert types(answer) == []
    assert answer["response"]["shouldEndSession"] is True


def test_beside_a_question_of_alexas_own_there_is_none_of_ours(eliciting):
    consent = {"type": "Connections.SendRequest", "name": "AskFor"}
    eliciting.replies = [replace(ASK, directives=(consent,))]
    assert types(eliciting.send(SAID)) == ["Connections.SendRequest"]


def test_it_is_off_by_default(edge):
    assert types(edge.send(SAID)) == []
