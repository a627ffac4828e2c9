"""How bad a spasm was, from zero to ten: the number that counts of those that are told."""

import re
from typing import Any, Final

from spasm_guide.languages.load import load
from spasm_guide.reading.patterns import compiled, cut, first, listed, told, without

SCALE: Final = "diary:severity"
CAUSE: Final = "diary:cause"
WORST: Final = 10


def how_bad(text: str, asking: str | None, logs: bool, language: str) -> tuple[dict[str, Any], str]:
    """The number that counts, without the scale's own, another spasm's, or one taken back; in a
    wish to log, else a word for it."""
    left = without(text, "no_severity", language)
    names = ("severity_aside",) if asking == CAUSE else ("severity",)
    for name in names + ("scale",) * (asking == SCALE) + ("severity_in_a_log",) * logs:
        if match := first(left, name, language):
            return {"severity": rating(match, language)}, cut(left, match)
    if logs and (match := first(left, "grade_in_a_log", language)):
        return {"severity": told(match, language)["grade"]}, cut(left, match)
    return {}, left


def rating(match: re.Match[str], language: str) -> float:
    """*Seven and a half*; between two, the middle."""
    said = told(match, language)
    both = [said[name] for name in ("s", "t", "portion") if name in said]
    exact = min(WORST, sum(both) / len(both) + said.get("plus", 0))
    return int(exact) if exact == int(exact) else exact


def graded(text: str, language: str) -> tuple[dict[str, Any], str]:
    """The highest number, else a word for it, if asked for; *wasn't bad* is *not bad*."""
    said_for = load(language, "reading/patterns")["said_for"]
    text = " ".join(said_for.get(word, word) for word in text.split())
    numbers = (compiled(p, language).finditer(text) for p in listed("figure", language))
    if found := [match for matches in numbers for match in matches]:
        most = max(found, key=lambda match: int(match[0]))
        return {"severity": min(WORST, int(most[0]))}, cut(text, most)
    if match := first(text, "grade", language):
        (said,) = told(match, language).values()
        return {"severity": said}, cut(text, match)
    return {}, text
