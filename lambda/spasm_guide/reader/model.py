"""What people mean, as learnt from the corpus: a linear model and a small network, both asked.

Each head tells some classes apart; its scores stand side by side in the columns of both halves.
`weights.bin` is made by `make train`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Final, NamedTuple

from spasm_guide.reader.linear import Linear
from spasm_guide.reader.network import Network
from spasm_guide.reader.packed import unpack

FILE: Final = Path(__file__).with_name("weights.bin")
SHARE: Final = 0.5
"""How much the linear half counts: docs/adr/rules-and-a-small-model.md has what each gives."""

Scores = Mapping[str, float]


class Head(NamedTuple):
    name: str
    classes: Sequence[str]

    @property
    def columns(self) -> int:
        """One score for two classes means the second; else one score a class."""
        return 1 if len(self.classes) == 2 else len(self.classes)


class Model:
    def __init__(self, data: bytes) -> None:
        header, arrays = unpack(data)
        self.heads = [Head(name, classes) for name, classes in header["heads"]]
        self._linear = Linear(header["biases"], header["steps"], arrays)
        self._network = Network(header["network"], arrays)

    def probabilities(self, features: Sequence[int], tokens: Sequence[str]) -> dict[str, Scores]:
        """By head, how likely each class is, from the features' numbers and the words."""
        linear = self._linear.scores(features)
        network = self._network.scores(features, tokens)
        mixed = iter([SHARE * a + (1 - SHARE) * b for a, b in zip(linear, network, strict=True)])
        return {
            head.name: _spread(head.classes, [next(mixed) for _ in range(head.columns)])
            for head in self.heads
        }


def _spread(classes: Sequence[str], scores: Iterable[float]) -> Scores:
    scores = list(scores)
    if len(scores) == 1:
        scores = [0.0, *scores]
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    whole = sum(parts)
    return {name: part / whole for name, part in zip(classes, parts, strict=True)}


@lru_cache(maxsize=1)
def model() -> Model:
    return Model(FILE.read_bytes())
