"""What may be tried on a real account by one switch, ready before it is needed."""

import json
from types import SimpleNamespace

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

from interaction_model.checks import faults
from interaction_model.language_model import interaction_model
from interaction_model.source import LOCALES
from spasm_guide.alexa.elicit import directive
from spasm_guide.alexa.intents import meaning_of


def samples(locale, own_commands):
    language = interaction_model(locale, own_commands)["interactionModel"]["languageModel"]
    return {intent["name"]: intent["samples"] for intent in language["intents"]}


@pytest.mark.parametrize("locale", LOCALES[:1])
def test_our_samples_on_amazons_intents_can_move_to_our_own_and_mean_the_same(locale):
    theirs, ours = samples(locale, False), samples(locale, True)
    assert any(said for name, said in theirs.items() if name.startswith("AMAZON."))
    assert not any(said for name, said in ours.items() if name.startswith("AMAZON."))
    assert not faults(interaction_model(locale, True))

    def meanings(model):
        return {
            sample: meaning_of(SimpleNamespace(name=name, slots={}), None).meaning
            for name, said in model.items()
            for sample in said
        }

    assert meanings(theirs) == meanings(ours)


@pytest.mark.parametrize(("locale", "may"), [("en-IN", True), ("de-DE", True), ("fr-FR", False)])
def test_fallback_sensitivity_is_written_only_where_alexa_takes_it(monkeypatch, locale, may):
    monkeypatch.setattr("interaction_model.language_model.intents", lambda locale: {})
    language = interaction_model(locale)["interactionModel"]["languageModel"]
    assert ("modelConfiguration" in language) == may


@pytest.mark.parametrize("locale", LOCALES[:1])
def test_no_sample_is_a_lone_slot_but_that_of_free_speech(locale):
    """Two of them would compete for whatever is said."""
    lone = {
        name
        for name, said in samples(locale, False).items()
        if any(s[0] == "{" and s[-1] == "}" and " " not in s for s in said)
    }
    assert lone == {"FreeSpeechIntent"}


def test_the_third_net_has_its_intent_in_the_dialog_and_is_a_model_that_amazons_client_can_read():
    model = interaction_model("en-US", elicit=True)
    (intent,) = model["interactionModel"]["dialog"]["intents"]
    assert intent["name"] == directive()["updatedIntent"]["name"]
    assert [slot["name"] for slot in intent["slots"]] == [directive()["slotToElicit"]]
    read = DefaultSerializer().deserialize(json.dumps(model), InteractionModelData)
    assert read.interaction_model.dialog.intents[0].name == intent["name"]
    assert "dialog" not in interaction_model("en-US")["interactionModel"]
