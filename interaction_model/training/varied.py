"""Where else a phrase may be said, how its words may arrive, and what may be told beside it."""

import random
from collections.abc import Iterator, Sequence
from typing import Final

from interaction_model.phrases import NOTHING, Expectation, Phrase, asking
from spasm_guide.clinical.findings import SIGNS

Place = tuple[str | None, float]
"""An open question, and how much an example there weighs."""

SCREENS: Final = ("screen:nerves", "screen:history", "screen:life", "screen:caution")
OTHERS: Final = (
    *("stretch:knee_to_chest", "confirm:cauda_equina", "consent:diary", "relief:when"),
    *("stretch:cat_cow", "diary:cause", "confirm:forget_me", "diary:severity"),
)
TELLING: Final = (*(f"sign:{sign}" for sign in SIGNS), "offer:stretches", "screen:nerves")
FILLERS: Final = (
    *("listen", "hmm", "yeah well", "okay so", "now", "hey", "to be honest", "basically", "see"),
    *("mate", "love", "if you would", "or something", "anyway", "i suppose", "and all"),
)
SMALL: Final = frozenset(
    ("the", "a", "my", "to", "of", "in", "on", "at", "for", "and", "is", "it", "that", "i", "i'm")
)
LINKS: Final = ("and", "and", "", "but", "also", "oh and", "so", "and also", "then again")
LONGEST: Final = 22
"""Words of a statement that another may follow in the same breath."""
WORSE: Final = 0.3
"""What an example weighs whose words arrive worse than they were said."""


def places(phrase: Phrase, number: int) -> Iterator[Place]:
    if phrase.state != "any":
        yield asking(phrase.state), 1.0
        if phrase.state == "launch" and phrase.expected[0].meaning == "report":
            yield TELLING[number % len(TELLING)], 0.3
        return
    yield None, 0.5
    yield "offer:stretches", 0.5
    for step in (0, 3):
        yield f"sign:{SIGNS[(number + step) % len(SIGNS)]}", 0.4
    yield SCREENS[number % len(SCREENS)], 0.5
    yield OTHERS[number % len(OTHERS)], 0.5


def worse(text: str, number: int) -> str:
    """With a filler more or a small word less, the same each time for the same number."""
    chance = random.Random(number)
    words = text.split()
    small = [i for i, word in enumerate(words) if word in SMALL]
    if len(words) > 3 and number % 2 and small:
        del words[chance.choice(small)]
    else:
        words.insert(chance.choice((0, len(words))), chance.choice(FILLERS))
    return " ".join(words)


def joined(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Each statement with another after it: two complaints in one breath, or one and chatter."""
    chance = random.Random(0)
    statements = [
        phrase
        for phrase in phrases
        if phrase.state == "launch"
        and len(phrase.expected) == 1
        and phrase.expected[0].meaning in ("report", NOTHING)
        and len(phrase.text.split()) <= LONGEST
    ]
    for one in statements:
        other, link = chance.choice(statements), chance.choice(LINKS)
        told = _both(one.expected[0], other.expected[0])
        if told:
            words = f"{one.text} {link} {other.text}".split()
            yield Phrase("launch", "hard", (told,), " ".join(words), one.place)


def _both(one: Expectation, other: Expectation) -> Expectation | None:
    """None where one denies what the other tells."""
    answers = {**one.answers, **other.answers}
    if any(one.answers.get(name, answer) != answer for name, answer in other.answers.items()):
        return None
    open_ = tuple(sorted({*(one.optional or ()), *(other.optional or ())} - answers.keys()))
    return Expectation("report" if answers else NOTHING, answers, optional=open_ or None)
