"""Cross-validation by hand: how the encoder alone reads hands that it never learnt from."""

from collections.abc import Sequence

import torch

from interaction_model.phrases import Phrase
from interaction_model.training.calibrate import told
from interaction_model.training.lessons import ANSWERS, lesson
from interaction_model.training.network import Reader
from interaction_model.training.pieces import Pieces
from interaction_model.training.places import STATES


def parted(phrases: Sequence[Phrase], fold: str) -> tuple[list[Phrase], list[Phrase]]:
    """What is learnt, and what the hands of one fold wrote; `1/4` is the second of four."""
    if not fold:
        return list(phrases), []
    number, _, of = fold.partition("/")
    out = set(sorted({p.source for p in phrases})[int(number) :: int(of)])
    return [p for p in phrases if p.source not in out], [p for p in phrases if p.source in out]


def measured(reader: Reader, pieces: Pieces, left_out: Sequence[Phrase]) -> dict[str, float]:
    lessons = [
        lesson(phrase, STATES.get(state, state)) for phrase in left_out for state in phrase.states
    ]
    logits, labels = told(reader, pieces, lessons)
    best = logits["meaning"].argmax(1, keepdim=True)
    right = labels["meaning"].gather(1, best)[:, 0] > 0
    shares = logits["finding"].view(len(lessons), -1, len(ANSWERS)).softmax(2)
    yes = labels["finding"] == ANSWERS.index("yes")
    heard = shares.argmax(2)[yes] == ANSWERS.index("yes")
    denied = shares.argmax(2)[yes] == ANSWERS.index("no")
    return {
        "lines": len(left_out),
        "meaning": round(100 * float(right.float().mean()), 1),
        "findings": round(100 * float(heard.float().mean()), 1),
        "told": int(yes.sum()),
        "denied": int(torch.count_nonzero(denied)),
    }
