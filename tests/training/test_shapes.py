"""Generated lines: their labels follow from their frames, and what measures them is kept apart."""

import random

import pytest

from interaction_model.names import FINDINGS
from interaction_model.phrases import PARTLY
from interaction_model.training import shapes
from interaction_model.training.frames import CONSENTS, asked, data
from interaction_model.training.shapes import Shapes

LEARNT = shapes.phrases(0)
HELD = shapes.held()
ANY = random.Random(0)


def told(phrase, answer):
    return {k for e in phrase.expected for k, v in e.answers.items() if v == answer}


def made_of(kind, phrases):
    return [phrase for phrase in phrases if phrase.place.startswith(f"{kind}: ")]


@pytest.mark.parametrize("phrases", [LEARNT, HELD], ids=["learnt", "held"])
def test_one_item_said_sets_its_finding_and_passes_nothing(phrases):
    ones = made_of("one", phrases)
    assert len(ones) > 100
    for phrase in ones:
        assert len(told(phrase, "yes")) == 1, phrase.text
        assert {e.meaning for e in phrase.expected} == {"report"}


@pytest.mark.parametrize("phrases", [LEARNT, HELD], ids=["learnt", "held"])
@pytest.mark.parametrize("kind", ["partly", "past", "asked", "denied"])
def test_a_denial_a_memory_and_a_question_set_nothing_and_pass_nothing(kind, phrases):
    lines = made_of(kind, phrases)
    assert len(lines) > 10
    for phrase in lines:
        assert not told(phrase, "yes"), phrase.text
        assert not {"yes", "no"} & {e.meaning for e in phrase.expected}, phrase.text


def test_a_part_denied_at_a_question_is_told_apart_from_all_of_it():
    assert {e.meaning for p in made_of("partly", LEARNT) for e in p.expected} == {PARTLY}
    assert {e.meaning for p in made_of("none", LEARNT) for e in p.expected} == {"no"}


def test_every_question_names_known_items_and_findings():
    for state, about in asked().items():
        assert set(about["items"]) <= set(data("items")), state
        assert set(about["finding"].values()) <= set(FINDINGS), state


def test_what_measures_was_not_learnt():
    for kind, frames in data("frames").items():
        if "held" in frames:
            assert not set(frames["held"]) & set(frames["train"]), kind
    for item, words in data("items").items():
        for part, said in words["other"].items():
            assert said not in words[part], item
    learnt = {phrase.text for phrase in LEARNT}
    shared = {p.text for p in HELD if len(p.text.split()) > 3} & learnt
    assert shared == set()


def test_no_stray_word_is_a_consent():
    for phrase in (*LEARNT, *HELD):
        if phrase.state in CONSENTS and phrase.place in ("stray", "refused", "intruder"):
            assert "yes" not in {e.meaning for e in phrase.expected}


def test_the_same_round_is_the_same_and_the_next_another():
    again = [(p.state, p.text) for p in shapes.phrases(0)]
    assert again == [(p.state, p.text) for p in LEARNT]
    assert again != [(p.state, p.text) for p in shapes.phrases(1)]


def test_no_frame_is_left_open():
    for phrase in (*LEARNT, *HELD, *Shapes(ANY).items()):
        assert "{" not in phrase.text
        assert "no no " not in phrase.text or phrase.place == "intruder"
