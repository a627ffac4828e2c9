"""Whoever was not understood, or asked for help, sees what the question can be answered with."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance
from tests.conversation.test_every_state import standing
from tests.display.test_reachable import shown

WAYS = {
    "screen:nerves": "yes, no or not sure",
    "sign:weakness": "yes, no or not sure",
    "screen:age": "your age",
    "screen:health_which": "one of these",
    "offer:stretches": "yes or no",
    "diary:severity": "zero to ten",
    "diary:cause": "your own words",
}


def text(asking, meaning):
    session, reply = advance(standing(asking, None), Heard(meaning))
    assert session.asking == asking
    return shown(session, reply)["datasources"]["screen"]["text"]


@pytest.mark.parametrize(("asking", "way"), WAYS.items())
def test_after_words_that_were_missed_the_way_to_answer_stands_above_the_question(asking, way):
    told = text(asking, "unclear")
    assert told["topic"].startswith("Missed that: say ") and told["topic"].endswith(way)
    assert told["brief"] == "Missed that"


def test_help_is_named_as_such():
    assert text("screen:nerves", "help")["topic"] == "Help: say yes, no or not sure"


def test_a_question_put_for_the_first_time_has_its_subject_there():
    session, reply = advance(Session(asking="menu"), Heard("start_check"))
    told = shown(session, reply)["datasources"]["screen"]["text"]
    assert (told["topic"], told["brief"]) == ("Safety first", "")


@pytest.mark.parametrize("meaning", ["unclear", "help"])
def test_at_the_menu_it_is_said_in_its_own_words(meaning):
    first = text("menu", "unclear" if meaning == "help" else "help")["question"]
    assert text("menu", meaning)["question"] not in (first, "What would you like?")
