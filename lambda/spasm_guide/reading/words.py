"""Any string at all to plain words: lower case, no signs but the apostrophe, figures spelt out."""

import re
from collections.abc import Collection
from typing import Final

from spasm_guide.languages.load import load

LONGEST: Final = 400
"""Characters that are read: more than a breath holds."""
Words = tuple[str, ...]
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")


def plain(text: str, language: str) -> str:
    return " ".join(words(text, language))


def words(text: str, language: str) -> Words:
    straight = text[:LONGEST].lower().replace("\u2019", "'").replace("\u2018", "'")
    return tuple(
        word
        for token in _WORD.findall(straight)
        for word in (_spoken(token, language) if token[0].isdecimal() else (token,))
    )


def _spoken(figures: str, language: str) -> tuple[str, ...]:
    """As it is counted, where the language lists it; else figure by figure, as a telephone's."""
    if not figures.isascii():
        return ()
    spelt = load(language, "reading/numbers")["spoken"]
    whole = spelt.get(figures) or spelt.get(figures.lstrip("0"))
    return tuple((whole or " ".join(spelt[figure] for figure in figures[:6])).split())


def places(tokens: Words, wanted: Collection[Words]) -> list[tuple[int, int, Words]]:
    """Where phrases stand, as start, end and phrase; of those that overlap the longest."""
    sizes = sorted({len(phrase) for phrase in wanted}, reverse=True)
    found, i = [], 0
    while i < len(tokens):
        size = next((n for n in sizes if n and tokens[i : i + n] in wanted), 0)
        if size:
            found.append((i, i + size, tokens[i : i + size]))
        i += max(size, 1)
    return found
