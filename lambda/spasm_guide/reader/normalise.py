"""Any string at all to tokens: lower case, contractions opened, numbers in words, slips mended."""

import re
from functools import lru_cache
from typing import Final

from spasm_guide.reader.lexicon import compiled

LONGEST: Final = 2_000
"""Characters that are read: a story told in one breath has under 600."""

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+")
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_FILLERS: Final = frozenset(("um", "umm", "uh", "uhm", "er", "erm", "ehm", "ah", "eh"))
_SUBJECTS: Final = frozenset(
    ("i", "it", "he", "she", "that", "there", "what", "who", "where", "how", "when", "here", "why")
)
_PERFECT: Final = frozenset(("been", "got", "gone", "had", "started", "come", "become"))
_NEGATED: Final = {
    "can't": "can", "cant": "can", "cannot": "can", "won't": "will", "wont": "will",
    "ain't": "is", "aint": "is", "shan't": "shall", "daren't": "dare",
    "cannae": "can", "dinnae": "do", "dinna": "do", "didnae": "did", "isnae": "is",
    "wasnae": "was", "doesnae": "does", "couldnae": "could", "havenae": "have", "hasnae": "has",
}  # fmt: skip
_AUXILIARIES: Final = frozenset((
    "is", "are", "was", "were", "do", "does", "did", "have", "has", "had", "could", "would",
    "should", "must", "need", "might",
))  # fmt: skip
_ENDINGS: Final = {"ll": "will", "ve": "have", "re": "are", "m": "am", "d": "would"}


def words(text: str) -> tuple[str, ...]:
    """A possessive or shortened *is* after a noun stays as its own token, `'s`."""
    plain = text[:LONGEST].lower().replace("\u2019", "'").replace("\u2018", "'")
    opened = [part for token in _TOKEN.findall(plain) for part in _open(token)]
    tokens = _mend(opened)
    tokens = [_perfect(tokens, i) if t == "is" else t for i, t in enumerate(tokens)]
    spoken = [t for t in tokens if t not in _FILLERS]
    return tuple(spoken or tokens)


def _open(token: str) -> tuple[str, ...]:
    if token[0].isdecimal():
        return _spoken(token)
    token = token.rstrip("'")
    if token in _NEGATED:
        return _NEGATED[token], "not"
    if token.endswith(("n't", "nt")):
        stem = token[: -3 if token.endswith("n't") else -2]
        if stem in _AUXILIARIES:
            return stem, "not"
    stem, mark, ending = token.rpartition("'")
    if mark and ending in _ENDINGS:
        return stem.replace("'", ""), _ENDINGS[ending]
    if mark and ending == "s":
        return stem.replace("'", ""), "is" if stem in _SUBJECTS else "'s"
    return (token.replace("'", ""),)


def _spoken(digits: str) -> tuple[str, ...]:
    """Emergency numbers digit by digit, years in pairs, all else as it is counted."""
    if not digits.isascii() or len(digits) > 4:
        return tuple(_UNITS[int(d)] for d in digits[:6])
    number = int(digits)
    if number < 100:
        return _below_hundred(number)
    if digits in ("111", "112", "911", "999", "000", "995"):
        return tuple(_UNITS[int(d)] for d in digits)
    high, low = divmod(number, 100)
    if number < 1000 or low == 0:
        rest = ("and", *_below_hundred(low)) if low else ()
        return (*_below_hundred(high), "hundred", *rest)
    return (*_below_hundred(high), *_below_hundred(low))


def _below_hundred(number: int) -> tuple[str, ...]:
    if number < 20:
        return (_UNITS[number],)
    tens, units = divmod(number, 10)
    return (_TENS[tens], _UNITS[units]) if units else (_TENS[tens],)


def _perfect(tokens: list[str], i: int) -> str:
    """`it's not been` is *it has not been*."""
    after = [t for t in tokens[i + 1 : i + 3] if t != "not"]
    return "has" if after and after[0] in _PERFECT else "is"


def _mend(tokens: list[str]) -> list[str]:
    """What the lexicon's spellings.txt says: the longest variant wins."""
    right, longest = _spellings()
    out: list[str] = []
    i = 0
    while i < len(tokens):
        for size in range(min(longest.get(tokens[i], 0), len(tokens) - i), 0, -1):
            mended = right.get(" ".join(tokens[i : i + size]))
            if mended is not None:
                out.extend(mended.split())
                i += size
                break
        else:
            out.append(tokens[i])
            i += 1
    return out


@lru_cache(maxsize=1)
def _spellings() -> tuple[dict[str, str], dict[str, int]]:
    """Variant to right; and by first word, of how many words the longest variant is."""
    right: dict[str, str] = compiled()["spellings"]
    longest: dict[str, int] = {}
    for variant in right:
        first, *rest = variant.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return right, longest
