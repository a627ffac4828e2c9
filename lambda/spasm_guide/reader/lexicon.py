"""Which concepts the words of a person carry: a body part, a symptom, an event, a time, a denial.

lexicon.json is made by interaction_model/compile_lexicon.py from the readable lexicon beside it:
one section a concept, in dictionary forms. `give way` also finds *gave right way*, because
inflections and small words between are allowed for, and `wet myself` also *wet herself*. What a
section marked `=` holds is taken word for word.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

FILE: Final = Path(__file__).with_name("lexicon.json")


class Mention(NamedTuple):
    start: int
    end: int
    concept: str


class _Section(NamedTuple):
    concepts: tuple[str, ...]
    open: bool
    exact: bool


class _Hit(NamedTuple):
    start: int
    end: int
    size: int
    section: _Section


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    words: frozenset[str]
    section: _Section


class Lexicon:
    """A phrase hides the shorter ones inside it (*fell asleep* is no fall), unless those are open.

    Phrases lie by their first word, and only what is said is taken apart.
    """

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self._sections = [_section(name) for name in compiled["sections"]]
        self._small = frozenset(compiled["small"].split())
        self._forms = compiled["forms"]
        self._known = frozenset(compiled["known"].split())
        self._phrases = compiled["phrases"]
        self._parsed: dict[str, list[_Entry]] = {}

    def _beginning(self, word: str) -> list[_Entry]:
        """The phrases that begin with this word."""
        if word not in self._parsed:
            found = self._phrases.get(word, "").split("\t")
            self._parsed[word] = [self._entry(phrase) for phrase in found if phrase]
        return self._parsed[word]

    def _entry(self, phrase: str) -> _Entry:
        number, *rest = phrase.split()
        return _Entry(tuple(rest), frozenset(rest), self._sections[int(number)])

    @lru_cache(maxsize=4096)  # noqa: B019 - the one lexicon lives as long as the process
    def forms(self, word: str) -> tuple[str, ...]:
        """The word itself and the dictionary forms it may be an inflection of."""
        found = [word]
        if word in self._forms:
            found.append(self._forms[word])
        for ending, least, others in _ENDINGS:
            stem = word[: -len(ending)]
            if word.endswith(ending) and len(stem) >= least:
                found += [stem + other for other in others if stem + other in self._known]
                if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in self._known:
                    found.append(stem[:-1])
        return tuple(dict.fromkeys(found))

    def mentions(self, tokens: tuple[str, ...]) -> list[Mention]:
        """In the order of the words; several concepts may stand on one phrase."""
        forms = [self.forms(token) for token in tokens]
        said = _said(tokens, forms)
        starts = range(len(tokens))
        found = [hit for start in starts for hit in self._from(start, tokens, forms, said)]
        found.sort(key=lambda hit: (-hit.size, hit.end - hit.start, hit.start))
        taken = [0] * len(tokens)
        kept: set[Mention] = set()
        for start, end, size, section in found:
            longest = max(taken[start:end])
            if longest > size and not (section.open and longest < _VOID):
                continue
            if not section.open:
                hides = _VOID if "void" in section.concepts else size
                taken[start:end] = [max(t, hides) for t in taken[start:end]]
            kept.update(Mention(start, end, concept) for concept in section.concepts)
        return sorted(kept)

    def _from(
        self,
        start: int,
        tokens: tuple[str, ...],
        forms: list[tuple[str, ...]],
        said: frozenset[str],
    ) -> Iterator[_Hit]:
        token = tokens[start]
        anybody = _ANYBODY.get(token, ())
        for form in (*forms[start], *anybody):
            for entry in self._beginning(form):
                if not entry.words <= said:
                    continue
                if form in anybody and (not entry.rest or entry.section.exact):
                    continue
                if entry.section.exact and form != token:
                    continue
                end = self._end(entry, tokens, forms, start + 1)
                if end:
                    yield _Hit(start, end, len(entry.rest) + 1, entry.section)

    def _end(
        self, entry: _Entry, tokens: tuple[str, ...], forms: list[tuple[str, ...]], at: int
    ) -> int:
        """Where the phrase ends; 0 where it is not said."""
        for word in entry.rest:
            exact, skipped = entry.section.exact, 0
            while at < len(tokens) and not (
                tokens[at] == word
                if exact
                else word in forms[at]
                or word in _ANYBODY.get(tokens[at], ())
                or (word == tokens[at] + "s" and word not in _COUNTED)
            ):
                if exact or skipped == 2 or tokens[at] not in self._small:
                    return 0
                at += 1
                skipped += 1
            if at == len(tokens):
                return 0
            at += 1
        return at


_VOID: Final = 99
_ANYBODY: Final = {
    **dict.fromkeys(("mine", "his", "their", "our", "your", "the"), ("my",)),
    **dict.fromkeys(("him", "them", "us"), ("me",)),
    "me": ("my",),
    "her": ("my", "me"),
    **dict.fromkeys(
        ("meself", "himself", "herself", "themselves", "ourselves", "yourself"), ("myself",)
    ),
}
"""Whose body it is changes nothing about what is said of it."""
_COUNTED: Final = frozenset(("legs", "feet", "thighs", "calves", "its", "his", "days", "weeks"))
"""Plurals that mean more than their singular: *my legs* are both."""
_ENDINGS: Final = (
    ("s", 2, ("",)),
    ("es", 3, ("",)),
    ("ies", 2, ("y",)),
    ("ed", 3, ("", "e")),
    ("ied", 2, ("y",)),
    ("ing", 2, ("", "e")),
    ("in", 3, ("", "e")),
)
"""An ending, how many letters must stand before it, and what may stand in its place."""


def _said(tokens: tuple[str, ...], forms: list[tuple[str, ...]]) -> frozenset[str]:
    """All words that a phrase may hold and still be found in these."""
    anybody = (form for token in tokens for form in _ANYBODY.get(token, ()))
    many = (token + "s" for token in tokens)
    return frozenset((*(form for each in forms for form in each), *anybody, *many))


def _section(name: str) -> _Section:
    return _Section(tuple(name.rstrip("+= ").split()), "+" in name, "=" in name)


@lru_cache(maxsize=1)
def compiled() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_bytes())
    return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(compiled())
