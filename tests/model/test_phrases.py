"""What the reader learns from, and what it is measured with: readable, without repeats, apart."""

from hashlib import sha256

import pytest

from interaction_model.phrases import (
    FOLDER,
    CorpusError,
    Expectation,
    load,
    overlapping,
    parse,
    repeated,
)

TUNING = load("tuning")
MEASURING = load("measuring")


def test_the_measuring_part_is_as_it_was_frozen():
    frozen = dict(
        reversed(line.split()) for line in (FOLDER / "measuring/SHA256").read_text().splitlines()
    )
    files = {f.name: f for f in (FOLDER / "measuring").glob("*.tsv")}
    assert {name: sha256(f.read_bytes()).hexdigest() for name, f in files.items()} == frozen


def test_no_phrase_stands_twice_in_the_same_state():
    assert [(a.place, b.place, b.text) for a, b in repeated(TUNING)] == []


def test_what_is_measured_was_not_learnt():
    learnt = overlapping(TUNING, (p.text for p in MEASURING))
    assert [(p.place, p.text) for p in learnt] == []


def test_there_is_enough_to_learn_and_to_measure():
    assert len(TUNING) >= 3000
    assert len(MEASURING) >= 600


def test_a_line_tells_what_is_set_and_what_may_be():
    line = (
        "launch\thard\treport weakness=yes numbness_tingling=no optional=radiating | help\tmy leg"
    )
    phrase = parse(line)
    assert phrase.expected == (
        Expectation(
            "report", {"weakness": "yes", "numbness_tingling": "no"}, optional=("radiating",)
        ),
        Expectation("help"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "launch\teasy\tyes",
        "launch\timpossible\tyes\tyes",
        "launch\teasy\tagreed\tyes",
        "launch\teasy\treport weakness=perhaps\tmy leg",
        "launch\teasy\treport weak_knees=yes\tmy leg",
        "any\teasy\texplain_sign sign=fever_or_unwell\twhat is a fever",
    ],
)
def test_a_line_that_cannot_be_used_is_named(line):
    with pytest.raises(CorpusError, match=r"hand\.tsv:7"):
        parse(line, "hand.tsv:7")
