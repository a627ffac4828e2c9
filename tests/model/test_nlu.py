"""The set for Amazon's NLU evaluation measures what the model has not seen."""

import json

import pytest

from interaction_model.generate import FOLDER, PACKAGE
from interaction_model.source import LOCALES
from simulator.recogniser import load


@pytest.mark.parametrize("locale", LOCALES)
def test_every_row_expects_intents_and_slots_of_the_model(locale):
    model = json.loads((PACKAGE / f"interactionModels/custom/{locale}.json").read_text())
    language = model["interactionModel"]["languageModel"]
    slots = {i["name"]: {s["name"] for s in i.get("slots", ())} for i in language["intents"]}
    rows = _rows(locale)
    assert len(rows) > 500
    for row in rows:
        assert row["inputs"]["utterance"]
        for expected in row["expected"]:
            assert set(expected["intent"]["slots"]) <= slots[expected["intent"]["name"]]


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_simulator_finds_is_among_what_is_expected(locale):
    recogniser = load(locale)
    for row in _rows(locale):
        found = recogniser.recognise(row["inputs"]["utterance"])
        expected = [each["intent"] for each in row["expected"]]
        assert found.intent in [each["name"] for each in expected], row["inputs"]["utterance"]
        if recogniser.carries_words(found.intent):
            wanted = next(each for each in expected if each["name"] == found.intent)
            assert found.values == {k: v["value"] for k, v in wanted["slots"].items()}


def _rows(locale):
    return json.loads((FOLDER / f"nlu/annotations-{locale}.json").read_text())["data"]
