"""Which causes are of one kind, though worded differently: "sneezing", "i sneezed again"."""

from functools import lru_cache
from typing import Final

_FILLERS: Final = """
a again all an and another as at been being big bit by did doing down for from get getting got had
having i in it just lot lots me much my of off on one or our out over quite really so some that the
then think this to too up very was were when while with after
"""
FILLERS: Final = frozenset(_FILLERS.split())
ENDINGS: Final = ("ings", "ing", "ed", "es", "s", "e")


@lru_cache(maxsize=4096)
def kind(cause: str) -> str:
    """The words that matter, without their endings; the cause itself where none does."""
    stems = [stem(word) for word in cause.lower().split() if word not in FILLERS]
    return " ".join(stems[:2]) or cause.lower()


def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
