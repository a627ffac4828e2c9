"""Words that change with the region or the person: the names that every template may use."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from markupsafe import Markup

from spasm_guide.conversation.heard import Subject

AMERICAN: Final = {
    "pee": "pee",
    "poop": "poop",
    "belly": "belly",
    "butt": "butt",
    "doctor": "doctor",
    "physio": "physical therapist",
    "painkiller": "acetaminophen",
    "er": "the ER",
}
BRITISH: Final = {
    "pee": "wee",
    "poop": "poo",
    "belly": "tummy",
    "butt": "bottom",
    "doctor": "GP",
    "physio": "physiotherapist",
    "painkiller": "paracetamol",
    "er": "A&E",
}


def _digits(number: str) -> Markup:
    return Markup('<say-as interpret-as="digits">{}</say-as>').format(number)


def _line(name: str, number: str) -> Markup:
    return Markup("{} {}").format(name, _digits(number))


REGIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "en-US": {
        **AMERICAN,
        "number": _digits("911"),
        "number_text": "911",
        "same_day_line": "",
        "crisis_line": _line("the Suicide and Crisis Lifeline at", "988"),
    },
    "en-CA": {
        **AMERICAN,
        "physio": "physiotherapist",
        "number": _digits("911"),
        "number_text": "911",
        "same_day_line": "",
        "crisis_line": _line("the Suicide Crisis Helpline at", "988"),
    },
    "en-GB": {
        **BRITISH,
        "number": _digits("999"),
        "number_text": "999",
        "same_day_line": _line("NHS", "111"),
        "crisis_line": _line("Samaritans on", "116 123"),
    },
    "en-AU": {
        **BRITISH,
        "er": "the emergency department",
        "number": Markup('<sub alias="triple zero">000</sub>'),
        "number_text": "000",
        "same_day_line": "",
        "crisis_line": _line("Lifeline on", "13 11 14"),
    },
    "en-IN": {
        **BRITISH,
        "doctor": "doctor",
        "er": "the emergency department",
        "number": _digits("112"),
        "number_text": "112",
        "same_day_line": "",
        "crisis_line": _line("Tele MANAS on", "14416"),
    },
}
"""`same_day_line` is empty where the region has no number for care the same day."""

ELSEWHERE: Final[Mapping[str, str]] = {
    **BRITISH,
    "doctor": "doctor",
    "er": "the emergency department",
    "number": "your local emergency number",
    "number_text": "your local emergency number",
    "same_day_line": "",
    "crisis_line": "a crisis line near you",
}
"""A locale we do not know: naming no number is safer than naming the wrong one."""

YOU: Final = {
    "you": "you",
    "your": "your",
    "yours": "yours",
    "yourself": "yourself",
    "you_are": "you are",
    "you_have": "you have",
}
THEY: Final = {
    "you": "they",
    "your": "their",
    "yours": "theirs",
    "yourself": "themselves",
    "you_are": "they are",
    "you_have": "they have",
}
"""*They* takes the verb forms of *you*, so that one sentence serves both."""

PERSONS: Final[Mapping[Subject, Mapping[str, str]]] = {"self": YOU, "someone": THEY, "child": THEY}
"""*Child* is a child that somebody speaks for; one who speaks for itself is *self*."""


@cache
def words(locale: str, subject: Subject = "self") -> Mapping[str, Any]:
    """All of them, for one turn; each person word also with a capital (`You_are`)."""
    person = PERSONS[subject]
    capital = {
        name[0].upper() + name[1:]: word[0].upper() + word[1:] for name, word in person.items()
    }
    return {**REGIONS.get(locale, ELSEWHERE), **person, **capital}
