"""The reasons of a verdict are the person's own facts, and who to call follows from them."""

import re

import pytest

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

RENDERER = Renderer()
WHY = ("verdict/reasons:say", "verdict/emergency:why")


def said(name, locale="en-US", subject="self", **data):
    line = Line(name, {"reasons": [], "unsure": [], **data})
    return ssml.listen(ssml.speak([RENDERER.render(line, words(locale, subject))])).text


@pytest.mark.parametrize("name", WHY)
def test_what_was_told_is_said_as_it_was_told(name):
    facts = {
        "cancer_or_weight_loss": {"item": "cancer", "words": "breast cancer"},
        "recent_spine_procedure": {"item": "operation", "ago": {"n": 1, "unit": "week"}},
    }
    text = said(name, reasons=list(facts), facts=facts)
    assert "because you have had breast cancer and you had an operation 1 week ago." in text
    assert "weight" not in text


@pytest.mark.parametrize("name", WHY)
def test_where_no_more_is_known_nothing_is_guessed(name):
    text = said(name, reasons=["cancer_or_weight_loss", "recent_spine_procedure"])
    assert "cancer or weight loss" in text
    assert "operation or injection" in text
    assert "ago" not in text


@pytest.mark.parametrize("finding", FINDINGS)
def test_every_finding_can_be_a_reason_for_any_person_anywhere(finding):
    for locale in locales():
        text = said(WHY[0], locale, "someone", reasons=[finding])
        assert text.startswith("That's because ")
        assert not re.search(r"\byou(r)?\b", text), text


def test_no_more_than_three_reasons_are_said_the_first_ones():
    text = said(WHY[0], reasons=["weakness", "after_injury", "fever_or_unwell", "persistent"])
    assert text.index("weakness") < text.index("injury") < text.index("fever")
    assert "pain" not in text


def test_what_was_not_sure_is_said_so_beside_what_was_sure():
    text = said(WHY[0], reasons=["weakness", "after_injury"], unsure=["after_injury"])
    assert "because there's weakness. You are not sure about a fall or injury" in text
    alone = said(WHY[0], reasons=["after_injury"], unsure=["after_injury"])
    assert (
        alone == "That's because you are not sure about a fall or injury, and I take the safe side."
    )


@pytest.mark.parametrize("block", ["next", "next_closed", "next_procedure", "next_pregnancy"])
@pytest.mark.parametrize("locale", sorted(locales()))
def test_an_urgent_verdict_says_whom_to_call_now_and_forbids_stretches(locale, block):
    text = said(f"verdict/urgent:{block}", locale)
    assert text.startswith("Call ")
    assert "No stretches until then." in text
    assert ("111" in text) == (locale == "en-GB" and block in ("next", "next_closed"))
