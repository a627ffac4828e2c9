"""What a real account does to a share of phrases: first words lost, another intent, digits."""

import random
from typing import Final

from spasm_guide.languages.load import DEFAULT
from spasm_guide.reading.patterns import figures

from .recogniser import FALLBACK, Recognised, Recogniser

KEPT: Final = frozenset({"AMAZON.YesIntent", "AMAZON.NoIntent", FALLBACK})
"""Never the wrong intent: Amazon's own models of yes and no take nothing but those words."""
MOST_LOST: Final = 2


class Misrouting:
    """A recogniser that misroutes; the same seed misroutes the same way."""

    def __init__(self, recogniser: Recogniser, share: float, seed: int | str = 0) -> None:
        self._recogniser = recogniser
        self._share = share
        self._random = random.Random(seed)
        self._commands = [
            name
            for name in recogniser.intents
            if name not in KEPT and not recogniser.carries_words(name)
        ]

    def opens(self, words: str) -> bool:
        return self._recogniser.opens(words)

    def recognise(self, words: str) -> Recognised:
        if self._random.random() >= self._share:
            return self._recogniser.recognise(words)
        faults = [self._first_words_lost, self._wrong_intent, self._no_words]
        if in_digits(words) != words:
            faults.append(self._as_digits)
        return self._random.choice(faults)(words)

    def _first_words_lost(self, words: str) -> Recognised:
        kept = words.split()[self._random.randint(1, MOST_LOST) :]
        return self._recogniser.recognise(" ".join(kept)) if kept else self._no_words(words)

    def _as_digits(self, words: str) -> Recognised:
        return self._recogniser.recognise(in_digits(words))

    def _wrong_intent(self, words: str) -> Recognised:
        return Recognised(self._random.choice(self._commands))

    def _no_words(self, words: str) -> Recognised:
        return Recognised(FALLBACK)


def in_digits(words: str) -> str:
    """*Forty two* as `42`, as some recognisers write it."""
    return figures(tuple(words.split()), DEFAULT)
