"""The values of FREE_SPEECH: whole phrases that show Alexa how people talk to the skill."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Final

from interaction_model.own_answers import own_answers
from interaction_model.phrases import load
from interaction_model.source import table

MOST_WORDS: Final = 15
MOST_CHARACTERS: Final = 140
MOST_VALUES: Final = 12_000
"""Keeps a locale's model well under Amazon's 1.5 MB, whatever the corpus grows to."""
_WAKE_WORDS: Final = re.compile(r"\b(alexa|amazon|echo|computer|ziggy|spasm guide)\b")
_WRITABLE: Final = re.compile(r"[a-z][a-z' .-]*")


def values(locale: str, samples: Iterable[str]) -> list[str]:
    """Answers to our own questions, and the tuning part of the corpus in a locale's words, without
    what other intents are to take.

    Only that part: what the measuring part measures must not have been learnt. Of too many, every
    second or third, so that every length keeps its share; all of our own answers stay.
    """
    taken = {*samples, *(bare for every in table("built_ins.yaml").values() for bare in every)}
    ours = kept(own_answers(), locale, taken)
    others = ordered(kept(_tuning(), locale, taken) - ours)
    return ordered({*ours, *others[:: -(-len(others) // (MOST_VALUES - len(ours)))]})


def kept(texts: Iterable[str], locale: str, taken: Collection[str]) -> set[str]:
    said = (localised(text, locale) for text in texts)
    return {value for value in said if value and value not in taken and usable(value)}


def ordered(values: Iterable[str]) -> list[str]:
    return sorted(values, key=lambda value: (len(value.split()), value))


def usable(value: str) -> bool:
    return (
        len(value.split()) <= MOST_WORDS
        and len(value) <= MOST_CHARACTERS
        and _WRITABLE.fullmatch(value) is not None
        and _WAKE_WORDS.search(value) is None
    )


def localised(text: str, locale: str) -> str | None:
    """None for a phrase that nobody says there."""
    spelling, pattern = _spelling(locale)
    if any(spelling[word] is None for word in pattern.findall(text)):
        return None
    return pattern.sub(lambda found: spelling[found[0]] or "", text)


NEVER: Final = "(?!)"
"""Matches nothing, in a locale that needs no other words."""


@cache
def _spelling(locale: str) -> tuple[Mapping[str, str | None], re.Pattern[str]]:
    words = {word: by[locale] for word, by in table("spelling.yaml").items() if locale in by}
    longest_first = sorted(words, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in longest_first) or NEVER
    return words, re.compile(rf"(?<![\w']){f'(?:{pattern})'}(?![\w'])")


@cache
def _tuning() -> tuple[str, ...]:
    return tuple(phrase.text for phrase in load())
