"""The trained model: the encoder and its heads, imported with the first words."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from spasm_guide.languages.load import FOLDER
from spasm_guide.reading.encoder import Encoder, affine, softmax
from spasm_guide.reading.scores import Scores
from spasm_guide.reading.tensors import Array, Tensors

HEADS: Final = ("meaning", "topic", "finding", "whose", "sign", "stretch")


@cache
def model(language: str) -> "Model":
    return Model(FOLDER / language / "reading")


class Model:
    def __init__(self, home: Path) -> None:
        self._encoder = Encoder(home)
        self._tags: dict[str, str] = json.loads((home / "tags.json").read_text("utf-8"))
        stored = Tensors(home / "heads.safetensors")
        self._labels: dict[str, list[str]] = json.loads(stored.metadata["labels"])
        self._temperature: dict[str, Any] = json.loads(stored.metadata["temperature"])
        self._heads = {n: (stored[f"{n}.weight"].T, stored[f"{n}.bias"]) for n in HEADS}

    def __call__(self, said: str, asking: str | None) -> Scores:
        states = self._encoder(self.tag(asking), said)
        shares = {name: self._shares(name, states) for name in HEADS}
        rows = dict(zip(self._labels["finding"], shares.pop("finding"), strict=True))
        named = {
            name: dict(zip(self._labels[name], *rows, strict=True)) for name, rows in shares.items()
        }
        answers = self._labels["answer"]
        return Scores(
            findings={f: dict(zip(answers, row, strict=True)) for f, row in rows.items()}, **named
        )

    def tag(self, asking: str | None) -> str:
        """The question in a few words, as the encoder was taught it."""
        state = asking or "launch"
        return self._tags.get(state) or self._tags.get(state.partition(":")[0]) or self._tags[""]

    def logits(self, head: str, states: Array) -> Array:
        return affine(states, self._heads[head])

    def _shares(self, head: str, states: Array) -> list[list[float]]:
        """How likely each label is; of the findings, one row each."""
        temperature = np.array(self._temperature[head], np.float32).reshape(-1, 1)
        shares = softmax(self.logits(head, states).reshape(len(temperature), -1) / temperature)
        return [[float(share) for share in row] for row in shares]
