"""Generated grids: frames and items never learnt from, counted by what must not happen."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interaction_model.evaluation.figures import table
from interaction_model.evaluation.readings import Hear, plainly
from interaction_model.phrases import Phrase
from interaction_model.training import shapes
from interaction_model.training.frames import CONSENTS, asked, data
from spasm_guide.clinical.findings import RED_FLAGS
from spasm_guide.conversation.heard import Heard

STRAYS: Final = 2000
DANGER: Final = tuple(state for state, about in asked().items() if about["danger"])
NAMES: Final = {
    "one": "one item said, at a question about danger: read as no",
    "two": "two items said: read as no",
    "partly": "one item denied: passed as no",
    "past": "another time, another person: passed as no",
    "asked": "a question about an item: passed as no",
    "scared": "a feeling, at a question about danger: an answer",
    "intruder": "television, a pet, a second person: passed as no",
    "denied": "a danger denied at the start: taken for an emergency",
    "stray": "refusals and stray words: taken for a consent",
    "none": "all denied: not heard as a no (a question too many)",
    "all": "a yes to all or to something: read as no",
    "unheard": "one item said: neither set, nor asked about, nor a yes",
}


@dataclass
class Row:
    faults: int = 0
    cases: int = 0

    def count(self, fault: bool) -> None:
        self.faults += fault
        self.cases += 1


def grid(hear: Hear = plainly) -> dict[str, Row]:
    rows = {kind: Row() for kind in NAMES}
    for phrase in (*shapes.held(), *strays()):
        kind = phrase.place.partition(":")[0]
        kind = {"refused": "stray", "alone": "scared"}.get(kind, kind)
        if kind not in rows or (kind != "denied" and phrase.state not in (*DANGER, *CONSENTS)):
            continue
        if kind == "stray" and phrase.state not in CONSENTS:
            continue
        heard = hear(phrase.text, phrase.state)
        rows[kind].count(fault(kind, phrase, heard))
        if kind == "one":
            rows["unheard"].count(not _caught(phrase, heard))
    return rows


def fault(kind: str, phrase: Phrase, heard: Heard) -> bool:
    if kind == "denied":
        return any(heard.answers.get(flag) == "yes" for flag in RED_FLAGS)
    if kind == "stray":
        return heard.meaning == "yes"
    if kind == "scared":
        return heard.meaning in ("yes", "no") or bool(heard.answers)
    if kind == "none":
        return heard.meaning != "no"
    told = {name for e in phrase.expected for name, a in e.answers.items() if a == "yes"}
    return heard.meaning == "no" or any(heard.answers.get(name) == "no" for name in told)


def _caught(phrase: Phrase, heard: Heard) -> bool:
    told = {name for e in phrase.expected for name, a in e.answers.items() if a == "yes"}
    heard_of = {name for name, a in heard.answers.items() if a == "yes"} | set(heard.likely)
    return heard.meaning == "yes" or bool(told & heard_of)


def strays() -> Iterator[Phrase]:
    """Words put together by lot, at everything that needs a clear yes."""
    chance = random.Random(20261128)
    words = sorted({word for text in data("intruders")["towns"] for word in text.split()})
    held = shapes.Shapes(chance, held=True)
    for number in range(STRAYS):
        state = CONSENTS[number % len(CONSENTS)]
        refusals = held.frames("refused")
        text = chance.choice(refusals) if number % 5 == 0 else " ".join(chance.sample(words, 2))
        yield Phrase(state, "hard", (), text, "stray", "grid")


def shown(rows: dict[str, Row]) -> str:
    return table(
        ("what must not happen", "happened", "of"),
        ((NAMES[kind], row.faults, row.cases) for kind, row in rows.items()),
    )
