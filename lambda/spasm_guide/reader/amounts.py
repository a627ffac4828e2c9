"""Numbers that are no time: how old, how hot, how much lighter."""

from collections.abc import Iterator
from typing import Final

from spasm_guide.reader.lexicon import Mention
from spasm_guide.reader.times import NUMBERS, days_of

_SHED: Final = frozenset(
    ("lost", "dropped", "shed", "losing", "lose", "dropping", "shedding", "down")
)
_COOL: Final = (
    ("thirty", "six"), ("thirty", "seven"), ("ninety", "seven"), ("ninety", "eight"),
    ("ninety", "nine"),
)  # fmt: skip


def find(tokens: tuple[str, ...]) -> list[Mention]:
    return [*_ages(tokens), *_degrees(tokens), *_pounds(tokens), *_heights(tokens)]


def _heights(tokens: tuple[str, ...]) -> Iterator[Mention]:
    """*Eighteen feet*, *three metres*."""
    for i, token in enumerate(tokens[1:], 1):
        least = {"feet": 5.0, "foot": 5.0, "metres": 2.0, "meters": 2.0}.get(token)
        if least is not None and NUMBERS.get(tokens[i - 1], 0) >= least:
            yield Mention(i - 1, i + 1, "height")


def _ages(tokens: tuple[str, ...]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        years = NUMBERS.get(token)
        if years is None or years < 3 or token in ("few", "several", "many", "some", "most", "odd"):
            continue
        before, after = tokens[max(0, i - 3) : i], tokens[i + 1 : i + 3]
        if before[-1:] and NUMBERS.get(before[-1], 0) >= 20:
            continue
        old = after[:2] in (("year", "old"), ("years", "old"), ("years", "of"), ("yr", "old"))
        said = (
            before[-1:] and before[-1] in ("am", "is", "'s", "aged", "age", "turned", "turning")
        ) or before[-2:] in (("am", "only"), ("is", "only"), ("am", "just"), ("is", "just"))
        if not old and before[-2:-1] in (("it",), ("there",), ("that",)):
            continue
        if years >= 20:
            if (old or said) and not (
                after and (after[0] in _UNITS_OF_OTHERS or days_of(after[0]))
            ):
                yield Mention(i, i + 1, "adult_age")
            continue
        bare = not after or (after[0] not in _UNITS_OF_OTHERS and days_of(after[0]) is None)
        if old or (said and bare and token != "hundred"):
            yield Mention(i, i + 1, "child_age" if years < 18 else "adult_age")
        elif before[-1:] in (("year",), ("grade",)) and 3 <= years <= 13 and "day" not in before:
            yield Mention(i - 1, i + 1, "school_year")


_UNITS_OF_OTHERS: Final = frozenset(
    ("stone", "pounds", "kilos", "weeks", "months", "out", "percent", "per", "times", "oclock",
     "feet", "foot", "hours", "minutes", "days", "point", "hundred", "one", "two",
     "three", "four", "five", "six", "seven", "eight", "nine", "sessions", "pills", "tablets")
)  # fmt: skip


def _pounds(tokens: tuple[str, ...]) -> Iterator[Mention]:
    """*Lost twenty five pounds*, *two stone down*."""
    for i, token in enumerate(tokens):
        if token in ("pound", "pounds", "lbs", "stone", "kilo", "kilos", "kilograms", "kg"):
            around = tokens[max(0, i - 6) : i + 2]
            if any(t in NUMBERS for t in around) and any(t in _SHED for t in around):
                yield Mention(max(0, i - 2), i + 1, "weight_loss")


def _degrees(tokens: tuple[str, ...]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        after = tokens[i + 1 : i + 4]
        nxt = after[0] if after else ""
        if token == "thirty" and nxt in ("eight", "nine"):
            yield Mention(i, i + 2, "hot_number")
        elif token == "forty" and nxt in ("", "degrees", "point", "one", "celsius"):
            yield Mention(i, i + 1, "hot_number")
        elif token in ("hundred", "one") and nxt in (
            "and",
            "one",
            "two",
            "three",
            "four",
            "oh",
            "o",
        ):
            if {"one", "two", "three", "four", "five"} & set(after[:2]):
                yield Mention(i, i + 2, "hot_number")
        elif (token, nxt) in _COOL:
            yield Mention(i, i + 2, "cool_number")
