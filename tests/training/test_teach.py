"""Teaching: new lines become right, what was learnt before hardly moves, always the same way."""

import numpy as np
import pytest

from interaction_model.phrases import load, parse
from interaction_model.training import teach, trained
from interaction_model.training.lessons import LABELS, lesson
from spasm_guide.reading.tensors import Tensors

WIDTH = 300
RANDOM = np.random.default_rng(7)
SEEN = RANDOM.normal(0.3, 1, (4000, WIDTH))
ROWS = {
    **{name: len(LABELS[name]) for name in ("meaning", "topic", "sign", "stretch")},
    "finding": len(LABELS["finding"]) * len(LABELS["answer"]),
}
HEADS = {
    f"{name}.{part}": RANDOM.normal(0, 0.3, (rows, WIDTH) if part == "weight" else rows)
    for name, rows in ROWS.items()
    for part in ("weight", "bias")
}
TEMPERATURE = {
    "meaning": 1.2, "topic": 1.0, "sign": 1.0, "stretch": 1.0,
    "finding": [1.0] * len(LABELS["finding"]),
}  # fmt: skip
KEPT = np.hstack([RANDOM.normal(0.3, 1, (20, WIDTH)), np.ones((20, 1))])
LINES = (
    "launch\teasy\treport weakness=yes\tmy leg's gone to jelly",
    "launch\teasy\tstop\tput a sock in it",
    "advice\teasy\tquestion topic=massage\tshould i be kneaded",
)


def test_every_line_of_the_corpus_is_taught():
    """Else `make teach`."""
    heads = Tensors(teach.MODEL / "heads.safetensors")
    new = teach.unlearnt(load(), trained.learnt())
    assert heads.metadata["taught"] == trained.digest(new)


@pytest.fixture
def taught(monkeypatch):
    vectors = np.hstack([RANDOM.normal(0.3, 1, (len(LINES), WIDTH)), np.ones((len(LINES), 1))])
    monkeypatch.setattr(teach, "vectors", lambda said: vectors)
    said = np.hstack([SEEN, np.ones((len(SEEN), 1))])
    lessons = [lesson(phrase, phrase.state) for phrase in map(parse, LINES)]

    def once():
        heads = dict(HEADS)
        teach.taught(heads, TEMPERATURE, said.T @ said / len(said), lessons, KEPT)
        return heads

    return vectors, once


def logits(heads, name, vectors):
    return vectors[:, :WIDTH] @ heads[f"{name}.weight"].T + heads[f"{name}.bias"]


def test_new_lines_are_right_afterwards(taught):
    vectors, once = taught
    heads = once()
    meanings = logits(heads, "meaning", vectors).argmax(1)
    assert [LABELS["meaning"][place] for place in meanings] == ["report", "stop", "question"]
    findings = logits(heads, "finding", vectors).reshape(len(LINES), -1, len(LABELS["answer"]))
    weakness = findings[:, LABELS["finding"].index("weakness")].argmax(1)
    assert [LABELS["answer"][place] for place in weakness] == ["yes", "absent", "absent"]
    topic = logits(heads, "topic", vectors)[2].argmax()
    assert LABELS["topic"][topic] == "massage"


def test_what_was_learnt_before_hardly_moves(taught):
    _, once = taught
    heads = once()
    before, after = (logits(h, "meaning", SEEN) for h in (HEADS, heads))
    assert np.abs(after - before).mean() < 0.25 * np.abs(before).mean()
    assert (after.argmax(1) == before.argmax(1)).mean() > 0.85


def test_what_must_never_break_does_not_move(taught):
    _, once = taught
    heads = once()
    for name in ROWS:
        moved = logits(heads, name, KEPT) - logits(HEADS, name, KEPT)
        assert np.abs(moved).max() < 0.05, name


def test_the_same_lines_give_the_same_heads(taught):
    _, once = taught
    first, second = once(), once()
    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_a_line_is_new_until_it_was_trained_on_and_again_when_relabelled():
    phrase, relabelled = parse(LINES[1]), parse(LINES[1].replace("\tstop\t", "\tpause\t"))
    known = {trained.mark(phrase)}
    assert teach.unlearnt([phrase], known) == []
    assert teach.unlearnt([relabelled], known) == [relabelled]


def test_the_spread_comes_back_whole_from_its_upper_half():
    whole = SEEN.T @ SEEN

    class Half(dict):
        pass

    half = Half(spread=whole[np.triu_indices(WIDTH)].astype(np.float32))
    assert np.allclose(teach.spread(half), whole, rtol=1e-4)
