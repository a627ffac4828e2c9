"""What words mean, as short rows of numbers: near words have near rows, so that a word the corpus
never used is still read by its meaning.

The file (made by interaction_model/word_senses.py) is a line of JSON (`words`, `width`), then the
words' numbers in ascending order, little-endian, and a row of signed bytes for each.
"""

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import Final
from zlib import crc32

FILE: Final = Path(__file__).with_name("senses.bin")
FULL: Final = 60
"""A byte of this size is one; common words have smaller rows, since they tell less."""


class Senses:
    def __init__(self, data: bytes) -> None:
        end = data.index(b"\n")
        header = json.loads(data[:end])
        self.width: int = header["width"]
        rows = end + 1 + 4 * header["words"]
        view = memoryview(data)
        self._numbers = view[end + 1 : rows].cast("I")
        self._rows = view[rows:].cast("b")

    def of(self, tokens: Sequence[str]) -> list[float]:
        """The sum of the words' rows, shortened by the square root of how many words there are."""
        total = [0] * self.width
        for token in tokens:
            number = crc32(token.encode())
            place = bisect_left(self._numbers, number)
            if place < len(self._numbers) and self._numbers[place] == number:
                row = self._rows[place * self.width : (place + 1) * self.width]
                total = list(map(add, total, row))
        size = FULL * max(len(tokens), 1) ** 0.5
        return [value / size for value in total]


@lru_cache(maxsize=1)
def senses() -> Senses:
    return Senses(FILE.read_bytes())
