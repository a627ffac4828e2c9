"""The forward pass gives what PyTorch gives, on the pieces that its own tokenizer cuts."""

import json
from pathlib import Path

import numpy as np
import pytest

from interaction_model.training.trained import FILE
from spasm_guide.reading.encoder import affine
from spasm_guide.reading.model import model
from spasm_guide.reading.tensors import Tensors
from spasm_guide.reading.words import plain
from tests.reading.asking import EN

HEADS = Tensors(FILE)
TRAINED = HEADS["meaning.weight"].T, HEADS["meaning.bias"]
"""As they were trained; what was taught since moves the heads that ship."""
STORED = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader():
    return model(EN)


@pytest.mark.parametrize("row", STORED, ids=lambda row: row["text"][:30])
def test_the_same_pieces_and_the_same_result(row, reader):
    asking = None if row["state"] == "launch" else row["state"]
    ids, begin = reader._encoder.pieces(reader.tag(asking), plain(row["text"], EN))
    assert ids == row["pieces"] and row["segments"] == [int(i >= begin) for i in range(len(ids))]
    states = reader._encoder(reader.tag(asking), plain(row["text"], EN))
    logits = affine(states, TRAINED)
    assert np.abs(logits - np.array(row["meaning"])).max() < 2e-3
