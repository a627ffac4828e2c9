"""Amazon's functional checklist, as its testers go through it, in all locales."""

import pytest

from simulator.device import Device
from simulator.envelopes import Account, slot
from simulator.recogniser import load
from simulator.skill import Skill
from tests.certification.conftest import LOCALES, manifest, model
from tests.safety.lines import NUMBERS

STOPS = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
AT_ONCE = ("crisis:near", "crisis:number", "crisis:going_on")
"""Whatever is answered: the number, and the microphone closes, so that Alexa can call for help."""
WRONG = ("", "?", "purple monkey dishwasher", "no " * 50, "<b>&amp;</b>", "ünïcödé 💥")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_example_phrase_of_the_listing_does_what_it_says(locale):
    listing = manifest()["publishingInformation"]["locales"][locale]
    first, *others = listing["examplePhrases"]
    assert first == "Alexa, open spasm guide"
    assert len(others) == 2
    for phrase in others:
        device = Device(Skill(), load(locale), Account(locale))
        turn = device.say(phrase.removeprefix("Alexa, ask spasm guide to "))
        assert turn.meaning not in ("unclear", "out_of_scope", None)
        assert turn.listening
        assert not device.faults()


@pytest.mark.parametrize("show", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_launch_says_what_can_be_asked_and_listens(alexa, locale, show):
    answer = alexa.launch(locale=locale, show=show)
    assert not answer.ends
    for what in ("check", "stretch"):
        assert what in answer.said.lower()


@pytest.mark.parametrize("name", STOPS)
def test_stop_and_cancel_end_it_in_every_state(alexa, states, name):
    for asking, attributes in states.items():
        assert alexa.intent(name, attributes).ends, asking


@pytest.mark.parametrize("name", STOPS)
def test_stop_as_the_first_word_ends_it(alexa, name):
    assert alexa.intent(name).ends


def test_help_helps_and_listens_in_every_state(alexa, states):
    for asking, attributes in states.items():
        answer = alexa.intent("AMAZON.HelpIntent", attributes)
        assert not answer.ends, asking
        assert answer.said


@pytest.mark.parametrize("locale", LOCALES)
def test_help_during_the_check_begins_with_the_emergency_route(alexa, states, locale):
    for asking, attributes in states.items():
        if asking.startswith(("screen:", "sign:")):
            answer = alexa.intent("AMAZON.HelpIntent", attributes, locale=locale)
            assert NUMBERS[locale] in answer.said.split(".")[0].replace(" ", ""), asking


def test_what_alexa_did_not_catch_is_asked_again_in_every_state(alexa, states):
    for asking, attributes in states.items():
        answer = alexa.intent("AMAZON.FallbackIntent", attributes)
        assert answer.ends == (asking in AT_ONCE), asking
        assert not answer.ends or "911" in answer.said, asking


def test_not_being_understood_again_and_again_never_ends_in_an_error_or_the_same_words(
    alexa, states
):
    for asking, attributes in states.items():
        said = []
        for _ in range(4):
            answer = alexa.intent("AMAZON.FallbackIntent", attributes)
            said.append(answer.said)
            if answer.ends:
                break
            attributes = answer.attributes
        assert len(set(said)) > 1 or len(said) == 1, asking


def test_any_intent_can_be_said_on_any_turn_with_slots_missing(alexa, states):
    """Which locale it is changes only words: here each has every fifth intent of each state."""
    for place, (asking, attributes) in enumerate(states.items()):
        for number, name in enumerate(model("en-US")):
            locale = LOCALES[(place + number) % len(LOCALES)]
            answer = alexa.intent(name, attributes, locale=locale)
            assert answer.said, (asking, name, locale)


def test_every_locale_has_the_same_intents():
    assert len({frozenset(model(locale)) for locale in LOCALES}) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_one_shots_with_wrong_or_empty_slots_are_answered(alexa, locale):
    for name, slots in model(locale).items():
        assert alexa.intent(name, locale=locale).said
        for value in WRONG if slots else ():
            given = {each: slot(each, value) for each in slots}
            assert alexa.intent(name, slots=given, locale=locale).said, (name, value)
        empty = {each: {"name": each, "confirmationStatus": "NONE"} for each in slots}
        assert alexa.intent(name, slots=empty, locale=locale).said


def test_an_intent_of_another_version_of_the_model_is_answered(alexa, states):
    for attributes in (None, *states.values()):
        assert alexa.intent("IntentOfTomorrow", attributes).said


def test_a_session_that_has_ended_is_not_spoken_to(alexa, states):
    for attributes in states.values():
        request = {"type": "SessionEndedRequest", "reason": "USER_INITIATED"}
        assert alexa.ask(request, attributes).said == ""


def test_properties_that_alexa_may_add_tomorrow_do_no_harm(alexa):
    request = {"type": "LaunchRequest", "somethingNew": {"deep": [1, {"er": None}]}}
    assert alexa.ask(request).said == alexa.launch().said


@pytest.mark.parametrize("show", [False, True])
def test_the_task_of_a_quick_link_or_routine_starts_stretching_through_the_gate(alexa, show):
    for given in ({}, {"stretch": "cat_cow"}, {"stretch": "no_such"}, {"more": [1]}):
        task = {"name": "amzn1.ask.skill.x.StartStretchRoutine", "version": "1", "input": given}
        answer = alexa.ask({"type": "LaunchRequest", "task": task}, show=show)
        assert not answer.ends
        assert answer.attributes["asking"].startswith("screen:")
        assert answer.attributes["goal"] == "gate"
