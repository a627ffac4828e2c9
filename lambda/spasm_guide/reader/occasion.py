"""When something was, in words: *just now*, *two hours ago*, *yesterday at six*, *on monday*."""

from collections.abc import Sequence
from typing import Any, Final

from spasm_guide.reader.clock import PARTS, Span, hour, number

LOOSE: Final = {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 4, "half": 0.5, "twenty": 20,
                "thirty": 30, "forty": 40, "fifteen": 15, "fifty": 50}  # fmt: skip
UNITS: Final = {
    "second": 0.0, "moment": 0.0, "minute": 1 / 60, "min": 1 / 60, "hour": 1.0, "hr": 1.0,
    "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0, "month": 720.0,
}  # fmt: skip
DAYS: Final = {"today": 0, "tonight": 0, "this": 0, "yesterday": 1}
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def occasion(tokens: Sequence[str], spans: list[Span]) -> dict[str, Any]:
    """Adds to `spans` where the words for it stand."""
    if facts := _ago(tokens, spans) or _now(tokens, spans):
        return facts
    day = _day(tokens, spans)
    named = hour(tokens)
    if named:
        spans.append(named)
        day["hour"] = named.value
    return day


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
    if "now" not in tokens:
        return {}
    i = tokens.index("now")
    start = i - 1 if i and tokens[i - 1] in ("just", "right") else i
    spans.append(Span(start, i + 1, 0))
    return {"hours_ago": 0}


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
        if token in DAYS and (token != "this" or PARTS.keys() & tokens[i + 1 : i + 2]):
            spans.append(Span(i, i + 1, 0))
            return {"days_ago": DAYS[token]}
    return {}
