"""The half of the model that knows what words mean: a network of one hidden layer.

Each word has a row of numbers, near words near rows, so that a word the corpus never used is
still read by its meaning; so have the commonest features. Their sums go through the layer.
"""

import sys
from collections.abc import Iterable, Sequence
from operator import add, mul
from typing import Any
from zlib import crc32

from spasm_guide.reader.packed import Arrays, places

if sys.version_info >= (3, 12):
    from math import sumprod
else:

    def sumprod(p: Iterable[float], q: Iterable[float], /) -> float:
        return float(sum(map(mul, p, q)))


class Network:
    def __init__(self, header: dict[str, Any], arrays: Arrays) -> None:
        """What one step of each array is worth, and the biases of both layers."""
        self._steps: dict[str, float] = header["steps"]
        self._words = Rows(arrays["words"], arrays["word_rows"])
        self._marks = Rows(arrays["marks"], arrays["mark_rows"])
        self._inner = list(
            zip(header["inner"], _cut(arrays["inner"], header["inner"]), strict=True)
        )
        self._outer = list(
            zip(header["outer"], _cut(arrays["outer"], header["outer"]), strict=True)
        )

    def scores(self, features: Iterable[int], tokens: Sequence[str]) -> list[float]:
        steps = self._steps
        shorter = steps["words"] / max(len(tokens), 1) ** 0.5
        words = self._words.total(crc32(token.encode()) for token in tokens)
        marks = self._marks.total(features)
        given = [*(shorter * w for w in words), *(steps["marks"] * m for m in marks)]
        step = steps["inner"]
        hidden = [max(0.0, bias + step * sumprod(row, given)) for bias, row in self._inner]
        step = steps["outer"]
        return [bias + step * sumprod(row, hidden) for bias, row in self._outer]


class Rows:
    """By number, in ascending order, a row of signed bytes."""

    def __init__(self, numbers: "memoryview[int]", rows: "memoryview[int]") -> None:
        self._numbers, self._rows = numbers, rows
        self._width = len(rows) // len(numbers)

    def total(self, wanted: Iterable[int]) -> list[int]:
        rows, width = self._rows, self._width
        total = [0] * width
        for place in places(self._numbers, wanted):
            total = list(map(add, total, rows[place * width : (place + 1) * width]))
        return total


def _cut(cells: "memoryview[int]", biases: Sequence[float]) -> "list[memoryview[int]]":
    """One row for each bias."""
    width = len(cells) // len(biases)
    return [cells[i * width : (i + 1) * width] for i in range(len(biases))]
