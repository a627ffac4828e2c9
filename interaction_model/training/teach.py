"""`make teach`: lines that came to the corpus since the last training are heard from now on.

Only the heads change, and of them as little as can be: among all changes that make the new lines
right and leave what must never break as it is, the one that moves the answers to everything learnt
before the least. It needs numpy alone and gives the same result for the same corpus, whatever was
taught in between.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from interaction_model.phrases import Phrase, load
from interaction_model.training import stored
from interaction_model.training.lessons import ALLOWED, LABELS, Lesson, lesson
from interaction_model.training.places import ADVICE, STATES
from interaction_model.training.trained import FILE, digest, encoder, learnt, mark
from spasm_guide.languages.load import DEFAULT
from spasm_guide.reading.encoder import Encoder
from spasm_guide.reading.tensors import Tensors
from spasm_guide.reading.words import plain

Array = Any
ROOT: Final = Path(__file__).parents[2]
MODEL: Final = ROOT / "lambda" / "spasm_guide" / "languages" / "en" / "reading"
NEVER_BREAK: Final = Path(__file__).parent.parent / "shapes" / "never_break.tsv"
MARGIN: Final = 6.5
"""By how much what is right is to lead each other label, in units of the head's temperature."""
LEAST: Final = 1.0
"""Lead of *absent*, for a finding of which a new line says nothing."""
RIDGE: Final = 1e-3
"""How far new lines that contradict each other may both fall short."""
EVERYWHERE: Final = (
    *("launch", "menu", ADVICE, "screen:life", "screen:nerves", "screen:limbs", "screen:fever"),
    *("sign:weakness", "sign:persistent", "consent:diary", "diary:cause", "stretch:knee_to_chest"),
)
"""Where a line of the state `any` is taught."""


def main() -> None:
    trained = Tensors(FILE)
    new = unlearnt(load(), learnt())
    about = trained.metadata
    if about["encoder"] != encoder(MODEL, MODEL):
        sys.exit("the encoder is not the one that was trained with: make train")
    heads = {name: trained[name] for name in about["heads"].split()}
    lessons = [each for phrase in new for each in _lessons(phrase)]
    if lessons:
        kept = vectors(never_broken())
        taught(heads, json.loads(about["temperature"]), spread(trained), lessons, kept)
    about = {name: about[name] for name in ("labels", "temperature")} | {"taught": digest(new)}
    stored.write(MODEL / "heads.safetensors", heads, about)
    print(f"{len(new)} new lines taught", file=sys.stderr)


def unlearnt(phrases: Sequence[Phrase], learnt: frozenset[int]) -> list[Phrase]:
    return [phrase for phrase in phrases if mark(phrase) not in learnt]


def spread(trained: Tensors) -> Array:
    """The second moment of all that the heads were trained on, from its upper half."""
    half = trained["spread"]
    size = round((np.sqrt(8 * len(half) + 1) - 1) / 2)
    whole = np.zeros((size, size), np.float64)
    whole[np.triu_indices(size)] = half
    return whole + np.triu(whole, 1).T


def _lessons(phrase: Phrase) -> Iterator[Lesson]:
    states = EVERYWHERE if phrase.state == "any" else (STATES.get(phrase.state, phrase.state),)
    for state in states:
        yield lesson(phrase, state)


def never_broken() -> list[tuple[str, str]]:
    """States and words whose answers no teaching may move."""
    lines = (line.split("\t") for line in NEVER_BREAK.read_text(encoding="utf-8").splitlines())
    return [
        (STATES.get(state, state), words) for state, _, words in lines if not state.startswith("#")
    ]


def taught(
    heads: dict[str, Array],
    temperature: Mapping[str, Any],
    moment: Array,
    lessons: Sequence[Lesson],
    kept: Array,
) -> None:
    """Changes the heads in place."""
    new = vectors([(each.state, each.text) for each in lessons])
    rows = np.vstack([new, kept])
    moment = moment + np.eye(len(moment)) * np.trace(moment) / len(moment) * 1e-4
    towards = np.linalg.solve(moment, rows.T)
    kernel = rows @ towards
    kernel += np.eye(len(kernel)) * RIDGE * np.trace(kernel) / len(kernel)
    for name in ("meaning", "finding", "topic", "sign", "stretch"):
        weight, bias = heads[f"{name}.weight"], heads[f"{name}.bias"]
        wanted = np.zeros((len(rows), len(bias)))
        for row, each in enumerate(lessons):
            logits = weight @ new[row, :-1] + bias
            wanted[row] = _moved(name, logits, each, temperature)
        change = (towards @ np.linalg.solve(kernel, wanted)).T
        heads[f"{name}.weight"] = (weight + change[:, :-1]).astype(np.float32)
        heads[f"{name}.bias"] = (bias + change[:, -1]).astype(np.float32)


def vectors(said: Sequence[tuple[str, str]]) -> Array:
    """What the heads see of words at a question, and a one for their bias."""
    encode = Encoder(MODEL)
    tags: dict[str, str] = json.loads((MODEL / "tags.json").read_text(encoding="utf-8"))
    rows = []
    for state, text in said:
        tag = tags.get(state) or tags.get(state.partition(":")[0]) or tags[""]
        rows.append(np.append(encode(tag, plain(text, DEFAULT)), 1.0))
    return np.array(rows, np.float64)


def _moved(head: str, logits: Array, each: Lesson, temperature: Mapping[str, Any]) -> Array:
    """By how much each logit is to move so that what is right leads."""
    if head == "finding":
        answers = len(LABELS["answer"])
        found = []
        for place, label in enumerate(each.findings):
            right = ALLOWED[label]
            margin = LEAST if right == {0} else MARGIN * temperature["finding"][place]
            found.append(_lead(logits[place * answers :][:answers], right, margin))
        return np.concatenate(found)
    if head == "meaning":
        right = {place for place, _ in each.meaning}
    else:
        label = getattr(each, head)
        right = {label} if label >= 0 else set(range(len(logits)))
    return _lead(logits, right, MARGIN * temperature[head])


def _lead(logits: Array, right: set[int], margin: float) -> Array:
    moved = np.zeros(len(logits))
    wrong = [place for place in range(len(logits)) if place not in right]
    if not wrong:
        return moved
    best = max(right, key=lambda place: logits[place])
    short = margin - (logits[best] - logits[wrong])
    if short.max() > 0:
        moved[best] = short.max() / 2
        moved[wrong] = -np.maximum(short - moved[best], 0)
    return moved


if __name__ == "__main__":
    main()
