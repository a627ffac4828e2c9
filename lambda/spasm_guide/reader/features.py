"""What the model looks at in a phrase: named features of its words and of the open question."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from spasm_guide.reader.lexicon import lexicon
from spasm_guide.reader.mentions import Mentions

LONGEST: Final = 60
"""Tokens looked at: the first and the last half of a longer story."""

_LENGTHS: Final = (1, 2, 3, 5, 8, 12, 20, 32)
_CLOSED: Final = ("sign", "diary", "confirm")
"""Kinds of question where the same words answer differently from one question to the next."""


def features(tokens: Sequence[str], asking: str | None, mentions: Mentions) -> set[str]:
    if len(tokens) > LONGEST:
        tokens = (*tokens[: LONGEST // 2], *tokens[-LONGEST // 2 :])
    kind = kind_of(asking)
    found = {f"= {kind}", f"= {asking}"}
    for name in (*_words(tokens), *_concepts(tokens), *_findings(mentions)):
        found.add(name)
        found.add(f"{kind} {name}")
        if kind in _CLOSED:
            found.add(f"{asking} {name}")
    found.update(_parts(tokens))
    return found


def numbered(names: Iterable[str]) -> list[int]:
    return [crc32(name.encode()) for name in names]


def kind_of(asking: str | None) -> str:
    """At the menu, as at the start, anything may come; a step of relief is an offer to go on."""
    kind = (asking or "menu").partition(":")[0]
    return {"menu": "launch", "relief": "offer"}.get(kind, kind)


def _words(tokens: Sequence[str]) -> Iterator[str]:
    yield f"# {sum(len(tokens) > n for n in _LENGTHS)}"
    yield from _chain(tokens)


def _chain(names: Iterable[str]) -> Iterator[str]:
    """Each name, each two in a row, each two around a third."""
    before, last = "^", "^"
    for name in (*names, "$"):
        yield name
        yield f"{last} {name}"
        yield f"{before} . {name}"
        before, last = last, name


def _parts(tokens: Sequence[str]) -> Iterator[str]:
    """Beginnings and ends of words, which survive a misheard word or a dialect's ending."""
    for token in set(tokens):
        if len(token) > 3:
            yield f"{token[:4]}-"
            yield f"-{token[-4:]}"
        if len(token) > 5:
            yield f"{token[:6]}-"


def _concepts(tokens: Sequence[str]) -> Iterator[str]:
    return _chain(f"<{m.concept}>" for m in lexicon().mentions(tuple(tokens)))


def _findings(mentions: Mentions) -> Iterator[str]:
    yield f"leaning {mentions.leaning}"
    for finding, answer in mentions.answers.items():
        yield f"{finding} {answer}"
        yield f"some {answer}"
    for finding in mentions.likely:
        yield f"{finding} likely"
