"""Where else a phrase may be said, and how else the same words may arrive, to learn from."""

import random
from collections.abc import Iterator
from typing import Final

from interaction_model.phrases import Phrase, asking
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
