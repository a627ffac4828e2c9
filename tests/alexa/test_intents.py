import pytest

from interaction_model.source import carriers, intents
from simulator.envelopes import Account, envelope, intent, slot
from spasm_guide.alexa.intents import BUILT_IN
from spasm_guide.alexa.request import hear
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from tests.alexa.conftest import NOON

WORDLESS = sorted(set(intents("en-US")) - {"FreeSpeechIntent", *carriers()})


@pytest.fixture(scope="module")
def heard_as():
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_sdk_model.request_envelope import RequestEnvelope

    def hear_intent(name, slots=None, asking=None):
        import json

        event = envelope(Account(), intent(name, slots or {}), NOON, {"new": False})
        request = DefaultSerializer().deserialize(json.dumps(event), RequestEnvelope)
        return hear(request, Session(asking=asking), None, read)

    def read(text, asking, locale):
        return Heard("report", details={"text": text})

    return hear_intent


@pytest.mark.parametrize("name", WORDLESS)
def test_every_intent_of_the_model_has_a_meaning(heard_as, name):
    meaning = heard_as(name).meaning
    assert meaning in MEANINGS
    assert (meaning == "unclear") == (name == "AMAZON.FallbackIntent")


@pytest.mark.parametrize("asking", [None, "sign:weakness", "screen:nerves", "confirm:weakness"])
def test_an_intent_without_words_sets_no_finding_but_a_plain_answer_to_the_open_sign(
    heard_as, asking
):
    set_by = {name: dict(heard_as(name, asking=asking).answers) for name in WORDLESS}
    plain = (
        {"AMAZON.YesIntent": {"weakness": "yes"}, "AMAZON.NoIntent": {"weakness": "no"}}
        if asking == "sign:weakness"
        else {}
    )
    assert {name: found for name, found in set_by.items() if found} == plain


def test_the_carriers_of_the_model_get_their_words_back(heard_as):
    for name, words in carriers().items():
        heard = heard_as(name, {"query": slot("query", "numb foot")})
        assert heard.details["text"] == f"{words} numb foot"


def test_free_speech_without_words_is_not_understood(heard_as):
    assert heard_as("FreeSpeechIntent").meaning == "unclear"
    assert heard_as("FreeSpeechIntent", {"speech": slot("speech", " ")}).meaning == "unclear"


def test_a_stretch_is_known_by_its_id_not_by_its_words(heard_as):
    said = {"stretch": slot("stretch", "child pose", "childs_pose")}
    assert heard_as("StartStretchIntent", said).stretch == "childs_pose"
    assert heard_as("StartStretchIntent", {"stretch": slot("stretch", "yoga")}).stretch is None


def test_whoever_wants_out_gets_out(heard_as):
    leaving = {name for name, meaning in BUILT_IN.items() if meaning == "stop"}
    assert leaving == {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}
    assert {heard_as(name).meaning for name in leaving} == {"stop"}


def test_an_intent_of_another_model_is_not_understood(heard_as):
    assert heard_as("OrderPizzaIntent").meaning == "unclear"
    assert heard_as("OpenIntent").meaning == "unclear"
