"""What the reader learns from, and what it is measured with: readable, without repeats, apart."""

from hashlib import sha256

import pytest

from interaction_model.phrases import (
    ANYWHERE,
    FOLDER,
    CorpusError,
    Expectation,
    load,
    overlapping,
    parse,
    read,
    repeated,
)


@pytest.fixture(scope="module")
def learnt():
    return load()


@pytest.fixture(scope="module")
def held():
    return load(held=True)


def test_the_measuring_part_is_as_it_was_frozen():
    frozen = dict(
        reversed(line.split()) for line in (FOLDER / "held/SHA256").read_text().splitlines()
    )
    files = {f.name: f for f in (FOLDER / "held").glob("*.tsv")}
    assert {name: sha256(f.read_bytes()).hexdigest() for name, f in files.items()} == frozen


def test_no_phrase_stands_twice_in_the_same_state(learnt):
    assert [(a.place, b.place, b.text) for a, b in repeated(learnt)] == []


def kinds(phrase):
    """Alike where both set nothing, or both say it is so."""
    alike = dict.fromkeys(("none", "unclear", "out_of_scope"), "nothing") | {"yes": "report"}
    return {alike.get(e.meaning, e.meaning) for e in phrase.expected}


def test_no_phrase_means_one_thing_anywhere_and_another_in_one_place(learnt):
    anywhere = {p.text: p for p in learnt if p.state == "any"}
    found = [
        (p.place, anywhere[p.text].place, p.text)
        for p in learnt
        if p.state in (*ANYWHERE, "screen:life", "screen:nerves") and p.text in anywhere
        if not kinds(p) & kinds(anywhere[p.text])
    ]
    assert found == []


def test_a_line_lies_where_its_subject_does():
    for file in FOLDER.rglob("*.tsv"):
        for phrase in read(file) if file.parent.name in ("wishes", "questions") else ():
            first = phrase.expected[0]
            assert file.stem == (first.topic or first.meaning), phrase.place


def test_what_is_measured_was_not_learnt(learnt, held):
    both = overlapping(learnt, (p.text for p in held))
    assert [(p.place, p.text) for p in both] == []


def test_there_is_enough_to_learn_and_to_measure(learnt, held):
    assert len(learnt) >= 3000
    assert len(held) >= 600


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
