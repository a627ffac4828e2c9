"""Every question of the check as spoken: it ends as a question, and can be put again shortly."""

import re
from pathlib import Path

import pytest

from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer, sources
from spasm_guide.speech.words import words

RENDERER = Renderer()
SHORT = 4.0
"""Seconds, for putting a question again after a side question."""
ITEMS = {
    "start": ("injury", "out_of_nowhere"),
    "accident": ("crash", "height", "stairs", "bad_fall"),
    "nowhere": ("shoulder_blades", "tearing", "lying_still"),
    "fever": ("fever", "feeling_ill", "urine", "rash"),
    "risk": ("diabetes", "weak_immune_system", "injects_drugs"),
    "limbs": ("weakness", "numbness", "pain_down_leg"),
    "health": ("cancer", "weight_loss", "diabetes", "weak_immune_system"),
    "medicines": ("blood_thinners", "steroids", "weak_bones", "fused_spine"),
    "recent": ("operation", "injection", "pregnant"),
    "pain": ("days", "worse", "coming_back", "daily_life"),
    "pattern": ("small_moves", "locked_on_waking"),
    "history": ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
    "caution": ("pregnancy", "under_18"),
}
"""In the order in which they are spoken."""
ALONE = ("injury", "out_of_nowhere", "part", "which")
PATHS = [
    f"{file.parent.name}/{file.stem}"
    for kind in ("screen", "sign", "confirm")
    for file in sorted(Path(sources(), kind).glob("*.j2"))
    if "ask" in RENDERER.blocks(f"{kind}/{file.stem}")
]


def said(path, block, locale="en-US", subject="self"):
    items = ITEMS.get(path.partition("/")[2].removesuffix("_which"), ())
    data = {
        "left": list(items[1:] if block == "rest" else items),
        "findings": ["persistent"],
        "age": 30,
    }
    return ssml.listen(
        ssml.speak([RENDERER.render(Line(f"{path}:{block}", data), words(locale, subject))])
    )


@pytest.mark.parametrize("path", PATHS)
def test_it_can_be_put_again_within_four_seconds(path):
    for locale in locales():
        for subject in ("self", "someone"):
            assert said(path, "short", locale, subject).seconds <= SHORT, (locale, subject)


@pytest.mark.parametrize("path", PATHS)
def test_what_opens_the_microphone_ends_as_a_question_and_not_on_its_answers(path):
    for block in ("ask", "short", "clarify", "rest", *ALONE):
        if block in RENDERER.blocks(path):
            text = said(path, block).text
            assert text.endswith("?"), (block, text)
            assert not re.search(r"\b(yes|no|sure)\W*$", text), (block, text)


@pytest.mark.parametrize("path", PATHS)
def test_no_question_to_somebody_about_another_says_you(path):
    for block in ("ask", "short", "clarify", "rest", *ALONE):
        if block in RENDERER.blocks(path) and path not in ("confirm/correction", "confirm/change"):
            text = said(path, block, subject="someone").text
            assert not re.search(r"\byou(r|rs|rself)?\b", text, re.I), (block, text)


@pytest.mark.parametrize("path", [p for p in PATHS if p.startswith("screen/")])
def test_no_question_takes_more_than_twelve_and_a_half_seconds(path):
    assert said(path, "ask").seconds <= 12.5


@pytest.mark.parametrize(("locale", "word"), [("en-US", "pee"), ("en-GB", "wee")])
def test_the_rest_of_a_question_is_put_in_the_words_of_the_region(locale, word):
    assert f"when you {word}," in said("screen/fever", "rest", locale).text
