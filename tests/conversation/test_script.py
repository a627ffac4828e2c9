"""What to tell the doctor: asked again it is read out, and says only what was told."""

import pytest

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.conversation.answers.script import DENIED, RISKS, SIGNS, script
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from spasm_guide.speech import ssml
from spasm_guide.speech.words import words
from tests.conversation.speaking import LOCALES, renderer, spoken

TOLD = {
    "weakness": "yes",
    "radiating": "yes",
    "fever_or_unwell": "no",
    "numbness_tingling": "unsure",
}
ASKED = Heard("question", topic="what_to_tell")


def after(told, tier="URGENT"):
    return Session(asking="offer:comfort", answers=told, tier=tier, goal="check")


def said(session, locale="en-US"):
    known = words(locale)
    return ssml.listen(ssml.speak([renderer().render(each, known) for each in script(session)]))


def test_asked_again_all_of_it_is_read_out_and_then_the_open_question():
    session, first = advance(after(TOLD), ASKED)
    assert not first.card
    session, reply = advance(session, ASKED)
    text = spoken(session, reply).text
    assert "weakness in a leg or the back and pain down a leg" in text
    assert "Not sure about numbness or tingling" in text
    assert "No fever." in text
    assert session.asking == "offer:comfort" and not reply.card


def test_the_card_comes_only_when_asked_for():
    heard = Heard("question", topic="what_to_tell", details={"card": True})
    _, reply = advance(after(TOLD), heard)
    text = renderer().write(reply.card, "text", words("en-US"))
    assert "New: weakness" in text and "Not sure: numbness" in text


@pytest.mark.parametrize("locale", LOCALES)
def test_it_takes_half_a_minute_at_most(locale):
    everything = dict.fromkeys((*SIGNS[7:], *RISKS), "yes") | dict.fromkeys(DENIED, "no")
    assert said(after(everything), locale).seconds <= 32


def test_what_was_not_asked_is_not_denied_and_no_finding_is_without_words():
    text = said(after({"weakness": "yes"})).text
    assert "No " not in text and "ot sure" not in text
    for finding in FINDINGS:
        assert finding in (*SIGNS, *RISKS)
        assert said(after({finding: "yes"})).text != said(after({})).text
