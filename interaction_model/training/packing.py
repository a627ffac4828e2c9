"""Writes what was learnt as the reader loads it: bytes in place of fractions."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np

from interaction_model.training.fit_linear import Linear
from interaction_model.training.labels import Task
from spasm_guide.reader import linear as halves
from spasm_guide.reader.features import numbered
from spasm_guide.reader.packed import pack


def packed(
    tasks: Sequence[Task],
    linear: Linear,
    network: dict[str, Any],
    words: Sequence[str],
    features: Sequence[str],
) -> bytes:
    """The rows of `network` are those of the words, and of the first features."""
    numbers = numbered(features)
    cells = {numbers[place]: found for place, found in linear.cells.items()}
    marks = network["mark_rows"]
    inner, outer = (_short(network[f"{layer}_bias"]) for layer in ("inner", "outer"))
    word_numbers, word_rows, word_step = _rows(numbered(words), network["word_rows"])
    mark_numbers, mark_rows, mark_step = _rows(numbers[: len(marks)], marks)
    inner_cells, inner_step = _bytes(network["inner"])
    outer_cells, outer_step = _bytes(network["outer"])
    steps = {"words": word_step, "marks": mark_step, "inner": inner_step, "outer": outer_step}
    header = {
        "heads": [task.head for task in tasks],
        "biases": linear.biases,
        "steps": linear.steps,
        "network": {"steps": steps, "inner": inner, "outer": outer},
    }
    return pack(
        header,
        {
            **halves.arrays(cells),
            "words": word_numbers,
            "word_rows": word_rows,
            "marks": mark_numbers,
            "mark_rows": mark_rows,
            "inner": inner_cells,
            "outer": outer_cells,
        },
    )


def _rows(numbers: Sequence[int], rows: Any) -> "tuple[array[int], array[int], float]":
    """In the order of the numbers; of two words with one number the later stands."""
    kept = {number: place for place, number in enumerate(numbers)}
    ordered = sorted(kept)
    cells, step = _bytes(rows[[kept[number] for number in ordered]])
    return array("I", ordered), cells, step


def _bytes(values: Any) -> "tuple[array[int], float]":
    """The few that are out of all proportion are cut off, for the others' precision."""
    step = float(np.quantile(np.abs(values), 0.9999)) / 127
    levels = np.clip(np.rint(values / step), -127, 127).astype(int)
    return array("b", levels.ravel().tolist()), round(step, 9)


def _short(values: Any) -> list[float]:
    return [round(float(value), 4) for value in values]
