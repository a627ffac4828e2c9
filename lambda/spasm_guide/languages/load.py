"""From a locale to its language, and that language's data. Knows of no language but the default."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent
DEFAULT: Final = "en"
"""Spoken where a locale's own language is not here."""
REGIONS: Final = "regions"
"""The file that makes a folder a language."""
LONGEST: Final = 3
"""Letters of a language's name (ISO 639)."""


class LanguageFault(ValueError):
    """A file of a language cannot be used; the message says which."""


@cache
def load(language: str, name: str) -> Mapping[str, Any]:
    """One file of a language, read when it is first wanted."""
    path = FOLDER / language / f"{name}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise LanguageFault(f"{language}/{path.name}: {fault}") from fault
    if not isinstance(content, dict):
        raise LanguageFault(f"{language}/{path.name}: no table")
    return content


@lru_cache(maxsize=64)
def language_of(locale: str) -> str:
    """Whatever Alexa sends: `de-XX` is German if there is German, else the default."""
    language = locale.partition("-")[0]
    named = language.isascii() and language.isalpha() and len(language) <= LONGEST
    return language if named and (FOLDER / language / f"{REGIONS}.json").is_file() else DEFAULT


def known(locale: str) -> bool:
    """Its words and its emergency number are known."""
    return locale in load(language_of(locale), REGIONS)["regions"]


def languages() -> tuple[str, ...]:
    """All of them: for tools and tests, not for a turn."""
    return tuple(sorted(file.parent.name for file in FOLDER.glob(f"*/{REGIONS}.json")))


def locales() -> tuple[str, ...]:
    """All that the product knows, again not for a turn."""
    return tuple(
        locale for language in languages() for locale in load(language, REGIONS)["regions"]
    )
