"""Which concepts the words of a person carry: a body part, a symptom, an event, a time, a denial.

The concepts live in lexicon/*.txt, one section each, in dictionary forms: `give way` also finds
*gave right way*, because inflections and small words between are allowed for, and `wet myself`
also *wet herself*. A section marked `=`, and a phrase with underscores, is taken word for word.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path(__file__).with_name("lexicon")
FILES: Final = ("body", "symptoms", "events", "living", "conditions", "grammar", "answers")


class Mention(NamedTuple):
    start: int
    end: int
    concept: str


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    concepts: tuple[str, ...]
    open: bool
    exact: bool
    """Written with underscores (`it_is_back`): no small word may come between."""


class Lexicon:
    """A phrase hides the shorter ones inside it (*fell asleep* is no fall), unless those are open."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.concepts: dict[str, int] = {}
        self._entries: dict[str, list[_Entry]] = {}
        self._known: set[str] = set()
        self._forms: dict[str, str] = {}
        self._small: set[str] = set()
        for text in texts:
            self._read(text)

    def _read(self, text: str) -> None:
        header = ""
        for line in text.splitlines():
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                header = line[1:-1]
                continue
            if header == "forms":
                base, _, others = line.partition(" = ")
                self._forms.update(dict.fromkeys(others.split(), base))
            elif header == "small":
                self._small.update(line.split())
            else:
                self._enter(header, line)

    def _enter(self, header: str, line: str) -> None:
        concepts = tuple(header.rstrip("+= ").split())
        is_open = header.endswith("+")
        for concept in concepts:
            self.concepts[concept] = self.concepts.get(concept, 0) + 1
        for phrase in line.split(", "):
            exact = "_" in phrase or header.endswith("=")
            first, *rest = phrase.replace("_", " ").split()
            if rest and not exact:
                first, rest = _ANYBODY.get(first, first), [_ANYBODY.get(w, w) for w in rest]
            entry = _Entry(tuple(rest), concepts, is_open, exact)
            self._entries.setdefault(first, []).append(entry)
            self._known.add(first)
            self._known.update(rest)

    @lru_cache(maxsize=4096)  # noqa: B019 - the one lexicon lives as long as the process
    def forms(self, word: str) -> tuple[str, ...]:
        """The word itself and the dictionary forms it may be an inflection of."""
        found = [word, *_PERSONS.get(word, ())]
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
        found = [
            (end, start, size, entry)
            for start in range(len(tokens))
            for form in forms[start]
            for entry in self._entries.get(form, ())
            for end, size in (self._match(entry, tokens, forms, start + 1),)
            if end
        ]
        found.sort(key=lambda hit: (-hit[2], hit[0] - hit[1], hit[1]))
        taken = [0] * len(tokens)
        kept: list[Mention] = []
        for end, start, size, entry in found:
            longest = max(taken[start:end])
            if longest > size and not (entry.open and longest < _VOID):
                continue
            if not entry.open:
                hides = _VOID if "void" in entry.concepts else size
                taken[start:end] = [max(t, hides) for t in taken[start:end]]
            kept += [Mention(start, end, concept) for concept in entry.concepts]
        return sorted(set(kept))

    def _match(
        self, entry: _Entry, tokens: tuple[str, ...], forms: list[tuple[str, ...]], at: int
    ) -> tuple[int, int]:
        """Where the phrase ends, and its size; (0, 0) where it is not said."""
        for word in entry.rest:
            skipped = 2 if entry.exact else 0
            while at < len(tokens) and word not in forms[at]:
                if skipped == 2 or tokens[at] not in self._small:
                    return 0, 0
                at += 1
                skipped += 1
            if at == len(tokens):
                return 0, 0
            at += 1
        return at, len(entry.rest) + 1


_VOID: Final = 99
_ANYBODY: Final = {"my": "<my>", "me": "<me>", "myself": "<myself>"}
_PERSONS: Final = {
    **dict.fromkeys(("my", "mine", "his", "their", "our", "your", "the"), ("<my>",)),
    **dict.fromkeys(("him", "them", "us"), ("<me>",)),
    "me": ("<my>", "<me>"),
    "her": ("<my>", "<me>"),
    **dict.fromkeys(
        ("myself", "meself", "himself", "herself", "themselves", "ourselves", "yourself"),
        ("<myself>",),
    ),
}
_ENDINGS: Final = (
    ("s", 2, ("",)),
    ("es", 2, ("",)),
    ("ies", 2, ("y",)),
    ("ed", 3, ("", "e")),
    ("ied", 2, ("y",)),
    ("ing", 2, ("", "e")),
    ("in", 3, ("", "e")),
)
"""An ending, how many letters must stand before it, and what may stand in its place."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon((FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in FILES)
