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
WHY = (
    *("verdict/reasons:say", "verdict/soon:tier", "verdict/urgent:tier"),
    *(
        "verdict/urgent:tier_weakness",
        "verdict/urgent:tier_after_injury",
        "verdict/emergency:again",
    ),
)


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
    assert "because of the breast cancer and the operation 1 week ago." in text
    assert "weight" not in text


@pytest.mark.parametrize("name", WHY)
def test_where_no_more_is_known_nothing_is_guessed(name):
    text = said(name, reasons=["cancer_or_weight_loss", "recent_spine_procedure"])
    assert "because of cancer or weight loss and the recent procedure." in text
    assert "ago" not in text


@pytest.mark.parametrize("finding", FINDINGS)
def test_every_finding_can_be_a_reason_for_any_person_anywhere(finding):
    for locale in locales():
        text = said(WHY[0], locale, "someone", reasons=[finding])
        assert text.startswith("It's because of ")
        assert not re.search(r"\byou(r)?\b", text), text


def test_what_was_not_sure_is_said_so_beside_what_was_sure():
    text = said(WHY[0], reasons=["weakness", "after_injury"], unsure=["after_injury"])
    assert text == "It's because of weakness, and maybe the injury."
    alone = said("verdict/urgent:tier", reasons=["after_injury"], unsure=["after_injury"])
    assert alone == "See a doctor today, as you weren't sure of the injury."


def test_where_nothing_was_told_no_reason_is_named():
    assert said("verdict/emergency:again") == "Again: call 911 now."


@pytest.mark.parametrize("block", ["next", "next_closed", "next_procedure", "next_pregnancy"])
@pytest.mark.parametrize("locale", sorted(locales()))
def test_an_urgent_verdict_says_whom_to_call_now_and_forbids_stretches(locale, block):
    text = said(f"verdict/urgent:{block}", locale)
    assert text.startswith("Call ")
    assert "No stretches yet." in text
    assert ("111" in text) == (locale == "en-GB" and block in ("next", "next_closed"))
