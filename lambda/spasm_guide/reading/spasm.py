"""What is told of a spasm for the diary: what set it off, how bad it was, when."""

import re
from typing import Any, Final

from spasm_guide.reading.patterns import compiled, cut, first, listed, told, without
from spasm_guide.reading.times import hours_since, occasion
from spasm_guide.reading.words import plain

LOGS: Final = "log_spasm"
BEGAN: Final = "relief:when"
SCALE: Final = "diary:severity"
WANTS_TIME: Final = (BEGAN, SCALE, "diary:when", "diary:cause")
WORST: Final = 10


def of_a_spasm(
    text: str, asking: str | None, meaning: str, language: str, amends: bool = False
) -> dict[str, Any]:
    """Each fact's words are taken out, what is left is the cause; in a change it is named."""
    logs, diary = amends or meaning == LOGS, (asking or "").startswith("diary")
    if not logs and asking not in WANTS_TIME:
        return {}
    if asking == BEGAN:
        return hours_since(text, language)
    found: dict[str, Any] = {}
    left = text
    for name in ("severity",) * (logs or diary) + ("scale",) * (asking == SCALE):
        if "severity" not in found and (match := first(left, name, language)):
            found["severity"], left = rating(match, language), cut(left, match)
    when, left = occasion(left, language)
    found |= when
    grade = graded(left, language) if asking == SCALE and "severity" not in found else None
    found |= {} if grade is None else {"severity": grade}
    if diary and not found and nothing(text, language):
        return {"skip": True}
    if amends:
        said = without(text, "to_the_new_cause", language)
        words = cause(said, language) if said != text else None
        return found | ({"cause": words} if words else {})
    if asking == "diary:cause" or logs:
        words = cause(after_the_command(left, language) if logs else left, language)
        found |= {"cause": words} if words else {}
    return found


def rating(match: re.Match[str], language: str) -> float:
    """*Seven and a half*; between two, the middle."""
    said = told(match, language)
    both = [said[name] for name in ("s", "t") if name in said]
    exact = min(WORST, sum(both) / len(both) + said.get("plus", 0))
    return int(exact) if exact == int(exact) else exact


def graded(text: str, language: str) -> int | None:
    """The highest number, else a word for it, where that was asked for."""
    figures = [*map(int, re.findall(r"\b\d+\b", text))]
    match = first(text, "grade", language)
    figures += [] if figures or match is None else told(match, language).values()
    return min(WORST, max(figures)) if figures else None


def nothing(text: str, language: str) -> bool:
    """*Skip*, *no idea*, *not really*; not *no sleep at all last night*."""
    said = (without(text, name, language) for name in ("leads_to_the_cause", "asides"))
    ways = (text, *said)
    patterns = listed("no_cause", language)
    return any(compiled(p, language).fullmatch(t) for p in patterns for t in ways)


def cause(text: str, language: str) -> str | None:
    """The person's own words for it, without those that only lead up to it."""
    words = without(text, "leads_to_the_cause", language)
    return plain(words, language) if words and not nothing(words, language) else None


def after_the_command(text: str, language: str) -> str:
    begins = first(text, "cause_begins", language)
    return begins[0] if begins else without(text, "not_the_cause", language)
