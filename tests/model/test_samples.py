"""What people say reaches its own intent, and nothing that matters is lost on the way."""

import json
from copy import deepcopy
from functools import cache
from importlib.resources import files

import pytest
from ask_sdk_model.intent import Intent
from hypothesis import given
from hypothesis import strategies as st

from interaction_model.checks import faults
from interaction_model.free_speech import localised, values
from interaction_model.source import LOCALES, carriers, intents, slot_values, table
from interaction_model.writing import PACKAGE
from simulator.recogniser import BUILT_IN, load
from spasm_guide.alexa.intents import meaning_of
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.languages.load import load as exact

WORDLESS_ANSWERS = ("AMAZON.YesIntent", "AMAZON.NoIntent")

recogniser = cache(load)


@cache
def checked_in(locale):
    return json.loads((PACKAGE / f"interactionModels/custom/{locale}.json").read_text())


@pytest.mark.parametrize("locale", LOCALES)
def test_model_has_no_fault(locale):
    assert faults(checked_in(locale)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sample_reaches_its_own_intent(locale):
    lost = []
    stretches = [v["name"]["value"] for v in _type(checked_in(locale), "STRETCH")]
    for name, samples in intents(locale).items():
        for sample in samples:
            for stretch in stretches if "{stretch}" in sample else [""]:
                said = sample.replace("{stretch}", stretch).replace("{query}", "leg went numb")
                said = said.replace("{speech}", "something gave way in there")
                if recogniser(locale).recognise(said).intent != name:
                    lost.append(f"{name}: {said}")
    assert not lost


@pytest.mark.parametrize("locale", LOCALES)
def test_every_stretch_name_is_understood(locale):
    for value in _type(checked_in(locale), "STRETCH"):
        for said in (value["name"]["value"], *value["name"]["synonyms"]):
            found = recogniser(locale).recognise(f"show me the {said}")
            assert found.intent == "StartStretchIntent"
            authority = found.slots["stretch"]["resolutions"]["resolutionsPerAuthority"][0]
            assert authority["values"][0]["value"]["id"] == value["id"]


def test_every_stretch_of_the_content_can_be_asked_for():
    content = json.loads((files("spasm_guide.content") / "stretches.json").read_text())
    assert set(slot_values("STRETCH")) == set(content["stretches"])


@pytest.mark.parametrize("asking", [None, "sign:weakness", "screen:nerves", "offer:stretches"])
def test_no_intent_without_a_speech_slot_sets_a_finding(asking):
    for name, samples in intents("en-US").items():
        if not any("{speech}" in s or "{query}" in s for s in samples):
            heard = meaning_of(Intent(name=name), asking)
            assert heard.meaning in MEANINGS
            assert name in WORDLESS_ANSWERS or not heard.answers


def test_yes_and_no_are_left_to_amazon():
    """A sample such as "no pain there" would teach Alexa to drop the words after a no."""
    for name in WORDLESS_ANSWERS:
        assert intents("en-US")[name] == []


def test_every_wordless_command_has_a_meaning():
    lost = [n for n in intents("en-US") if "Tell" not in n and n != "FreeSpeechIntent"]
    for name in set(lost) - {"AMAZON.FallbackIntent"}:
        assert meaning_of(Intent(name=name), None).meaning != "unclear", name


def test_no_carrier_takes_what_another_would():
    words = list(carriers().values())
    assert not [(a, b) for a in words for b in words if a != b and f"{b} ".startswith(f"{a} ")]


def test_what_the_simulator_gives_to_amazon_is_not_taught_to_another_intent():
    known = {bare for every in table("built_ins.yaml").values() for bare in every}
    assert {bare for every in BUILT_IN.values() for bare in every} <= known


@pytest.mark.parametrize("locale", LOCALES)
def test_free_speech_shows_phrases_of_every_length(locale):
    lengths = {len(v["name"]["value"].split()) for v in _type(checked_in(locale), "FREE_SPEECH")}
    assert lengths == set(range(1, 16))


@pytest.mark.parametrize("locale", LOCALES)
def test_free_speech_claims_no_sample_and_no_bare_answer(locale):
    said = {sample for samples in intents(locale).values() for sample in samples}
    said |= {bare for every in table("built_ins.yaml").values() for bare in every}
    assert not said & {v["name"]["value"] for v in _type(checked_in(locale), "FREE_SPEECH")}


def test_phrases_are_in_the_words_of_the_region():
    assert localised("my mum's in the car park", "en-US") == "my mom's in the parking lot"
    assert localised("my mom called nine one one", "en-GB") == "my mum called nine nine nine"
    assert localised("a wee bit stiff", "en-US") is None
    assert localised("bumped my arm", "en-US") == "bumped my arm"
    assert localised("my mum's tummy", "en-ZZ") == "my mum's tummy", "it needs no other words"


@given(st.text())
def test_localising_never_fails(text):
    for locale in LOCALES:
        localised(text, locale)


def test_samples_of_other_intents_are_kept_out_of_free_speech():
    some = values("en-US", ())[100]
    assert some not in values("en-US", [some])


FAULTY = {
    "both claim": ("CausesIntent", "check my back"),
    "not a sample": ("CausesIntent", "what are the 5 causes?"),
    "wake word": ("CausesIntent", "alexa what causes it"),
    "invocation name": ("CausesIntent", "ask spasm guide for the causes"),
    "wants words beside it": ("TellMyIntent", "{query}"),
    "other slots": ("CausesIntent", "causes of {stretch}"),
    "by itself": ("CausesIntent", "stop"),
    "too long": ("CausesIntent", "why " * 40 + "is it"),
}


def small_model():
    model = deepcopy(checked_in("en-US"))
    del _type(model, "FREE_SPEECH")[20:]
    assert faults(model) == []
    return model


@pytest.mark.parametrize("fault", FAULTY)
def test_faults_are_found(fault):
    model = small_model()
    name, sample = FAULTY[fault]
    language = model["interactionModel"]["languageModel"]
    next(i for i in language["intents"] if i["name"] == name)["samples"].append(sample)
    assert any(fault in each for each in faults(model))


@pytest.mark.parametrize("name", ["guide", "spasm the guide", "open spasm", "alexa spasm"])
def test_invocation_names_that_amazon_refuses_are_found(name):
    model = small_model()
    model["interactionModel"]["languageModel"]["invocationName"] = name
    assert faults(model)


def _type(model, name):
    types = model["interactionModel"]["languageModel"]["types"]
    return next(each["values"] for each in types if each["name"] == name)


def test_what_the_table_takes_for_a_question_is_no_sample_of_a_wish():
    """Without words only the wish would arrive: *ice or heat* was answered with a position."""
    asked = {
        phrase for phrases in exact("en", "reading/exact")["topics"].values() for phrase in phrases
    }
    for locale in LOCALES:
        for name, samples in intents(locale).items():
            assert not asked & {*samples}, (locale, name)
