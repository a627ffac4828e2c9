"""The linear model that learnt what people mean: whole numbers, added up in plain Python.

The file is a line of JSON (`heads`: name, classes, scale, tilt, bias), then six arrays,
little-endian as every machine it runs on, and read where they lie: the numbers of the features in
ascending order, how many cells each has, where the cells of every STEPth begin, for every cell the
column (class of a head, counted through all heads) and its weight, and for every column its
weights of the words' meaning (senses.py).
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp
from operator import mul
from pathlib import Path
from struct import calcsize
from typing import Any, Final, NamedTuple

FILE: Final = Path(__file__).with_name("weights.bin")
STEP: Final = 16

Scores = Mapping[str, float]


class Head(NamedTuple):
    name: str
    classes: Sequence[str]
    scale: float
    """What one step of a feature's weight is worth; `tilt`, one step of a weight of the meaning."""
    tilt: float
    bias: Sequence[float]


class Model:
    def __init__(self, data: bytes) -> None:
        end = data.index(b"\n")
        header = json.loads(data[:end])
        self.heads = [Head(**head) for head in header["heads"]]
        at, view = end + 1, memoryview(data)
        self._numbers, at = _array("I", view, at, header["features"])
        self._counts, at = _array("B", view, at, header["features"])
        self._begins, at = _array("I", view, at, header["features"] // STEP + 1)
        self._columns, at = _array("B", view, at, header["cells"])
        self._weights, at = _array("b", view, at, header["cells"])
        self._width = header["width"]
        self._all = sum(len(head.bias) for head in self.heads)
        self._tilts, at = _array("b", view, at, self._width * self._all)

    def probabilities(self, features: Iterable[int], sense: Sequence[float]) -> dict[str, Scores]:
        """By head, how likely each class is, from the features and the meaning of the words."""
        totals = self._totals(features)
        found: dict[str, Scores] = {}
        column = 0
        for head in self.heads:
            scores = []
            for bias in head.bias:
                row = self._tilts[column * self._width : (column + 1) * self._width]
                tilted = head.tilt * sum(map(mul, row, sense))
                scores.append(bias + head.scale * totals[column] + tilted)
                column += 1
            found[head.name] = _spread(head, scores)
        return found

    def _totals(self, features: Iterable[int]) -> list[int]:
        numbers, columns, weights = self._numbers, self._columns, self._weights
        totals = [0] * self._all
        last = len(numbers) - 1
        for number in features:
            place = bisect_left(numbers, number)
            if place <= last and numbers[place] == number:
                cells = self._cells(place)
                for column, weight in zip(columns[cells], weights[cells], strict=True):
                    totals[column] += weight
        return totals

    def _cells(self, place: int) -> slice:
        step = place // STEP
        begin = self._begins[step] + sum(self._counts[step * STEP : place])
        return slice(begin, begin + self._counts[place])


def _array(kind: str, data: memoryview, at: int, count: int) -> tuple["memoryview[int]", int]:
    end = at + count * calcsize(kind)
    return data[at:end].cast(kind), end  # type: ignore[call-overload]


def _spread(head: Head, scores: Sequence[float]) -> Scores:
    """One score for two classes means the second; else one score a class."""
    if len(scores) == 1:
        scores = [0.0, scores[0]]
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    whole = sum(parts)
    return {name: part / whole for name, part in zip(head.classes, parts, strict=True)}


@lru_cache(maxsize=1)
def model() -> Model:
    return Model(FILE.read_bytes())


def pack(
    heads: Sequence[Mapping[str, Any]],
    cells: Mapping[int, Sequence[tuple[int, int]]],
    tilts: Sequence[Sequence[int]],
) -> bytes:
    """The file: heads as in the class of that name; for each feature its columns and weights; for
    each column its weights of the words' meaning."""
    numbers = sorted(cells)
    counts = [len(cells[number]) for number in numbers]
    begins = [0, *accumulate(counts)][::STEP]
    flat = [cell for number in numbers for cell in cells[number]]
    begins += [len(flat)] * (len(numbers) // STEP + 1 - len(begins))
    sizes = {"features": len(numbers), "cells": len(flat), "width": len(tilts[0])}
    header = {"heads": list(heads), **sizes}
    arrays = (
        array("I", numbers),
        array("B", counts),
        array("I", begins),
        array("B", [column for column, _ in flat]),
        array("b", [weight for _, weight in flat]),
        array("b", [value for row in tilts for value in row]),
    )
    line = json.dumps(header, separators=(",", ":")).encode()
    return line + b"\n" + b"".join(values.tobytes() for values in arrays)
