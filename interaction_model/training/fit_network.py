"""Learns the network: rows for words and marks, one hidden layer, all heads at once.

Plain gradient descent (Adam, one rise and fall of the pace), written out because it is small:
a framework for it would be a thousand times larger than what it trains.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi
from typing import Any, Final

import numpy as np

from interaction_model.training.labels import Task

HIDDEN: Final = 256
MARK_WIDTH: Final = 24
ROUNDS: Final = 12
"""Times that every example is seen; more learns the corpus by heart."""
BATCH: Final = 256
FASTEST: Final = 4e-3
RISING: Final = 0.3
"""The part of all steps in which the pace grows."""
INPUT_DROPPED: Final = 0.3
HIDDEN_DROPPED: Final = 0.3

Arrays = dict[str, Any]


def fit(tasks: Sequence[Task], words: Any, marks: Any, weights: Any, word_rows: Any) -> Arrays:
    """`words` and `marks`: what is in each example; the words' rows begin as `word_rows`."""
    chance = np.random.default_rng(0)
    learnt = _begin(chance, word_rows, marks.shape[1], sum(task.head.columns for task in tasks))
    targets = [_targets(task) for task in tasks]
    batches = -(-len(weights) // BATCH)
    adam = _Adam(learnt, ROUNDS * batches)
    for _ in range(ROUNDS):
        order = chance.permutation(len(weights))
        for chosen in np.array_split(order, batches):
            slopes = _slopes(learnt, tasks, targets, words, marks, weights, chosen, chance)
            adam.step(learnt, slopes)
    return learnt


def _begin(chance: Any, word_rows: Any, marks: int, columns: int) -> Arrays:
    width = word_rows.shape[1] + MARK_WIDTH

    def even(rows: int, width: int) -> Any:
        return chance.uniform(-1, 1, (rows, width)).astype(np.float32) / width**0.5

    return {
        "word_rows": word_rows.astype(np.float32).copy(),
        "mark_rows": chance.normal(0, 0.05, (marks, MARK_WIDTH)).astype(np.float32),
        "inner": even(HIDDEN, width),
        "inner_bias": np.zeros(HIDDEN, np.float32),
        "outer": even(columns, HIDDEN),
        "outer_bias": np.zeros(columns, np.float32),
    }


def _targets(task: Task) -> Any:
    """The class of each example; -1 where it has none."""
    return np.array([-1 if label is None else label for label in task.labels])


def _slopes(
    learnt: Arrays,
    tasks: Sequence[Task],
    targets: Sequence[Any],
    words: Any,
    marks: Any,
    weights: Any,
    chosen: Any,
    chance: Any,
) -> Arrays:
    """How the loss of this batch changes with everything learnt."""
    said, marked = words[chosen], marks[chosen]
    given = np.hstack([said @ learnt["word_rows"], marked @ learnt["mark_rows"]])
    kept = _dropping(chance, given.shape, INPUT_DROPPED)
    given *= kept
    inner = given @ learnt["inner"].T + learnt["inner_bias"]
    open_ = (inner > 0) * _dropping(chance, inner.shape, HIDDEN_DROPPED)
    hidden = inner * open_
    scores = hidden @ learnt["outer"].T + learnt["outer_bias"]
    wrong = np.zeros_like(scores)
    for columns, task, target in _side_by_side(tasks, targets):
        wrong[:, columns] = _wrong(scores[:, columns], task.head.columns, target[chosen])
    wrong *= weights[chosen, None] / len(chosen)
    back = (wrong @ learnt["outer"]) * open_
    before = (back @ learnt["inner"]) * kept
    width = learnt["word_rows"].shape[1]
    return {
        "word_rows": said.T @ before[:, :width],
        "mark_rows": marked.T @ before[:, width:],
        "inner": back.T @ given,
        "inner_bias": back.sum(0),
        "outer": wrong.T @ hidden,
        "outer_bias": wrong.sum(0),
    }


def _dropping(chance: Any, shape: tuple[int, ...], part: float) -> Any:
    return (chance.random(shape, dtype=np.float32) >= part) / np.float32(1 - part)


def _side_by_side(tasks: Sequence[Task], targets: Sequence[Any]) -> Iterator[Any]:
    begin = 0
    for task, target in zip(tasks, targets, strict=True):
        yield slice(begin, begin + task.head.columns), task, target
        begin += task.head.columns


def _wrong(scores: Any, columns: int, target: Any) -> Any:
    """How far the likelihoods are from the truth; nothing where there is none."""
    if columns == 1:
        away = 1 / (1 + np.exp(-scores)) - (target == 1)[:, None]
    else:
        away = np.exp(scores - scores.max(1, keepdims=True))
        away /= away.sum(1, keepdims=True)
        away[np.arange(len(target)), target] -= 1
    return away * (target >= 0)[:, None]


class _Adam:
    """Kingma and Ba, 2015; its pace first rises, then falls."""

    def __init__(self, learnt: Arrays, steps: int) -> None:
        self._steps, self._step = steps, 0
        self._first = {name: np.zeros_like(values) for name, values in learnt.items()}
        self._second = {name: np.zeros_like(values) for name, values in learnt.items()}

    def step(self, learnt: Arrays, slopes: Arrays) -> None:
        self._step += 1
        pace = self._pace() * (1 - 0.999**self._step) ** 0.5 / (1 - 0.9**self._step)
        for name, slope in slopes.items():
            first, second = self._first[name], self._second[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            learnt[name] -= pace * first / (np.sqrt(second) + 1e-8)

    def _pace(self) -> float:
        done = self._step / self._steps
        if done < RISING:
            return FASTEST * (0.04 + 0.96 * (1 - cos(pi * done / RISING)) / 2)
        return FASTEST * (1 + cos(pi * (done - RISING) / (1 - RISING))) / 2
