import pytest

from simulator.envelopes import slot
from simulator.misrouting import KEPT, Misrouting
from simulator.recogniser import FALLBACK, Recognised, Recogniser, load
from spasm_guide.languages.load import locales

MODEL = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "spasm guide",
            "intents": [
                {"name": "AMAZON.NoIntent", "samples": []},
                {"name": "AMAZON.FallbackIntent", "samples": []},
                {"name": "AMAZON.HelpIntent", "samples": ["i'm lost"]},
                {
                    "name": "StartStretchIntent",
                    "slots": [{"name": "stretch", "type": "STRETCH"}],
                    "samples": ["stretch", "do the {stretch}"],
                },
                {
                    "name": "TellMyIntent",
                    "slots": [{"name": "query", "type": "AMAZON.SearchQuery"}],
                    "samples": ["my {query}"],
                },
                {
                    "name": "FreeSpeechIntent",
                    "slots": [{"name": "speech", "type": "FREE_SPEECH"}],
                    "samples": ["{speech}"],
                },
            ],
            "types": [
                {"name": "FREE_SPEECH", "values": [{"name": {"value": "it hurts"}}]},
                {
                    "name": "STRETCH",
                    "values": [
                        {"id": "cat_cow", "name": {"value": "cat cow", "synonyms": ["cat"]}}
                    ],
                },
            ],
        }
    }
}


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(MODEL)


def test_a_sample_is_its_intent(recogniser):
    assert recogniser.recognise("i'm lost") == Recognised("AMAZON.HelpIntent")
    assert recogniser.recognise("I\N{RIGHT SINGLE QUOTATION MARK}m lost!") == Recognised(
        "AMAZON.HelpIntent"
    )


def test_amazons_own_intents_need_no_samples_but_must_be_in_the_model(recogniser):
    assert recogniser.recognise("no thanks").intent == "AMAZON.NoIntent"
    assert recogniser.recognise("yes").intent == "FreeSpeechIntent"


def test_a_synonym_is_matched_to_its_id(recogniser):
    found = recogniser.recognise("do the cat")
    assert found == Recognised("StartStretchIntent", {"stretch": slot("stretch", "cat", "cat_cow")})


def test_a_carrier_hands_over_the_rest_only(recogniser):
    assert recogniser.recognise("my leg went numb").values == {"query": "leg went numb"}


def test_what_is_no_sample_arrives_as_it_was_said(recogniser):
    found = recogniser.recognise("do the dog please")
    assert (found.intent, found.values) == ("FreeSpeechIntent", {"speech": "do the dog please"})


def test_nothing_said_is_fallback(recogniser):
    assert recogniser.recognise("?!") == Recognised(FALLBACK)


def test_the_skill_is_opened_by_its_name(recogniser):
    assert recogniser.opens("Alexa, open Spasm Guide")
    assert not recogniser.opens("open the window")


def test_misrouting_loses_words_but_never_turns_them_into_a_no(recogniser):
    ears = Misrouting(recogniser, 1.0)
    found = [ears.recognise("yes the left leg is numb") for _ in range(200)]
    assert {each.intent for each in found} & (KEPT - {FALLBACK}) == set()
    assert {each.values.get("speech") for each in found} == {
        None,
        "the left leg is numb",
        "left leg is numb",
    }


def test_a_number_may_come_as_digits(recogniser):
    ears = Misrouting(recogniser, 1.0)
    found = {ears.recognise("it was forty two").values.get("speech") for _ in range(200)}
    assert "it was 42" in found and None in found


def test_misrouting_takes_its_share_and_can_be_repeated(recogniser):
    def intents(seed):
        ears = Misrouting(recogniser, 0.1, seed)
        return [ears.recognise("it hurts").intent for _ in range(1000)]

    assert intents(1) == intents(1) != intents(2)
    assert 50 < sum(intent == FALLBACK for intent in intents(1)) + 33 < 150


@pytest.mark.parametrize("locale", locales())
def test_the_generated_models_hear_everything(locale):
    ears = load(locale)
    assert ears.recognise("yes").intent == "AMAZON.YesIntent"
    assert ears.recognise("qwerty uiop").values == {"speech": "qwerty uiop"}
