"""A device that hands over nothing but what the model lists gets through all that is asked."""

import pytest

from interaction_model.own_answers import own_answers
from interaction_model.source import LOCALES
from simulator.recogniser import FALLBACK, Recognised, as_heard, load
from simulator.talk import device_for
from spasm_guide.content.questions import questions

ASKED = {
    "screen:nerves": "none of those",
    "screen:age": "forty two",
    "diary:cause": "lifting",
    "diary:severity": "seven out of ten",
    "diary:when": "yesterday",
    "stretch:place": "chair",
}
"""Answered by what a list has; all else with a plain yes or no."""
ENOUGH = 40


class Listed:
    """Hears samples and listed values; whatever else is said arrives without words."""

    def __init__(self, locale):
        self._model = load(locale)
        values = self._model._types["FREE_SPEECH"]
        self._values = {value["name"]["value"] for value in values}

    def opens(self, words):
        return self._model.opens(words)

    def recognise(self, words):
        found = self._model.recognise(words)
        said = as_heard(words)
        wordy = self._model.carries_words(found.intent)
        return found if not wordy or said in self._values else Recognised(FALLBACK)


def talk(locale, folder, first, answers, other):
    """Until the session ends; each question answered from the list."""
    device = device_for(locale, "speaker", Listed(locale), folder)
    device.open()
    turns = [device.say(first)]
    while not turns[-1].ended and len(turns) < ENOUGH:
        asking = turns[-1].asking
        turns.append(device.say(answers.get(asking, other(asking))))
        assert turns[-1].meaning != "unclear", (asking, turns[-1].heard)
    return turns


@pytest.mark.parametrize("locale", LOCALES)
def test_through_a_check(locale, tmp_path):
    turns = talk(locale, tmp_path, "check my back", ASKED, lambda asking: "no")
    assert turns[-1].ended and "SELF_CARE" in {turn.tier for turn in turns}


def test_a_named_item_is_an_emergency_at_once(tmp_path):
    answers = {"screen:life": "no", "screen:nerves": "just the numbness"}
    turns = talk("en-US", tmp_path, "check my back", answers, lambda asking: "no")
    assert turns[-1].tier == "EMERGENCY" and len(turns) == 3


@pytest.mark.parametrize("locale", LOCALES)
def test_through_a_stretch(locale, tmp_path):
    def other(asking):
        return "yes" if asking.partition(":")[0] in ("stretch", "offer") else "no"

    turns = talk(locale, tmp_path, "start my stretches", ASKED, other)
    assert turns[-1].ended
    assert sum("stretch:" in (turn.asking or "") for turn in turns) >= 3


@pytest.mark.parametrize("locale", LOCALES)
def test_through_the_diary(locale, tmp_path):
    def other(asking):
        return "yes" if asking == "consent:diary" else "no"

    turns = talk(locale, tmp_path, "log a spasm", ASKED, other)
    assert {"diary:cause", "diary:severity"} <= {turn.asking for turn in turns}
    assert any("noted" in turn.speech.lower() for turn in turns)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_answer_of_our_own_is_listed_or_a_sample(locale):
    model = load(locale)
    values = {value["name"]["value"] for value in model._types["FREE_SPEECH"]}
    unknown = [
        said
        for said in own_answers()
        if said not in values and model.carries_words(model.recognise(said).intent)
    ]
    assert len(unknown) <= 0.02 * len(list(own_answers())), unknown[:20]


def test_every_item_that_is_asked_about_has_its_words():
    from spasm_guide.languages.load import load as load_language

    words = load_language("en", "reading/items")
    items = {item.name for q in questions().values() if len(q.items) > 1 for item in q.items}
    assert items <= set(words)
