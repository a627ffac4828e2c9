"""From a locale to its language, and that language's data. Knows of no language but the default."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent
DEFAULT: Final = "en"
"""Spoken where a locale's own language is not here."""
REGIONS: Final = "regions"
"""The file that makes a folder a language."""


class LanguageFault(ValueError):
    """A file of a language cannot be used; the message says which."""


@cache
def languages() -> frozenset[str]:
    return frozenset(file.parent.name for file in FOLDER.glob(f"*/{REGIONS}.json"))


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


def language_of(locale: str) -> str:
    """Whatever Alexa sends: `de-XX` is German if there is German, else the default."""
    language = locale.partition("-")[0]
    return language if language in languages() else DEFAULT


def known(locale: str) -> bool:
    """Its words and its emergency number are known."""
    return locale in load(language_of(locale), REGIONS)["regions"]


def locales() -> tuple[str, ...]:
    """All that the product knows. Reads every language: for tools and tests, not for a turn."""
    return tuple(
        locale for language in sorted(languages()) for locale in load(language, REGIONS)["regions"]
    )
