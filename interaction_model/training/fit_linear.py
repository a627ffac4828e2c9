"""Learns the linear half: a logistic regression for each head."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression

from interaction_model.training.labels import Task

SOFTNESS: Final = 1.0
"""How freely weights may grow (scikit-learn's C)."""
TINY: Final = 0.2
"""A weight below this is left out of the file."""


@dataclass(frozen=True, slots=True)
class Linear:
    biases: list[float]
    steps: list[float]
    cells: dict[int, list[tuple[int, int]]]
    """By the place of the feature's name: columns and weights in steps."""


def fit(tasks: Sequence[Task], matrix: Any, weights: Any, at_once: int = 2) -> Linear:
    learn = delayed(_learn)
    learners = Parallel(n_jobs=at_once)(learn(task, matrix, weights) for task in tasks)
    biases: list[float] = []
    steps: list[float] = []
    cells: dict[int, list[tuple[int, int]]] = {}
    for coefficients, intercepts in learners:
        step = float(np.abs(coefficients).max()) / 127
        levels = np.rint(coefficients / step).astype(int)
        levels[np.abs(coefficients) < TINY] = 0
        for row, place in zip(*np.nonzero(levels), strict=True):
            cell = (len(biases) + int(row), int(levels[row, place]))
            cells.setdefault(int(place), []).append(cell)
        biases += [round(float(b), 4) for b in intercepts]
        steps += [round(step, 8)] * len(intercepts)
    return Linear(biases, steps, cells)


def _learn(task: Task, matrix: Any, weights: Any) -> tuple[Any, Any]:
    used = np.array([i for i, label in enumerate(task.labels) if label is not None])
    labels = [task.labels[i] for i in used]
    learner = LogisticRegression(C=SOFTNESS, max_iter=150, tol=1e-3)
    learner.fit(matrix[used], labels, sample_weight=weights[used])
    return learner.coef_, learner.intercept_
