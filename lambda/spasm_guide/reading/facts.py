"""Facts beside the findings: what set a spasm off, how bad, when; hours, periods and minutes."""

import re
from math import prod
from typing import Any, Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.languages.load import load
from spasm_guide.reading.patterns import compiled, figures, first, listed, value, without
from spasm_guide.reading.words import Words, plain

WANTS_TIME: Final = ("relief:when", "diary:when", "diary:cause", "diary:severity")
LOGS: Final = "log_spasm"
REMINDS: Final = ("remind_heat", "remind_stretch")
TIMES: Final = ("ice_timer", "heat_timer", "timer_change")
SUMS_UP: Final = "diary_summary"
WORST: Final = 10


def facts(tokens: Words, asking: str | None, meaning: str, language: str) -> dict[str, Any]:
    state, _, topic = (asking or "").partition(":")
    text = figures(tokens, language)
    if meaning == SUMS_UP:
        return {"period": next((p for p in ("visit", "week") if first(text, p, language)), "month")}
    if meaning in REMINDS or (state == "consent" and topic in REMINDS):
        match = first(text, "hour", language)
        return {"hour": hour(match, language)} if match else {}
    if meaning in TIMES:
        match = first(text, "minutes", language)
        return {"minutes": round(60 * product(match, language))} if match else {}
    if state == "stretch":
        match = first(text, "place", language)
        return {"place": value(match, "place", language)} if match else {}
    if meaning == LOGS or asking in WANTS_TIME:
        return of_a_spasm(text, asking, meaning == LOGS, language)
    return {}


def sign_by_number(tokens: Words, language: str) -> int | None:
    """*What's the third sign*, *sign five*."""
    match = first(figures(tokens, language), "sign", language)
    number = value(match, next(iter(match.groupdict())), language) if match else 0
    return int(number) if 0 < number <= len(SIGNS) else None


def of_a_spasm(text: str, asking: str | None, logs: bool, language: str) -> dict[str, Any]:
    """Each fact's words are taken out, what is left is the cause."""
    found, left = occasion(text, language)
    diary = (asking or "").startswith("diary")
    rated = first(left, "severity", language) if logs or diary else None
    if rated:
        found["severity"], left = min(WORST, int(rated["s"])), cut(left, rated)
    elif asking == "diary:severity" and (grade := graded(left, language)) is not None:
        found["severity"] = min(WORST, grade)
    if diary and not found and nothing(text, language):
        return {"skip": True}
    if asking == "diary:cause" or logs:
        words = cause(after_the_command(left, language) if logs else left, language)
        found |= {"cause": words} if words else {}
    return found


def graded(text: str, language: str) -> int | None:
    """The highest number, else a word for it, where that was asked for."""
    match = first(text, "grade", language)
    worded = None if match is None else int(value(match, "grade", language))
    return max(map(int, re.findall(r"\b\d+\b", text)), default=worded)


def occasion(text: str, language: str) -> tuple[dict[str, Any], str]:
    """When it was, and the words without it: an hour may go with a day, nothing with *ago*."""
    found: dict[str, Any] = {}
    for names in (("hours_ago",), ("days_ago", "weekday"), ("hour",)):
        for name in names:
            match = first(text, name, language)
            if match and not found.keys() & {"hours_ago", *names}:
                found[name] = hour(match, language) if name == "hour" else product(match, language)
                text = cut(text, match)
    return found, text


def product(match: re.Match[str], language: str) -> float:
    """Of all that a pattern counts; *now* counts nothing."""
    groups = [name for name in match.groupdict() if name != "now"]
    return round(prod(value(match, name, language) for name in groups), 2) if groups else 0


def hour(match: re.Match[str], language: str) -> int:
    """One below the earliest that is said without more is of the afternoon."""
    if "part" in match.groupdict():
        return int(value(match, "part", language))
    said = int(match["h"]) % 24
    half = value(match, "half", language) if "half" in match.groupdict() else None
    if said > 12:
        return said
    late = said < load(language, "reading/patterns")["earliest_said"] if half is None else half
    return said % 12 + 12 if late else said if half is None else said % 12


def cut(text: str, match: re.Match[str]) -> str:
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())


def nothing(text: str, language: str) -> bool:
    """*Skip*, *no idea*, *not really*; not *no sleep at all last night*."""
    said = without(text, "leads_to_the_cause", language)
    patterns = listed("no_cause", language)
    return any(compiled(p, language).fullmatch(t) for p in patterns for t in (text, said))


def cause(text: str, language: str) -> str | None:
    """The person's own words for it, without those that only lead up to it."""
    words = without(text, "leads_to_the_cause", language)
    return plain(words, language) if words and not nothing(words, language) else None


def after_the_command(text: str, language: str) -> str:
    begins = first(text, "cause_begins", language)
    return begins[0] if begins else without(text, "not_the_cause", language)
