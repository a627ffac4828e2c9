"""The hour of the day, in words: *at six*, *half past six*, *this morning*."""

from collections.abc import Sequence
from typing import Final, NamedTuple

NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")
    )
}  # fmt: skip
PARTS: Final = {
    "morning": 8, "breakfast": 8, "dawn": 6, "noon": 12, "midday": 12, "lunch": 13, "lunchtime": 13,
    "afternoon": 15, "teatime": 17, "dinner": 18, "dinnertime": 18, "supper": 19, "evening": 20,
    "tonight": 20, "night": 22, "bedtime": 22, "overnight": 3, "midnight": 0,
}  # fmt: skip
AFTER_NOON: Final = frozenset(("pm", "p.m.", "p.m", "afternoon", "evening", "tonight", "night"))
BEFORE_NOON: Final = frozenset(("am", "a.m.", "a.m", "morning"))
MINUTES: Final = frozenset(("thirty", "fifteen", "forty", "five", "past", "half", "quarter", "to"))
EARLIEST_SAID: Final = 7
"""An hour below this, named without more, is one of the afternoon."""


class Span(NamedTuple):
    start: int
    end: int
    value: int


def number(token: str) -> int | None:
    if token.isascii() and token.isdecimal() and len(token) < 4:
        return int(token)
    return NUMBERS.get(token)


def hour(tokens: Sequence[str]) -> Span | None:
    """*At six*, *half past six*, *six thirty pm*, *this morning*: the hour of the day."""
    said = set(tokens)
    for i, token in enumerate(tokens):
        value = number(token)
        if value is None or not 0 <= value <= 23 or not _is_clock(tokens, i):
            continue
        end = i + 1
        while end < len(tokens) and tokens[end] in MINUTES | AFTER_NOON | BEFORE_NOON | {"o'clock"}:
            end += 1
        start = i
        while start and tokens[start - 1] in MINUTES | {"at", "about", "around"}:
            start -= 1
        return Span(start, end, _of_day(value, said))
    for i, token in enumerate(tokens):
        if token in PARTS:
            start = i - 1 if i and tokens[i - 1] in ("this", "the", "last", "at") else i
            return Span(start, i + 1, PARTS[token])
    return None


def _is_clock(tokens: Sequence[str], i: int) -> bool:
    before, after = tokens[max(0, i - 2) : i], tokens[i + 1 : i + 2]
    if "out" in tokens[i + 1 : i + 2] or "of" in after:
        return False
    marked = bool(after) and after[0] in AFTER_NOON | BEFORE_NOON | {"o'clock", "thirty"}
    return marked or bool({"at", "past"} & set(before)) or before[-1:] in (["around"], ["to"])


def _of_day(value: int, said: set[str]) -> int:
    if value > 12:
        return value
    if said & BEFORE_NOON:
        return value % 12
    if value < EARLIEST_SAID or said & AFTER_NOON:
        return value % 12 + 12
    return value
