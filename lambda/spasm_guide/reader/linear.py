"""The linear half of the model: a weight for each feature and column, added up.

Its arrays: the numbers of the features in ascending order, how many cells each has, where the
cells of every STEPth begin, and for every cell its column and its weight.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

from spasm_guide.reader.packed import Arrays, places

STEP: Final = 16


class Linear:
    def __init__(self, biases: Sequence[float], steps: Sequence[float], arrays: Arrays) -> None:
        """Of each column its bias, and what one step of a weight is worth."""
        self._biases, self._worth = biases, steps
        self._numbers = arrays["features"]
        self._counts = arrays["counts"]
        self._begins = arrays["begins"]
        self._columns = arrays["columns"]
        self._weights = arrays["weights"]

    def scores(self, features: Iterable[int]) -> list[float]:
        totals = self.totals(features)
        return [
            bias + worth * total
            for bias, worth, total in zip(self._biases, self._worth, totals, strict=True)
        ]

    def totals(self, features: Iterable[int]) -> list[int]:
        columns, weights = self._columns, self._weights
        totals = [0] * len(self._biases)
        for place in places(self._numbers, features):
            cells = self._cells(place)
            for column, weight in zip(columns[cells], weights[cells], strict=True):
                totals[column] += weight
        return totals

    def _cells(self, place: int) -> slice:
        step = place // STEP
        begin = self._begins[step] + sum(self._counts[step * STEP : place])
        return slice(begin, begin + self._counts[place])


def arrays(cells: Mapping[int, Sequence[tuple[int, int]]]) -> "dict[str, array[int]]":
    """From the columns and weights of each feature's number."""
    numbers = sorted(cells)
    counts = [len(cells[number]) for number in numbers]
    flat = [cell for number in numbers for cell in cells[number]]
    begins = [0, *accumulate(counts)][::STEP]
    begins += [len(flat)] * (len(numbers) // STEP + 1 - len(begins))
    return {
        "features": array("I", numbers),
        "counts": array("B", counts),
        "begins": array("I", begins),
        "columns": array("B", [column for column, _ in flat]),
        "weights": array("b", [weight for _, weight in flat]),
    }
