"""Plain answers, commands, items by name or number, before any model: a table, no more."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from spasm_guide.clinical.findings import ANSWERS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.asked import Asked
from spasm_guide.reading.patterns import without
from spasm_guide.reading.words import Words, places

LIMBS: Final = ("radiating", "weakness", "numbness_tingling")
"""Signs of one leg: of both it may be a danger, and is asked about."""
BOTH_LEGS: Final = "cauda_equina"
AGREED_TO: Final = ("offer", "consent")
"""Kinds of question that *okay* answers."""
WEAK: Final[Mapping[str, Answer]] = {"agree": "yes", "decline": "no"}
"""*Sure*, *not now*: of an offer. Of a warning sign they say nothing, and it is asked again."""
MUMBLE: Final = "mumble"
ITEMISED: Final = ("danger", "check")
REACHED: Final = "reached"
MENU: Final = "menu"
"""Open where nothing is."""
AGE: Final = "screen:age"
"""No yes or no answers it."""


def exact(tokens: Words, asked: Asked, language: str) -> Heard | None:
    """As it was said, else without asides: *well no thanks* is *no*."""
    text = " ".join(tokens)
    for said in dict.fromkeys((text, without(text, "asides", language) or text)):
        found = _listed(said, asked, language) or _named(tuple(said.split()), asked, language)
        if found:
            return found
    return None


def _listed(said: str, asked: Asked, language: str) -> Heard | None:
    name = here(asked.name or MENU, language).get(said) or meanings(language).get(said)
    weak = WEAK.get(name or "")
    if (weak or name == MUMBLE) and asked.kind in (*ITEMISED, REACHED):
        return Heard("unclear")
    if name == MUMBLE:
        return None
    if weak:
        return answered(weak, asked) if weak == "no" or asked.kind in AGREED_TO else None
    if name == "welcome":
        return answered("yes", asked) if asked.kind == "offer" else None
    if name in ANSWERS:
        return answered(name, asked) if asked.name != AGE else None
    if name == "both":
        return both(asked)
    if name == "all":
        return told(asked, range(len(asked.items))) if len(asked.items) > 1 else None
    if name in load(language, "reading/exact")["stretches"]:
        return Heard("start_stretch", stretch=name)
    if name in load(language, "reading/exact")["topics"]:
        return Heard("question", topic=name)
    return Heard(name) if name else None


def answered(answer: Answer, asked: Asked) -> Heard:
    return Heard(answer, answers={asked.single: answer} if asked.single else {})


def both(asked: Asked) -> Heard:
    """An answer only where two things were asked; of one leg's sign it is that, and a doubt."""
    if asked.single in LIMBS:
        return Heard("yes", answers={asked.single: "yes"}, likely=(BOTH_LEGS,))
    if BOTH_LEGS in asked.findings:
        return Heard("unclear", likely=(BOTH_LEGS,))
    return told(asked, range(2)) if len(asked.items) == 2 else Heard("unclear")


def told(asked: Asked, numbers: range | list[int]) -> Heard:
    items: dict[str, list[str]] = {}
    for item in (asked.items[n] for n in numbers):
        items.setdefault(item.finding, []).append(item.name)
    return Heard("report", answers=dict.fromkeys(items, "yes"), details={"items": items})


def _named(said: Words, asked: Asked, language: str) -> Heard | None:
    """*Just the breathing*, *the third one*: items and what joins them, no other word."""
    if asked.kind not in ITEMISED or len(asked.items) < 2:
        return None
    glue = frozenset(load(language, "reading/exact")["glue"])
    numbers = items_in(said, asked, language)
    taken = {i for start, end, _ in numbers for i in range(start, end)}
    if not numbers or any(i not in taken and word not in glue for i, word in enumerate(said)):
        return None
    return told(asked, sorted({n for *_, n in numbers}))


def items_in(said: Words, asked: Asked, language: str) -> list[tuple[int, int, int]]:
    """Where items of the question are named, by a word for them or their number, and which."""
    names = {
        tuple(phrase.split()): n
        for n, item in enumerate(asked.items)
        for phrase in load(language, "reading/items").get(item.name, ())
    }
    for phrase, number in load(language, "reading/exact")["ordinals"].items():
        if number <= len(asked.items):
            names[tuple(phrase.split())] = number - 1 if number > 0 else len(asked.items) - 1
    return [(start, end, names[said]) for start, end, said in places(said, names)]


@cache
def meanings(language: str) -> dict[str, str]:
    """Every phrase of the table to what it stands for."""
    table = load(language, "reading/exact")
    listed = {name: table[name] for name in (*ANSWERS, *WEAK, MUMBLE, "welcome", "both", "all")}
    listed |= table["commands"] | table["stretches"] | table["topics"]
    return {phrase: name for name, phrases in listed.items() for phrase in phrases}


@cache
def here(name: str, language: str) -> dict[str, str]:
    """Phrases that mean something else at this question, or in its state, than elsewhere."""
    rows = load(language, "reading/exact")["here"]
    return {
        phrase: meaning
        for places, means in rows
        if {name, name.partition(":")[0]}.intersection(places)
        for meaning, phrases in means.items()
        for phrase in phrases
    }
