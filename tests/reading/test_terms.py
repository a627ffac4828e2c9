"""The word whose meaning is asked: of the open question first, else a doctor's."""

import pytest

from spasm_guide.content.answers import MEANINGS_OF_WORDS, topics
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.facts import facts
from spasm_guide.reading.words import words

EN = "en"
MEANING = Heard("question", topic=MEANINGS_OF_WORDS)


def asked_for(text, asking, heard):
    return facts(words(text, EN), asking, heard, EN).get("item")


def test_it_is_of_the_open_question_first():
    why = Heard("explain")
    assert asked_for("what does numb mean", "screen:limbs", why) == "numbness"
    assert asked_for("what does numb mean", "screen:nerves", MEANING) == "numb_saddle"
    assert asked_for("what are steroids", None, MEANING) == "steroids"
    assert asked_for("what do you mean", "screen:limbs", why) is None
    assert asked_for("why do you ask about numbness", "screen:limbs", why) is None


@pytest.mark.parametrize("heard", [Heard("question", topic="disc"), Heard("unclear"), MEANING])
def test_a_doctors_word_is_known_whatever_else_it_was_taken_for(heard):
    assert asked_for("what is stenosis", None, heard) == "stenosis"


@pytest.mark.parametrize("meaning", ["report", "yes", "start_check"])
def test_told_and_not_asked_it_is_none(meaning):
    assert asked_for("what i have is a slipped disc", "screen:limbs", Heard(meaning)) is None


def test_a_wish_to_know_names_no_word():
    assert asked_for("will the stenosis go away", None, Heard("question", topic="disc")) is None


@pytest.mark.parametrize("name", load(EN, "reading/glossary"))
def test_each_word_of_the_glossary_has_an_answer(name):
    assert name in topics()[MEANINGS_OF_WORDS].blocks
