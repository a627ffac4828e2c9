"""A language's patterns (patterns.json), over words whose numbers are figures: `{n} {unit} ago`.

In a pattern `{name}` is a word of the table of that name, or a figure; all else is a regular
expression, from the edge of one word to that of another.
"""

import re
from functools import cache
from typing import Any, Final

from spasm_guide.languages.load import load
from spasm_guide.reading.words import Words, places

FIGURES: Final = ("n", "h", "m", "s", "t", "years")
_NAME: Final = re.compile(r"\{([a-z]+)\}")


def figures(tokens: Words, language: str) -> str:
    """*Twenty five minutes ago* as `25 minutes ago`."""
    known, said, i = spelt(language), [], 0
    for start, end, number in places(tokens, known):
        said += [*tokens[i:start], known[number]]
        i = end
    return " ".join((*said, *tokens[i:]))


@cache
def spelt(language: str) -> dict[Words, str]:
    known: dict[Words, str] = {}
    for figure, said in load(language, "reading/numbers")["spoken"].items():
        ways = [said]
        for usual, others in load(language, "reading/patterns")["spellings"].items():
            ways += [way.replace(usual, other) for way in ways for other in others]
        known |= {tuple(way.split()): figure for way in ways}
    return known


def first(text: str, name: str, language: str) -> re.Match[str] | None:
    """Of the first pattern that is there, its first place."""
    found = (compiled(pattern, language).search(text) for pattern in listed(name, language))
    return next(filter(None, found), None)


def times(text: str, name: str, language: str) -> int:
    """How often the patterns are there."""
    return sum(len(compiled(p, language).findall(text)) for p in listed(name, language))


def without(text: str, name: str, language: str) -> str:
    """All that the patterns find taken out."""
    return _taken_out(text, listed(name, language), language)


def unmarked(text: str, name: str, fact: str, language: str) -> str:
    """The same of a fact's marks."""
    rows = load(language, "reading/patterns")["marks"][name][fact]
    return _taken_out(text, [pattern for _, *patterns in rows for pattern in patterns], language)


def _taken_out(text: str, patterns: list[str], language: str) -> str:
    for pattern in patterns:
        text = " ".join(compiled(pattern, language).sub(" ", text).split())
    return text


def cut(text: str, match: re.Match[str]) -> str:
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())


def marked(text: str, name: str, language: str) -> dict[str, Any]:
    """Of each fact the first value of whose patterns one is there."""
    found: dict[str, Any] = {}
    for fact, rows in load(language, "reading/patterns")["marks"][name].items():
        for said, *patterns in rows:
            if fact not in found and any(compiled(p, language).search(text) for p in patterns):
                found[fact] = said
    return found


def listed(name: str, language: str) -> list[str]:
    patterns: list[str] = load(language, "reading/patterns")["patterns"][name]
    return patterns


@cache
def compiled(pattern: str, language: str) -> re.Pattern[str]:
    tables, seen = load(language, "reading/patterns")["tables"], set[str]()

    def group(match: re.Match[str]) -> str:
        name = match[1]
        words_of = tables.get(name, ())
        words = sorted(words_of, key=len, reverse=True)
        any_of = "|".join((*[r"\d+"] * (name in FIGURES), *words))
        opening = "(?:" if name in seen or isinstance(words_of, list) else f"(?P<{name}>"
        seen.add(name)
        return f"{opening}{any_of})"

    return re.compile(rf"(?<![\w'])(?:{_NAME.sub(group, pattern)})(?![\w'])")


def told(match: re.Match[str], language: str) -> dict[str, Any]:
    """What each `{name}` of the pattern stands for, where it was said; a mere list, nothing."""
    tables = load(language, "reading/patterns")["tables"]
    said = {name: word for name, word in match.groupdict().items() if word and name != "now"}
    return {
        name: int(word) if word.isdecimal() else tables[name][word] for name, word in said.items()
    }
