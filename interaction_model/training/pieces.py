"""The vocabulary, cut to what people can say, and a phrase at its question as rows of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from interaction_model.training.network import LONGEST
from spasm_guide.languages.load import DEFAULT
from spasm_guide.reading.pieces import CLS, SEP, UNKNOWN, rows
from spasm_guide.reading.words import plain

SPECIAL: Final = ("[PAD]", UNKNOWN, CLS, SEP)
MOST: Final = 20_000
"""Rows that fit: the base lists its commonest pieces first."""
_SAYABLE: Final = re.compile(r"(##)?[a-z]+|(##)?[0-9]|'|-")


def vocabulary(base: Path) -> list[str]:
    return (base / "vocab.txt").read_text(encoding="utf-8").splitlines()


def kept(base: Sequence[str], texts: Iterable[str]) -> list[int]:
    """Places in the base's vocabulary, the special pieces first: so [PAD] is 0."""
    places = {piece: place for place, piece in enumerate(base)}
    needed = {row for text in texts for row in rows(text, places)}
    sayable = [i for i, piece in enumerate(base) if _SAYABLE.fullmatch(piece)]
    chosen = needed | {i for i in sayable if len(base[i].removeprefix("##")) == 1}
    for place in sayable:
        if len(chosen) >= MOST - len(SPECIAL):
            break
        chosen.add(place)
    first = [places[piece] for piece in SPECIAL]
    return [*first, *sorted(chosen - set(first))]


class Pieces:
    def __init__(self, kept: Sequence[tuple[int, str]], tags: Mapping[str, str]) -> None:
        self.kept = [row for row, _ in kept]
        self.vocabulary = [piece for _, piece in kept]
        self._known = {piece: place for place, piece in enumerate(self.vocabulary)}
        self._tags = {state: rows(tag, self._known) for state, tag in tags.items()}
        self._words = cache(lambda text: tuple(rows(plain(text, DEFAULT), self._known)))

    def tag(self, state: str) -> list[int]:
        for name in (state, state.partition(":")[0], ""):
            if name in self._tags:
                return self._tags[name]
        return []

    def of(self, state: str, text: str) -> tuple[list[int], int]:
        """All pieces, and where those of the words begin; too many words are cut at the end."""
        tag = self.tag(state)
        words = self._words(text)[: LONGEST - 3 - len(tag)]
        cls, sep = self._known[CLS], self._known[SEP]
        return [cls, *tag, sep, *words, sep], len(tag) + 2
