"""The model's file: what is packed is what is added up, and it stays small."""

import pytest

from interaction_model.phrases import NOTHING
from spasm_guide.clinical.findings import FINDINGS, SIGNS
from spasm_guide.conversation.heard import MEANINGS
from spasm_guide.reader import model, senses
from spasm_guide.reader.model import Model, pack

HEADS = [
    {"name": "colour", "classes": ["red", "green"], "scale": 0.5, "tilt": 0.1, "bias": [0.0]},
    {
        "name": "size",
        "classes": ["s", "m", "l"],
        "scale": 1.0,
        "tilt": 0.1,
        "bias": [0.0, 0.0, 1.0],
    },
]
TILTS = [[10, 0], [0, 0], [0, 0], [0, 0]]


def small(cells):
    return Model(pack(HEADS, cells, TILTS))


def test_an_unknown_feature_changes_nothing():
    found = small({7: [(0, 4)]}).probabilities([8, 2**32 - 1, 0], [0.0, 0.0])
    assert found["colour"] == pytest.approx({"red": 0.5, "green": 0.5})
    assert found["size"]["l"] > found["size"]["m"] == found["size"]["s"]


def test_weights_of_features_and_of_the_words_meaning_add_up():
    read = small({7: [(0, 4)], 9: [(0, -8), (2, 3)]})
    assert read.probabilities([7], [0.0, 0.0])["colour"]["green"] == pytest.approx(0.8808, abs=1e-4)
    both = read.probabilities([7, 9], [2.0, 5.0])
    assert both["colour"]["green"] == pytest.approx(0.5)
    assert max(both["size"], key=both["size"].get) == "m"


def test_every_feature_finds_its_own_cells():
    cells = {
        number * 3: [(number % 4, number % 50 + 1)] * (number % 3 + 1) for number in range(100)
    }
    read = small(cells)
    for number, own in cells.items():
        totals = [0] * 4
        for column, weight in own:
            totals[column] += weight
        assert read._totals([number]) == totals


def test_the_shipped_model_knows_the_contract():
    heads = {head.name: set(head.classes) for head in model.model().heads}
    assert heads["meaning"] <= {*MEANINGS, NOTHING}
    assert {"yes", "no", "unsure", "report", "stop", "crisis", "unclear"} <= heads["meaning"]
    assert heads["sign"] == set(SIGNS)
    assert {f"{finding} yes" for finding in FINDINGS} <= heads.keys()


def test_what_ships_stays_under_two_megabytes():
    assert model.FILE.stat().st_size + senses.FILE.stat().st_size < 2_000_000
