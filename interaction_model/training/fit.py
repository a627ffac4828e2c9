"""Fits encoder and heads together; begun again where it was broken off."""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor
from torch.nn import functional

from interaction_model.training.lessons import ALLOWED, ANSWERS, LABELS, Lesson
from interaction_model.training.network import Reader
from interaction_model.training.pieces import Pieces

BATCH: Final = 64
PACE: Final = {"encoder": 2e-4, "correction": 1e-3, "heads": 1e-3}
WARM_UP: Final = 200
POOL: Final = 40
"""Batches that are sorted by length together, so that each holds phrases of like length."""
SHARES: Final = {"finding": 0.4, "topic": 1.0, "whose": 0.2, "sign": 0.5, "stretch": 0.5}
"""What each head's loss weighs beside that of the meaning; of a finding, each."""
_BARRED: Final = torch.tensor(
    [[0.0 if answer in right else -1e4 for answer in range(len(ANSWERS))] for right in ALLOWED]
)


class Batch:
    def __init__(self, lessons: Sequence[Lesson], pieces: Pieces) -> None:
        said = [pieces.of(each.state, each.text) for each in lessons]
        length = max(len(ids) for ids, _ in said)
        self.ids = torch.tensor([ids + [0] * (length - len(ids)) for ids, _ in said])
        place = torch.arange(length)[None]
        begun = torch.tensor([start for _, start in said])[:, None]
        ends = torch.tensor([len(ids) for ids, _ in said])[:, None]
        self.segments = ((place >= begun) & (place < ends)).long()
        self.words = (place >= begun) & (place < ends - 1)
        self.meaning = torch.zeros(len(lessons), len(LABELS["meaning"]))
        for row, each in enumerate(lessons):
            for name, share in each.meaning:
                self.meaning[row, name] = share
        self.findings = torch.tensor([each.findings for each in lessons])
        self.others = {
            head: torch.tensor([getattr(each, head) for each in lessons])
            for head in ("topic", "whose", "sign", "stretch")
        }
        self.weight = torch.tensor([each.weight for each in lessons])


def loss(told: dict[str, Tensor], batch: Batch) -> Tensor:
    each = -(batch.meaning * told["meaning"].log_softmax(1)).sum(1)
    logs = told["finding"].view(len(each), -1, len(ANSWERS)).log_softmax(2)
    right = (logs + _BARRED[batch.findings]).logsumexp(2)
    each = each - SHARES["finding"] * right.sum(1)
    for head, labels in batch.others.items():
        lost = functional.cross_entropy(told[head], labels, ignore_index=-1, reduction="none")
        each = each + SHARES[head] * lost
    return (each * batch.weight).mean()


def batches(lessons: Sequence[Lesson], pieces: Pieces, seed: int) -> Iterator[Sequence[Lesson]]:
    """Lessons that are learnt at once, of like length."""
    chance = random.Random(seed)
    order = list(lessons)
    chance.shuffle(order)
    for start in range(0, len(order), BATCH * POOL):
        pool = order[start : start + BATCH * POOL]
        pool.sort(key=lambda each: len(pieces.of(each.state, each.text)[0]))
        found = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        chance.shuffle(found)
        yield from found


class Fit:
    def __init__(self, reader: Reader, steps: int) -> None:
        self.reader, self.steps, self.done, self.round = reader, steps, 0, 0
        groups: dict[str, list[torch.nn.Parameter]] = {name: [] for name in PACE}
        for name, parameter in reader.named_parameters():
            if parameter.requires_grad:
                groups[_group(name)].append(parameter)
        self.optimiser = torch.optim.AdamW(
            [{"params": found, "lr": PACE[name]} for name, found in groups.items() if found],
            weight_decay=0.01,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._pace)

    def _pace(self, step: int) -> float:
        return min((step + 1) / WARM_UP, max(0.0, (self.steps - step) / (self.steps - WARM_UP)))

    def step(self, batch: Batch) -> float:
        with torch.autocast("cpu", torch.bfloat16):
            told = self.reader(batch.ids, batch.segments, batch.words)
        lost = loss({name: each.float() for name, each in told.items()}, batch)
        self.optimiser.zero_grad(set_to_none=True)
        lost.backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.done += 1
        return float(lost.detach())

    def save(self, file: Path) -> None:
        state = {
            "reader": self.reader.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "done": self.done,
            "steps": self.steps,
        }
        unfinished = file.with_suffix(".part")
        torch.save(state, unfinished)
        unfinished.replace(file)

    def load(self, file: Path) -> None:
        state: dict[str, Any] = torch.load(file)
        self.reader.load_state_dict(state["reader"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.done, self.steps = state["done"], state["steps"]


def _group(name: str) -> str:
    if name.startswith("heads."):
        return "heads"
    return "correction" if name.endswith((".down", ".up")) else "encoder"


class Progress:
    def __init__(self, fit: Fit) -> None:
        self._fit, self._began, self._from, self._lost = fit, time.monotonic(), fit.done, 0.0

    def tell(self, lost: float, every: int = 50) -> None:
        self._lost += (lost - self._lost) / min(every, self._fit.done - self._from)
        if self._fit.done % every == 0:
            each = (time.monotonic() - self._began) / (self._fit.done - self._from)
            left = each * (self._fit.steps - self._fit.done) / 60
            print(
                f"step {self._fit.done} of {self._fit.steps}: loss {self._lost:.3f}, "
                f"{each:.2f} s each, {left:.0f} min left",
                file=sys.stderr,
                flush=True,
            )
