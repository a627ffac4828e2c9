"""How long and since when: *best part of a fortnight*, *since tuesday*, *years back*."""

from collections.abc import Iterator
from typing import Final

from spasm_guide.reader.lexicon import Mention

_DAYS: Final = {
    "second": 0.0, "sec": 0.0, "minute": 0.0, "min": 0.0, "hour": 0.04, "hr": 0.04,
    "day": 1.0, "night": 1.0, "week": 7.0, "wk": 7.0, "fortnight": 14.0, "weekend": 2.0,
    "month": 30.0, "year": 365.0, "decade": 3650.0, "season": 90.0,
}  # fmt: skip
NUMBERS: Final = {
    "a": 1.0, "an": 1.0, "one": 1.0, "half": 0.5, "two": 2.0, "couple": 2.0, "three": 3.0,
    "few": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0,
    "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0,
    "eighty": 80.0, "ninety": 90.0, "hundred": 100.0, "several": 5.0, "many": 10.0, "some": 4.0,
    "dozen": 12.0, "odd": 3.0, "multiple": 4.0, "most": 3.0, "three's": 3.0,
}  # fmt: skip
_BETWEEN: Final = frozenset(
    ("of", "the", "good", "whole", "solid", "full", "long", "straight", "entire", "more", "bloody",
     "odd", "part", "old", "or", "so", "and", "to", "last", "past", "that", "damn", "flipping")
)  # fmt: skip
_WEEKDAYS: Final = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_LONG_SINCE: Final = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december", "spring", "summer", "autumn", "winter", "fall",
     "christmas", "easter", "diwali", "holi", "eid", "ramadan", "thanksgiving", "halloween",
     "hogmanay", "new", "birthday", "holiday", "holidays", "bank", "week", "month",
     "year", "start", "beginning", "school", "half", "pancake", "australia", "term", "lent",
     "boxing", "bonfire", "labor", "memorial", "independence", "mothers", "fathers", "valentine",
     "valentines", "first", "third", "second", "fifth", "tenth", "before", "wedding", "onam",
     "patrick", "paddy", "pongal", "passover", "hanukkah", "then", "move", "moved", "lockdown")
)  # fmt: skip
_SHORT_SINCE: Final = frozenset(
    ("yesterday", "today", "tonight", "lunch", "lunchtime", "dinner", "dinnertime", "breakfast",
     "tea", "teatime", "noon", "midday", "midnight", "dawn", "morning", "afternoon", "evening",
     "night", "getting", "got", "woke", "waking", "up", "earlier", "oclock", "am", "pm", "shower",
     "bedtime", "elevenses", "brunch", "supper", "now", "just")
)  # fmt: skip
_ORDINALS: Final = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)
_AGO: Final = frozenset(("ago", "back", "since", "earlier", "previously", "gone"))
_GOING_ON: Final = (
    ("to",),
    ("pain",),
    ("spasm",),
    ("it",),
    ("my",),
    ("this",),
    ("the",),
    ("back",),
)
"""*Three weeks since it began* lasts; *three weeks since* is past."""
_RECENT: Final = 120.0
"""Days up to which an injury or an operation still counts as the beginning of this."""


def find(tokens: tuple[str, ...]) -> list[Mention]:
    return [*_units(tokens), *_since(tokens), *_years(tokens)]


def days_of(token: str) -> float | None:
    return _DAYS.get(token, _DAYS.get(token.removesuffix("s")))


def _units(tokens: tuple[str, ...]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        days = days_of(token)
        if days is None:
            continue
        start, amount = _amount(tokens, i)
        after = tokens[i + 1 : i + 3]
        if i and tokens[i - 1] in _ORDINALS and token in ("week", "month", "day"):
            yield Mention(i - 1, i + 1, "brief" if tokens[i - 1] == "first" else "lasting")
        elif amount is None and after[:1] and token == "day" and after[0] in NUMBERS:
            yield Mention(i, i + 2, _lasting(NUMBERS[after[0]]))
        elif amount is not None and _with_child(tokens, start, i):
            yield Mention(start, i + 1, "gestation")
        elif amount is not None and _ago(after):
            yield Mention(start, i + 2, "ago_old" if amount * days > _RECENT else "ago_recent")
            yield Mention(start, i + 2, "ago_brief" if amount * days < 1.5 else "ago_days")
        elif amount is not None:
            before = tokens[start - 1] if start else ""
            counted = tokens[i - 1] in NUMBERS
            idle = before in ("every", "each", "next", "in", "per") or (
                before == "last" and not counted
            )
            if not idle and after[:1] not in (("old",), ("olds",)):
                yield Mention(start, i + 1, _lasting(amount * days))


def _with_child(tokens: tuple[str, ...], start: int, unit: int) -> bool:
    """*I'm thirty weeks*, *seven months gone*; not *i'm six weeks post op*."""
    if days_of(tokens[unit]) not in (7.0, 30.0):
        return False
    after = tokens[unit + 1 : unit + 2]
    if after and after[0] in ("pregnant", "along", "gone"):
        return after[0] != "gone" or tokens[start - 1 : start] not in (("just",), ("only",))
    before = tokens[start - 1] if start else ""
    before = tokens[start - 2] if before in ("only", "just", "about", "nearly") else before
    told = not after or after[0] in ("and", "with", "today", "tomorrow", "now", "so", "but", "yes")
    return (
        before in ("am", "is", "'s", "turned")
        and tokens[start - 2 : start] != ("it", "is")
        and told
    )


def _ago(after: tuple[str, ...]) -> bool:
    return bool(after) and after[0] in _AGO and after[1:] not in _GOING_ON


def _lasting(days: float) -> str:
    if days >= 2.5:
        return "lasting"
    return "two_days" if days > 1.5 else "brief"


def _amount(tokens: tuple[str, ...], unit: int) -> tuple[int, float | None]:
    """Where the words of quantity before a unit begin, and their sum: *two and a half*, *all*."""
    i, amount, counted = unit - 1, 0.0, False
    while i >= 0 and (tokens[i] in NUMBERS or tokens[i] in _BETWEEN):
        if tokens[i] in NUMBERS and not (counted and tokens[i] in ("a", "an", "some")):
            amount, counted = max(amount, NUMBERS[tokens[i]]), True
        i -= 1
    start = i + 1
    while start < unit and tokens[start] in _BETWEEN:
        start += 1
    if counted:
        return start, amount
    lead = tokens[i] if i >= 0 else ""
    between = tokens[i + 1 : unit]
    if lead == "all" or "whole" in between or "entire" in between:
        return max(i, 0), 1.0
    if "last" in between or "past" in between:
        return start, (3.0 if tokens[unit].endswith("s") else 1.0) if "the" in between else None
    if tokens[unit] == "fortnight":
        return unit, 1.0
    return unit, 4.0 if _plural(tokens, unit) else None


def _plural(tokens: tuple[str, ...], unit: int) -> bool:
    """*Days now*, *for weeks*; not *these days*, *some days*."""
    before = tokens[unit - 1] if unit else ""
    return tokens[unit].endswith("s") and before not in ("these", "some", "those", "other", "early")


def _since(tokens: tuple[str, ...]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        if token not in ("since", "from"):
            continue
        for j in range(i + 1, min(i + 7, len(tokens))):
            word = tokens[j]
            if word in ("i", "my", "he", "she") and word != "my":
                break
            if word in _SHORT_SINCE:
                yield Mention(i, j + 1, "brief")
                break
            if word in _WEEKDAYS or word == "weekend":
                yield Mention(i, j + 1, "since_day")
                break
            if token == "since" and word in _LONG_SINCE:
                yield Mention(i, j + 1, "lasting")
                break


def _years(tokens: tuple[str, ...]) -> Iterator[Mention]:
    """*In ninety four*, *back in eighty*; not *in sixty seconds*."""
    for i, token in enumerate(tokens[:-1]):
        if token == "in" and tokens[i + 1] in ("sixty", "seventy", "eighty", "ninety"):
            end = i + 3 if NUMBERS.get(" ".join(tokens[i + 2 : i + 3]), 99) < 10 else i + 2
            if not any(days_of(t) is not None for t in tokens[end : end + 1]):
                yield Mention(i, end, "ago_old")
