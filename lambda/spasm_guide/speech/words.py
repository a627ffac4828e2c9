"""Words that change with the region or the person: the names that every template may use."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup, escape

from spasm_guide.conversation.heard import Subject
from spasm_guide.languages.load import REGIONS, language_of, load

LOCALE: Final = "locale"
"""The name under which the words say whose they are, for the templates' overlay."""


@lru_cache(maxsize=64)
def words(locale: str, subject: Subject = "self") -> Mapping[str, Any]:
    """All of them, for one turn; each person word also with a capital (`You_are`)."""
    language = language_of(locale)
    person = load(language, "persons")[subject]
    capital = {
        name[0].upper() + name[1:]: word[0].upper() + word[1:] for name, word in person.items()
    }
    return {LOCALE: locale, **_region(language, locale), **person, **capital}


def _region(language: str, locale: str) -> Mapping[str, Any]:
    table = load(language, REGIONS)
    region = table["regions"].get(locale, table["elsewhere"])
    emergency = region["emergency"]
    return {
        **table["varieties"][region["variety"]],
        **region["words"],
        "number": _said(emergency),
        "number_text": emergency.get("number") or emergency["said"],
        "same_day_line": _said(region["same_day_line"]),
        "crisis_line": _said(region["crisis_line"]),
        "crisis_how": _said(region["crisis_line"], "how"),
        "crisis_who": _said(region["crisis_line"], "who"),
        "child_line": _said(region.get("child_line")),
    }


def _said(line: Mapping[str, str] | None, form: str = "said") -> str:
    """Empty where the region has no such line."""
    if line is None:
        return ""
    said = escape(line.get(form) or line.get("said", "{number}"))
    if "number" not in line:
        return said
    return said.format(number=_aloud(line["number"], line.get("aloud")))


def _aloud(number: str, alias: str | None) -> Markup:
    if alias:
        return Markup('<sub alias="{}">{}</sub>').format(alias, number)
    return Markup('<say-as interpret-as="digits">{}</say-as>').format(number)
