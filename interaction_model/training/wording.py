"""What the words of a line tell that its label does not: ages, persons, findings newer than it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).parent.parent / "shapes" / "wording.toml"
DATA: Final[Mapping[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
OLD: Final = frozenset(DATA["old"]["sources"])
"""Hands that wrote before version 2 of the interview."""
_MAYBE: Final = {name: re.compile(pattern) for name, pattern in DATA["maybe"].items()}
_NUMBERS: Final[Mapping[str, int]] = DATA["numbers"]
_TENS: Final = "|".join(_NUMBERS)
_AGE: Final = re.compile(
    DATA["age"]["said"].replace("NUMBER", f"(?:(?:{_TENS})\\b(?: (?:{_TENS})\\b)?)")
)


def open_findings(source: str, text: str) -> frozenset[str]:
    """Findings that an old line may tell without being labelled so: nothing is learnt of them."""
    if source not in OLD:
        return frozenset()
    return frozenset(name for name, pattern in _MAYBE.items() if pattern.search(text))


@cache
def told_by_age(text: str) -> Mapping[str, str]:
    found = _AGE.search(text)
    if found is None:
        return {}
    years = sum(_NUMBERS.get(word, 0) for word in found[0].split())
    if years >= 75:
        return {"over_55": "yes", "over_75": "yes"}
    return {"over_55": "yes"} if years >= 55 else {}


def person(text: str) -> str | None:
    """Who is spoken of; None where it cannot be told by a word or two."""
    words = set(text.split())
    if words & set(DATA["persons"]["others"]):
        return None
    return "self" if words & set(DATA["persons"]["self"]) else "none"
