"""The model's file: what is packed is what is added up, and it stays small."""

from array import array
from math import exp

import pytest

from interaction_model.phrases import NOTHING
from spasm_guide.clinical.findings import RED_FLAGS, SIGNS
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.reader import lexicon, linear, model, network
from spasm_guide.reader.features import numbered
from spasm_guide.reader.packed import pack, unpack

CELLS = {number * 3: [(number % 4, number % 50 + 1)] * (number % 3 + 1) for number in range(100)}
WORDS = sorted(numbered(["leg", "numb"]))
NETWORK = {
    "steps": {"words": 1.0, "marks": 0.5, "inner": 1.0, "outer": 0.5},
    "inner": [0.0, -1.0],
    "outer": [0.0, 0.0, 0.0, 2.0],
}
LAYERS = {
    "words": array("I", WORDS),
    "word_rows": array("b", [3 if number == numbered(["numb"])[0] else 1 for number in WORDS]),
    "marks": array("I", [6]),
    "mark_rows": array("b", [4]),
    "inner": array("b", [1, 0, 0, -1]),
    "outer": array("b", [2, 0, 0, 0, 0, 0, 0, 1]),
}


def packed(cells):
    header = {
        "heads": [["colour", ["red", "green"]], ["size", ["s", "m", "l"]]],
        "biases": [0.0, 0.0, 0.0, 1.0],
        "steps": [0.5, 1.0, 1.0, 1.0],
        "network": NETWORK,
    }
    return pack(header, {**linear.arrays(cells), **LAYERS})


def test_every_feature_finds_its_own_cells():
    header, arrays = unpack(packed(CELLS))
    half = linear.Linear(header["biases"], header["steps"], arrays)
    for number, own in CELLS.items():
        totals = [0] * 4
        for column, weight in own:
            totals[column] += weight
        assert half.totals([number]) == totals
    assert half.totals([1, 2**32 - 1]) == [0] * 4
    assert half.scores([0, 1]) == [0.5, 0.0, 0.0, 1.0]


def test_words_and_marks_go_through_both_layers():
    header, arrays = unpack(packed(CELLS))
    half = network.Network(header["network"], arrays)
    assert half.scores([], ["nobody"]) == [0.0, 0.0, 0.0, 2.0]
    assert half.scores([], ["numb"])[0] == pytest.approx(0.5 * 2 * 3)
    assert half.scores([], ["numb", "leg"])[0] == pytest.approx(4 / 2**0.5)
    assert half.scores([6, 7], ["numb"])[3] == pytest.approx(2.0)  # Below nothing is nothing.


def test_both_halves_are_asked():
    found = model.Model(packed({7: [(0, 4)]})).probabilities([7], ["numb"])
    assert found["colour"]["green"] == pytest.approx(1 / (1 + exp(-(2.0 + 3.0) / 2)))
    assert found["size"]["l"] > found["size"]["m"] == found["size"]["s"]


def test_the_shipped_model_knows_the_contract():
    heads = {head.name: set(head.classes) for head in model.model().heads}
    assert heads["meaning"] <= {*MEANINGS, NOTHING}
    assert {"yes", "no", "unsure", "report", "stop", "crisis", "unclear"} <= heads["meaning"]
    assert heads["sign"] == set(SIGNS)
    assert {f"{sign} yes" for sign in SIGNS} <= heads.keys()
    assert {f"{flag} yes" for flag in RED_FLAGS if flag != "sudden_unprovoked"} <= heads.keys()


def test_what_ships_stays_under_two_megabytes():
    assert model.FILE.stat().st_size + lexicon.FILE.stat().st_size < 2_000_000
