"""What a health skill must say, and must never."""

import re

import pytest

from build_tools.artifact import ROOT
from simulator.envelopes import slot
from tests.certification.conftest import LOCALES
from tests.safety.lines import NUMBERS

EMERGENCY = "i can't feel anything between my legs and i have wet myself"
CLAIMS = re.compile(
    r"\b(cures?|cured|diagnos(e|es|ed|ing)|life.?saving|save your life|guarantee\w*)\b", re.I
)
CALLS = re.compile(r"\b(i'?ll|i will|i am|i'm|let me) (call|calling|phone|dial)", re.I)


def tells(alexa, words, attributes=None, **how):
    slots = {"speech": slot("speech", words)}
    return alexa.intent("FreeSpeechIntent", attributes, slots=slots, **how)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_names_the_number_first_and_ends_at_once(alexa, states, locale):
    for asking, attributes in [("at first", None), *states.items()]:
        answer = tells(alexa, EMERGENCY, attributes, locale=locale)
        assert answer.ends, asking
        first = " ".join(re.split(r"(?<=[.!])\s", answer.said)[:2]).replace(" ", "")
        assert NUMBERS[locale] in first, (asking, answer.said)
        assert answer.attributes["tier"] == "EMERGENCY"


def test_an_emergency_says_that_alexa_cannot_call_and_offers_no_stretch(alexa):
    answer = tells(alexa, EMERGENCY)
    assert re.search(r"can(no|')?t (make|call|dial|place|phone)", answer.said), answer.said
    assert "stretch" not in answer.said.lower()


def test_no_template_promises_what_the_skill_cannot_do():
    for template in sorted((ROOT / "templates").rglob("*.j2")):
        text = template.read_text(encoding="utf-8")
        for wrong in (CLAIMS, CALLS):
            assert not wrong.search(text), (template.name, wrong.search(text))


def test_it_says_once_that_it_is_no_doctor(alexa):
    check = alexa.intent("StartCheckIntent")
    assert "not a doctor" in check.said
    answer = alexa.intent("AMAZON.NoIntent", check.attributes)
    assert "not a doctor" not in answer.said


def test_the_verdict_card_names_no_finding_and_says_whom_to_ask(alexa):
    response = tells(alexa, "my left leg has gone weak and numb").raw["response"]
    if card := response.get("card"):
        assert not re.search(r"\b(weak|numb|tingl)", card["title"] + card["content"])
