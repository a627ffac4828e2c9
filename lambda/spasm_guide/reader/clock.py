"""When something was, in words: *just now*, *two hours ago*, *yesterday at six*, *on monday*."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")
    )
}  # fmt: skip
LOOSE: Final = {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 4, "half": 0.5, "twenty": 20,
                "thirty": 30, "forty": 40, "fifteen": 15, "fifty": 50}  # fmt: skip
UNITS: Final = {
    "second": 0.0, "moment": 0.0, "minute": 1 / 60, "min": 1 / 60, "hour": 1.0, "hr": 1.0,
    "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0, "month": 720.0,
}  # fmt: skip
DAYS: Final = {"today": 0, "tonight": 0, "this": 0, "yesterday": 1}
PARTS: Final = {
    "morning": 8, "breakfast": 8, "dawn": 6, "noon": 12, "midday": 12, "lunch": 13, "lunchtime": 13,
    "afternoon": 15, "teatime": 17, "dinner": 18, "dinnertime": 18, "supper": 19, "evening": 20,
    "tonight": 20, "night": 22, "bedtime": 22, "overnight": 3, "midnight": 0,
}  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


def occasion(tokens: Sequence[str], spans: list[Span]) -> dict[str, Any]:
    """Adds to `spans` where the words for it stand."""
    facts = _ago(tokens, spans) or _now(tokens, spans)
    if facts:
        return facts
    day = _day(tokens, spans)
    named = hour(tokens)
    if named:
        spans.append(named)
        day["hour"] = named.value
    return day


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


def _ago(tokens: Sequence[str], spans: list[Span]) -> dict[str, Any]:
    for i, token in enumerate(tokens):
        unit = UNITS.get(token, UNITS.get(token.removesuffix("s")))
        if unit is None or tokens[i + 1 : i + 2] not in (["ago"], ["back"], ["earlier"]):
            continue
        start, amount = i, 1.0
        while start and (tokens[start - 1] in LOOSE or number(tokens[start - 1]) is not None
                         or tokens[start - 1] in ("of", "about", "or")):  # fmt: skip
            start -= 1
            word = tokens[start]
            found = number(word)
            amount = _amount(amount, LOOSE.get(word) if found is None else found, start + 1 == i)
        spans.append(Span(start, i + 2, 0))
        return {"hours_ago": round(amount * unit, 2)}
    return {}


def _amount(so_far: float, said: float | None, first: bool) -> float:
    """*Half an hour* is half of one; *a couple of hours* is two."""
    if said is None or (said == 1 and not first):
        return so_far
    return said if first or said >= 1 else said * so_far


def _now(tokens: Sequence[str], spans: list[Span]) -> dict[str, Any]:
    for i, token in enumerate(tokens):
        if token == "now":
            start = i - 1 if i and tokens[i - 1] in ("just", "right") else i
            spans.append(Span(start, i + 1, 0))
            return {"hours_ago": 0}
    return {}


def _day(tokens: Sequence[str], spans: list[Span]) -> dict[str, Any]:
    for i, token in enumerate(tokens):
        before = tokens[max(0, i - 3) : i]
        if token == "yesterday" and before[-2:] == ["day", "before"]:
            spans.append(Span(i - 2 - ("the" in before), i + 1, 0))
            return {"days_ago": 2}
        if token == "night" and before[-1:] == ["last"]:
            spans.append(Span(i - 1, i + 1, 0))
            return {"days_ago": 1}
        if token in WEEKDAYS:
            start = i - 1 if before[-1:] in (["on"], ["last"]) else i
            spans.append(Span(start, i + 1, 0))
            return {"weekday": WEEKDAYS.index(token)}
        part = tokens[i + 1] if tokens[i + 1 :] else ""
        if token in DAYS and (token != "this" or part in PARTS):
            spans.append(Span(i, i + 1, 0))
            return {"days_ago": DAYS[token]}
    return {}
