"""Every fact a clinician reviews has its source, and is spoken no weaker than that."""

import re

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import VERSION
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.content.load import load
from spasm_guide.conversation.reply import Line
from spasm_guide.languages import load as language
from spasm_guide.speech import ssml
from spasm_guide.speech.durations import SAMPLE, first_locale, measure
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

RENDERER = Renderer()
ANSWERS = load("signs")["signs"]
STRETCHES = load("stretches")["stretches"]
STRENGTHS = {"immediately": "immediately", "right_away": "right away", "required": "needs"}
NOT_SOURCED = {"count", "pause", "stretch", "ask", "place", "refuse"}


def spoken(path, locale="en-US", **data):
    """All blocks of one template, as heard."""
    lines = (Line(f"{path}:{block}", {**SAMPLE, **data}) for block in RENDERER.blocks(path))
    parts = (RENDERER.render(line, words(locale)) for line in lines)
    return ssml.listen(ssml.speak(parts)).text.lower()


def told(name, facts, text):
    for fact in facts:
        for words_ in fact.get("says", ()):
            assert words_.lower() in text, f"{name}: {fact['fact']!r} is not said as {words_!r}"


def facts_of(topic):
    return ANSWERS[topic]["facts"] if topic in ANSWERS else load("signs")["topics"][topic]


ALL = {
    **{f"signs/{name}": facts_of(name) for name in (*ANSWERS, *load("signs")["topics"])},
    **{f"stretches/{name}": data["facts"] for name, data in STRETCHES.items()},
    "relief": load("relief")["facts"],
    "routines": list(load("stretches")["routines"].values()),
}


@pytest.mark.parametrize("place", sorted(ALL))
def test_each_fact_has_a_source_line(place):
    assert ALL[place]
    for fact in ALL[place]:
        assert fact["source"]["from"] in ("article", "clinical"), fact
        assert len(fact["source"]["quote"]) > 15, fact


@pytest.mark.parametrize("name", [*ANSWERS, *load("signs")["topics"]])
def test_an_answer_says_its_facts(name):
    told(name, facts_of(name), spoken(f"answer/{name}"))


@pytest.mark.parametrize("name", sorted(STRETCHES))
def test_a_stretch_says_its_facts(name):
    told(name, STRETCHES[name]["facts"], spoken(f"stretch/{name}"))


def test_relief_says_its_facts():
    minutes = load("relief")["minutes"]
    for fact in load("relief")["facts"]:
        data = {"minutes": minutes.get(fact["step"], 0), "look": minutes["look"]}
        told("relief", [fact], spoken(f"relief/{fact['step']}", **data))


@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_is_explained_more_weakly_than_the_article_does(sign):
    """In every region, and in the short answer already."""
    strength = STRENGTHS.get(ANSWERS[sign]["strength"])
    for locale in language.locales():
        line = Line(f"answer/{sign}:short")
        short = ssml.listen(ssml.speak([RENDERER.render(line, words(locale))])).text.lower()
        assert strength is None or strength in short
        assert re.search(r"doctor|medical|healthcare provider", short)


@pytest.mark.parametrize("name", sorted(STRETCHES))
def test_holds_and_repeats_are_those_of_the_source(name):
    planned = next(fact["data"] for fact in STRETCHES[name]["facts"] if "data" in fact)
    for place in ("floor", "bed"):
        version = STRETCHES[name]["versions"][place]
        assert version["repeats"] == planned["repeats"]
        assert {p["hold"] for p in version["phases"] if "hold" in p} <= {planned.get("hold")}


@pytest.mark.parametrize("name", sorted(STRETCHES))
def test_what_forbids_a_stretch_has_a_source(name):
    sourced = {f for fact in STRETCHES[name]["facts"] for f in fact.get("never_with", ())}
    assert sourced == set(STRETCHES[name]["never_with"])


@pytest.mark.parametrize("name", sorted(STRETCHES))
def test_every_block_named_by_the_data_exists_and_none_is_idle(name):
    common = {"name", "first", "next", "why", "ask", "again"}
    used = set()
    for place in PLACES:
        version = STRETCHES[name]["versions"][place]
        used |= {step[0] for step in (*version["teach"], *version["short"])}
        used |= {version[k][0] for k in ("swap", "halfway", "finish") if k in version}
        used |= set(version["not_for"])
        for phase in version["phases"]:
            used |= {phase[k] for k in ("say", "again", "back") if k in phase}
    assert used | common == set(RENDERER.blocks(f"stretch/{name}"))


@pytest.mark.parametrize("name", sorted(language.languages()))
def test_the_lengths_in_the_data_are_those_of_the_words(name):
    """Stale? `python -m spasm_guide.speech.durations` measures them anew."""
    assert language.load(name, "durations")["seconds"] == measure(first_locale(name))


@pytest.mark.parametrize("locale", language.locales())
def test_a_region_changes_the_length_of_a_cue_by_less_than_a_tenth_of_a_second(locale):
    mine = measure(locale)
    kept = language.load(language.language_of(locale), "durations")["seconds"]
    cues = {key for key in mine if key.partition(":")[0] not in NOT_SOURCED}
    assert all(abs(mine[key] - kept[key]) < 0.1 for key in cues)


def test_the_content_and_the_rule_have_one_version():
    assert {load(name)["version"] for name in ("signs", "stretches", "relief")} == {VERSION}
