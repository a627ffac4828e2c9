"""What the model looks at in a phrase: numbered features of its words and of the open question."""

from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 18
"""Features are numbered by hash; the trainer and the reader must agree on this."""

LONGEST: Final = 60
"""Tokens looked at: the first and the last half of a longer story."""

_LENGTHS: Final = (1, 2, 3, 5, 8, 12, 20, 32)


def features(tokens: Sequence[str], asking: str | None, hints: Sequence[str] = ()) -> set[int]:
    """`hints` are what the rules made of the same words, as names."""
    if len(tokens) > LONGEST:
        tokens = (*tokens[: LONGEST // 2], *tokens[-LONGEST // 2 :])
    kind = (asking or "launch").partition(":")[0]
    found = {_number(f"= {kind}"), _number(f"= {asking}")}
    for name in (*_words(tokens), *hints):
        found.add(_number(name))
        found.add(_number(f"{kind} {name}"))
        if kind in ("sign", "diary", "confirm"):
            found.add(_number(f"{asking} {name}"))
    found.update(_number(name) for name in _parts(tokens))
    return found


def _number(name: str) -> int:
    return crc32(name.encode()) % BUCKETS


def _words(tokens: Sequence[str]) -> Iterator[str]:
    yield f"# {sum(len(tokens) > n for n in _LENGTHS)}"
    before, last = "^", "^"
    for token in (*tokens, "$"):
        yield token
        yield f"{last} {token}"
        yield f"{before} . {token}"
        before, last = last, token


def _parts(tokens: Sequence[str]) -> Iterator[str]:
    """Beginnings and ends of words, which survive a misheard word or a dialect's ending."""
    for token in set(tokens):
        if len(token) > 3:
            yield f"{token[:4]}-"
            yield f"-{token[-4:]}"
        if len(token) > 5:
            yield f"{token[:6]}-"
