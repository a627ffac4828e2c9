"""Hours, days and minutes, as figures: *quarter to four*, *an hour and a half*, *last night*."""

import re
from math import prod
from typing import Any, Final

from spasm_guide.languages.load import load
from spasm_guide.reading.patterns import compiled, cut, figures, first, listed, told, without
from spasm_guide.reading.words import Words

NOON: Final = 12
HOURS: Final = 24
DAY: Final = HOURS * 60


def length(text: str, name: str, language: str) -> dict[str, Any]:
    """Minutes, in words for a time or as a bare number; *until half past* tells none."""
    match = first(without(text, "until", language), name, language)
    if match is None:
        return {}
    said = told(match, language)
    minutes = said["m"] if "m" in said else round(60 * count(match, language))
    return {"minutes": minutes} if minutes else {}


def until(text: str, language: str) -> dict[str, Any]:
    """As it is said, on a clock of twelve hours or of twenty-four."""
    match = first(text, "until", language)
    if match is None:
        return {}
    if "h" not in told(match, language):
        return {"until": [None, told(match, language)["past"] % 60]}
    return {"until": [*clock(match, language, as_said=True)]}


def hour(text: str, language: str) -> dict[str, Any]:
    match = first(text, "hour", language) or first(text, "bare_hour", language)
    if match is None:
        return {}
    at, minute = clock(match, language)
    return {"hour": at} | ({"minute": minute} if minute else {})


def only_a_time(tokens: Words, language: str) -> bool:
    """*No, till half past*: a length or an hour and nothing else, so no sign either."""
    text = without(figures(tokens, language), "leads_to_a_time", language)
    patterns = [p for name in ("until", "minutes", "hour") for p in listed(name, language)]
    return any(compiled(pattern, language).fullmatch(text) for pattern in patterns)


def occasion(text: str, language: str) -> tuple[dict[str, Any], str]:
    """When it was, and the words without it: an hour may go with a day, nothing with *ago*."""
    found: dict[str, Any] = {}
    part = first(text, "half_of_day", language)
    for names in (("hours_ago",), ("days_ago", "weekday"), ("hour",)):
        for name in names:
            match = first(text, name, language)
            if match and not found.keys() & {"hours_ago", *names}:
                is_hour = name == "hour"
                found[name] = of_day(match, part, language) if is_hour else count(match, language)
                text = cut(text, match)
    hours = found.get("hours_ago", 0)
    if hours and hours % HOURS == 0 and (at := first(text, "hour", language)):
        found = {"days_ago": int(hours) // HOURS, "hour": of_day(at, part, language)}
        text = cut(text, at)
    return found, without(text, "part_of_day", language) if found else text


def of_day(match: re.Match[str], part: re.Match[str] | None, language: str) -> int:
    """*Ten past three*, and elsewhere in the words *in the middle of the night*."""
    said = match.groupdict()
    if part is None or said.get("half") or not said.get("h"):
        return clock(match, language)[0]
    return clock(match, language, half=told(part, language)["half"])[0]


def hours_since(text: str, language: str) -> dict[str, Any]:
    """How long it has lasted, however it is told; a day before is a day."""
    match = first(text, "lasting", language)
    found = {"hours_ago": count(match, language)} if match else occasion(text, language)[0]
    if "days_ago" in found:
        return {"hours_ago": 24 * found["days_ago"]}
    return {"hours_ago": found["hours_ago"]} if "hours_ago" in found else {}


def count(match: re.Match[str], language: str) -> float:
    """What a pattern counts: `{n}` to `{t}` and `{plus}` of a `{unit}`, and `{m}` minutes."""
    said = told(match, language)
    plus, to = said.pop("plus", 0), said.pop("t", said.get("n"))
    if "n" in said:
        said["n"] = (said["n"] + to) / 2 + plus
    minutes = said.pop("m", 0) / 60 if "m" in said else 0
    return round(prod(said.values()) + minutes, 2) if said else 0


def clock(
    match: re.Match[str], language: str, as_said: bool = False, half: int | None = None
) -> tuple[int, int]:
    """Hour and minute, 1930 as half past seven in the evening, *quarter to* of the hour before.

    One below the earliest that is said without more is of the afternoon.
    """
    said = told(match, language)
    if "h" not in said:
        return said["part"], 0
    if half is not None:
        said["half"] = half
    at, minute = divmod(said["h"], 100) if said["h"] > 24 else (said["h"], said.get("m", 0))
    if "half" in said and at <= NOON:
        at = (at - said["half"]) % NOON + said["half"]
    known = as_said or "half" in said or at > NOON
    at, minute = divmod((60 * at + minute + said.get("past", 0)) % DAY, 60)
    early = 0 < at < load(language, "reading/patterns")["earliest_said"]
    return (at + NOON if early and not known else at), minute
