"""The same phrases over a worse line: a filler more, a small word less, misrouted."""

import random
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from interaction_model.evaluation.readings import Hear
from interaction_model.phrases import Phrase
from spasm_guide.conversation.heard import Heard

FILLERS: Final = (
    *("um", "uh", "er", "well", "so", "like", "you know", "i mean", "okay", "right", "oh"),
    *("please", "actually", "honestly", "look", "sort of thing", "alexa"),
)
SMALL: Final = {
    *("the", "a", "an", "my", "to", "of", "in", "on", "at", "for", "with", "and", "so", "just"),
    *("is", "am", "are", "was", "it's", "it", "that", "this", "been", "have", "has", "had"),
    *("i", "i'm", "i've", "he", "she", "do", "does", "did"),
}
"""Words that carry no negation, number or body part."""


def with_filler(phrases: Iterable[Phrase], seed: int = 0) -> list[Phrase]:
    chance = random.Random(seed)
    return [_changed(phrase, _filled, chance) for phrase in phrases]


def without_small_word(phrases: Iterable[Phrase], seed: int = 0) -> list[Phrase]:
    """Only phrases that are still three words long."""
    chance = random.Random(seed)
    return [
        _changed(phrase, _shortened, chance)
        for phrase in phrases
        if len(phrase.text.split()) > 3 and SMALL & set(phrase.text.split())
    ]


def in_figures(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those that say a number, with it as digits."""
    from simulator.misrouting import in_digits

    written = ((phrase, in_digits(phrase.text)) for phrase in phrases)
    return [replace(phrase, text=text) for phrase, text in written if text != phrase.text]


def without_first_word(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Only phrases that are still three words long, and do not begin with what decides them."""
    kept = [p for p in phrases if len(p.text.split()) > 3 and p.text.split()[0] in SMALL]
    return [replace(phrase, text=phrase.text.partition(" ")[2]) for phrase in kept]


def misrouted(share: float, seed: int) -> Hear:
    """As the simulated device hears: through the interaction model, a share of it wrongly."""
    from simulator.understand import _understanding

    options = Namespace(locale="en-US", misroute=share, seed=seed, json=True)
    understand = _understanding(options)

    def hear(text: str, state: str) -> Heard:
        found = understand({"state": state, "text": text})
        return Heard(
            found["meaning"],
            answers=found["answers"],
            sign=found["sign"],
            stretch=found["stretch"],
        )

    return hear


def _changed(
    phrase: Phrase, change: Callable[[list[str], random.Random], None], chance: random.Random
) -> Phrase:
    words = phrase.text.split()
    change(words, chance)
    return replace(phrase, text=" ".join(words))


def _filled(words: list[str], chance: random.Random) -> None:
    words.insert(chance.choice((0, 0, len(words) // 2, len(words))), chance.choice(FILLERS))


def _shortened(words: list[str], chance: random.Random) -> None:
    del words[chance.choice([i for i, word in enumerate(words) if word in SMALL])]
