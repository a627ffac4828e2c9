"""The tuning phrases as examples: where each may be said, and what of it the model sees."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy import sparse

from interaction_model.phrases import Phrase
from interaction_model.training.varied import WORSE, places, worse
from spasm_guide.reader.features import features
from spasm_guide.reader.mentions import find
from spasm_guide.reader.normalise import words

RARE: Final = 4
"""A feature in fewer phrases than this teaches nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    phrase: Phrase
    asking: str | None
    weight: float
    tokens: tuple[str, ...]
    names: frozenset[str]


def examples(phrases: Sequence[Phrase]) -> list[Example]:
    return [example for number, phrase in enumerate(phrases) for example in _of(phrase, number)]


def _of(phrase: Phrase, number: int) -> Iterator[Example]:
    heard = list(places(phrase, number))
    for asked, weight in heard:
        yield _example(phrase, phrase.text, asked, weight)
    yield _example(phrase, worse(phrase.text, number), heard[0][0], WORSE)


def _example(phrase: Phrase, text: str, asked: str | None, weight: float) -> Example:
    tokens = words(text)
    names = frozenset(features(tokens, asked, find(tokens, asked)))
    return Example(phrase, asked, weight, tokens, names)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in each example: a row an example, a column a name; commonest names first."""

    names: tuple[str, ...]
    matrix: Any


def seen_features(learnt: Sequence[Example]) -> Seen:
    counts = Counter(name for example in learnt for name in example.names)
    names = sorted(
        (n for n, count in counts.items() if count >= RARE), key=lambda n: (-counts[n], n)
    )
    return Seen(tuple(names), bags([example.names for example in learnt], names))


def bags(rows: Sequence[frozenset[str] | tuple[str, ...]], names: Sequence[str]) -> Any:
    """How often each name is in each row."""
    column = {name: i for i, name in enumerate(names)}
    found: list[Mapping[int, int]] = [
        Counter(column[n] for n in row if n in column) for row in rows
    ]
    ends = np.cumsum([0, *map(len, found)])
    cells = np.fromiter((c for row in found for c in row), np.int32)
    values = np.fromiter((v for row in found for v in row.values()), np.float32)
    return sparse.csr_matrix((values, cells, ends), shape=(len(rows), len(names)))
