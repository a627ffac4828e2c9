"""How sure is sure: a temperature for each head, from hands that were never learnt from."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import torch
from torch import Tensor

from interaction_model.training.fit import Batch
from interaction_model.training.lessons import ANSWERS, LABELS, Lesson
from interaction_model.training.network import Reader
from interaction_model.training.pieces import Pieces

TRIED: Final = [0.5 + 0.05 * step for step in range(51)]
FEWEST: Final = 20
"""Lines that tell a finding, below which it takes the temperature of all findings."""


def temperatures(reader: Reader, pieces: Pieces, held: Sequence[Lesson]) -> dict[str, Any]:
    said, labels = told(reader, pieces, held)
    found: dict[str, Any] = {"meaning": _best(said["meaning"], labels["meaning"])}
    for head in ("topic", "whose", "sign", "stretch"):
        known = labels[head] >= 0
        found[head] = _best(said[head][known], labels[head][known]) if known.any() else 1.0
    findings = said["finding"].view(len(held), -1, len(ANSWERS))
    known = (labels["finding"] >= 0) & (labels["finding"] < len(ANSWERS))
    common = _best(findings[known], labels["finding"][known])
    found["finding"] = []
    for place in range(len(LABELS["finding"])):
        here = known[:, place]
        enough = int((labels["finding"][:, place] > 0).sum()) >= FEWEST
        found["finding"].append(
            _best(findings[here, place], labels["finding"][here, place]) if enough else common
        )
    return found


def _best(logits: Tensor, labels: Tensor) -> float:
    def lost(temperature: float) -> float:
        logs = (logits / temperature).log_softmax(1)
        right = (labels * logs).sum(1) if labels.ndim == 2 else logs.gather(1, labels[:, None])
        return float(-right.mean())

    best: float = min(TRIED, key=lost)
    return round(best, 2)


def told(
    reader: Reader, pieces: Pieces, held: Sequence[Lesson]
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    reader.eval()
    said: dict[str, list[Tensor]] = {}
    labels: dict[str, list[Tensor]] = {}
    with torch.no_grad():
        for batch in _batches(held, pieces):
            for name, each in reader(batch.ids, batch.segments, batch.words).items():
                said.setdefault(name, []).append(each)
            here = {"meaning": batch.meaning, "finding": batch.findings, **batch.others}
            for name, each in here.items():
                labels.setdefault(name, []).append(each)
    return {k: torch.cat(v) for k, v in said.items()}, {k: torch.cat(v) for k, v in labels.items()}


def _batches(held: Sequence[Lesson], pieces: Pieces) -> Iterator[Batch]:
    for start in range(0, len(held), 64):
        yield Batch(held[start : start + 64], pieces)
