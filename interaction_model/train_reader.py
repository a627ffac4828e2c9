"""Learns the reader's model from the tuning part of the corpus.

`python -m interaction_model.train_reader` writes reader/weights.bin; the same corpus and lexicon
give the same file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from interaction_model.phrases import Phrase, load
from interaction_model.varied import WORSE, places, worse
from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.reader import model
from spasm_guide.reader.features import features, numbered
from spasm_guide.reader.mentions import find
from spasm_guide.reader.normalise import words
from spasm_guide.reader.senses import senses

RARE: Final = 4
"""A feature in fewer phrases than this teaches nothing."""

MEANING: Final = 1.0
NAME: Final = 1.0
FINDING: Final = 1.0
"""How freely the weights of each kind of head may grow (scikit-learn's C)."""

TINY: Final = 0.08
"""A weight below this is left out of the file."""
SENSE: Final = 3.0
"""How much the meaning of the words counts beside the features."""


@dataclass(frozen=True, slots=True)
class Example:
    phrase: Phrase
    asking: str | None
    weight: float
    names: frozenset[str]
    sense: Sequence[float]


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
    return Example(phrase, asked, weight, names, senses().of(tokens))


@dataclass(frozen=True, slots=True)
class Head:
    """What one set of scores tells apart, and the weights of each class by feature."""

    name: str
    classes: tuple[str, ...]
    weights: Any
    bias: Any


class Learner:
    def __init__(self, learnt: Sequence[Example]) -> None:
        self.examples = learnt
        counts = Counter(name for example in learnt for name in example.names)
        self.names = sorted(name for name, count in counts.items() if count >= RARE)
        column = {name: i for i, name in enumerate(self.names)}
        rows = [sorted(column[n] for n in e.names if n in column) for e in learnt]
        ends = np.cumsum([0, *map(len, rows)])
        cells = np.concatenate([np.array(r, dtype=np.int32) for r in rows])
        shape = (len(rows), len(self.names))
        seen = sparse.csr_matrix((np.ones(len(cells), np.float32), cells, ends), shape=shape)
        sense = sparse.csr_matrix(SENSE * np.array([e.sense for e in learnt], np.float32))
        self.matrix = sparse.hstack([seen, sense]).tocsr()

    def task(self, name: str, labels: Sequence[str | None], softness: float) -> "Task":
        """An example without a label is left out."""
        used = np.array([i for i, label in enumerate(labels) if label is not None])
        weights = np.array([self.examples[i].weight for i in used])
        return Task(name, self.matrix[used], [labels[i] for i in used], weights, softness)


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    matrix: Any
    labels: Sequence[str | None]
    weights: Any
    softness: float


def learn(task: Task) -> Head:
    learner = LogisticRegression(C=task.softness, max_iter=150, tol=1e-4)
    learner.fit(task.matrix, task.labels, sample_weight=task.weights)
    return Head(task.name, tuple(map(str, learner.classes_)), learner.coef_, learner.intercept_)


def meaning_of(example: Example) -> str:
    return example.phrase.expected[0].meaning


def sign_of(example: Example) -> str | None:
    return example.phrase.expected[0].sign


def stretch_of(example: Example) -> str | None:
    first = example.phrase.expected[0]
    return first.stretch or "none" if first.meaning == "start_stretch" else None


def answer_of(example: Example, finding: str) -> str | None:
    """None where readings differ about it, or where it may be heard either way."""
    readings = example.phrase.expected
    if any(finding in (r.optional or ()) for r in readings):
        return None
    said = {_said(r.meaning, r.answers, example.asking, finding) for r in readings}
    return said.pop() if len(said) == 1 else None


def _tells(example: Example) -> bool:
    """Findings in words said anywhere are learnt from fewer places, or training takes too long."""
    asked = example.asking or ""
    return example.phrase.state != "any" or not asked or asked.startswith("sign:")


def _said(meaning: str, answers: Mapping[str, str], asking: str | None, finding: str) -> str:
    if meaning in ("yes", "no", "unsure") and asking == f"sign:{finding}":
        return meaning
    return answers.get(finding, "-")


def tasks(learner: Learner) -> Iterator[Task]:
    seen = learner.examples
    yield learner.task("meaning", [meaning_of(e) for e in seen], MEANING)
    yield learner.task("sign", [sign_of(e) for e in seen], NAME)
    yield learner.task("stretch", [stretch_of(e) for e in seen], NAME)
    for finding in FINDINGS:
        labels = [answer_of(e, finding) if _tells(e) else None for e in seen]
        for answer in ("yes", "no"):
            told = [None if x is None else "it" if x == answer else "not" for x in labels]
            if told.count("it"):
                yield learner.task(f"{finding} {answer}", told, FINDING)


def heads(learner: Learner, at_once: int = 2) -> list[Head]:
    found: list[Head] = Parallel(n_jobs=at_once)(delayed(learn)(task) for task in tasks(learner))
    return found


def packed(heads_: Sequence[Head], names: Sequence[str]) -> bytes:
    """Each head on its own scale; cells too small to matter are left out."""
    described: list[dict[str, Any]] = []
    cells: dict[int, list[tuple[int, int]]] = {}
    tilts: list[list[int]] = []
    numbers = numbered(names)
    for head in heads_:
        first = sum(len(d["bias"]) for d in described)
        seen, sense = head.weights[:, : len(names)], SENSE * head.weights[:, len(names) :]
        scale, levels = _steps(seen)
        levels[np.abs(seen) < TINY] = 0
        tilt, rows = _steps(sense)
        tilts.extend(rows.tolist())
        for row, feature in zip(*np.nonzero(levels), strict=True):
            cells.setdefault(numbers[feature], []).append(
                (first + int(row), int(levels[row, feature]))
            )
        bias = [round(float(b), 4) for b in head.bias]
        described.append(
            {"name": head.name, "classes": head.classes, "scale": scale, "tilt": tilt, "bias": bias}
        )
    return model.pack(described, cells, tilts)


def _steps(weights: Any) -> tuple[float, Any]:
    """What one step is worth, and each weight in steps of a byte."""
    scale = float(np.abs(weights).max()) / 127
    return round(scale, 8), np.rint(weights / scale).astype(int)


def main() -> None:
    learner = Learner(examples(load("tuning")))
    data = packed(heads(learner), learner.names)
    model.FILE.write_bytes(data)
    print(f"{model.FILE.name}: {len(learner.names)} features, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
