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
    "life": ("chest_pain", "breathing", "fainting", "cold_sweat", "belly_or_side_pain"),
    "nerves": ("numb_saddle", "bladder_or_bowel", "both_legs"),
    "start": ("injury", "out_of_nowhere"),
    "accident": ("crash", "height", "stairs", "bad_fall"),
    "nowhere": ("shoulder_blades", "tearing", "lying_still"),
    "fever": ("fever", "feeling_ill", "urine", "rash"),
    "ill": ("confused", "shaking", "getting_worse"),
    "risk": ("diabetes", "weak_immune_system", "injects_drugs"),
    "limbs": ("weakness", "numbness", "pain_down_leg"),
    "health": ("cancer", "weight_loss", "diabetes", "weak_immune_system"),
    "medicines": ("blood_thinners", "steroids", "weak_bones", "fused_spine"),
    "recent": ("operation", "injection", "pregnant"),
    "pregnancy": ("bleeding", "tightenings", "leaking", "baby_moving_less"),
    "worsening": ("getting_worse", "cannot_stand", "lying_still"),
    "pain": ("days", "worse", "coming_back", "daily_life"),
    "pattern": ("small_moves", "locked_on_waking"),
    "history": ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
    "gate": ("injury", "out_of_nowhere", "pain", "numbness", "weakness"),
    "caution": (
        *("under_18", "over_75", "pregnancy", "steroids", "weak_bones", "blood_thinners"),
        *("fused_spine", "operation"),
    ),
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
def test_no_question_takes_more_than_thirteen_seconds(path):
    assert said(path, "ask").seconds <= 13


@pytest.mark.parametrize(("locale", "word"), [("en-US", "pee"), ("en-GB", "wee")])
def test_the_rest_of_a_question_is_put_in_the_words_of_the_region(locale, word):
    assert f"when you {word}," in said("screen/fever", "rest", locale).text


CHECK = (
    *("life", "nerves", "start", "fever", "limbs", "health", "age", "medicines", "recent"),
    *("pain", "pattern"),
)
"""What somebody with nothing wrong is asked."""


@pytest.mark.parametrize("locale", sorted(locales()))
def test_a_check_with_nothing_wrong_is_short_enough(locale):
    opening = said("menu/menu", "opening", locale).seconds
    first = opening + said("screen/life", "ask", locale).seconds
    asked = opening + sum(said(f"screen/{name}", "ask", locale).seconds for name in CHECK)
    shorter = (
        said("screen/recent", "part", locale).seconds - said("screen/recent", "ask", locale).seconds
    )
    older = asked + said("screen/effort", "ask", locale).seconds + shorter
    assert first <= 11, first
    assert asked <= 100, asked
    assert older <= 100, older
