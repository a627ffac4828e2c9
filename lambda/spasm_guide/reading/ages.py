"""How old somebody is, from any way of saying it: *eighty next month*, *in my seventies*, *no*."""

from typing import Final, NamedTuple

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.patterns import compiled, figures, first, told, without
from spasm_guide.reading.words import Words

BANDS: Final = {"under_18": (0, 17), "over_55": (55, 130), "over_75": (75, 130)}
OLDEST: Final = 120
BIRTHS: Final = range(1900, 2100)
WRITTEN: Final = 2026
IN_USE: Final = 10
"""There is no clock here: whoever tells a year of birth is as old as in one of these years."""


class Age(NamedTuple):
    """From and to, both possible; the same where it is known."""

    least: int
    most: int


def read(tokens: Words, language: str) -> Heard | None:
    text = figures(tokens, language)
    if first(text, "no_age", language):
        return None
    age = said(text, language)
    if age:
        details = {"age": age.least} if age.least == age.most else {}
        return Heard("report", answers=answers(age), details=details)
    refused = first(text, "age_refused", language)
    return Heard("unsure", details={"refused": True}) if refused else None


def answers(age: Age) -> dict[str, Answer]:
    """What every possible age agrees on; a band that only some reach is not sure."""
    found: dict[str, Answer] = {}
    for band, (low, high) in BANDS.items():
        inside = (low <= age.least <= high, low <= age.most <= high)
        if band in FINDINGS:
            found[band] = "yes" if all(inside) else "unsure" if any(inside) else "no"
    return found


def said(text: str, language: str) -> Age | None:
    """What follows a correction stands; what a back *feels like* does not."""
    text = without(without(text, "age_corrected", language), "age_aside", language)
    for pattern, least, most in load(language, "reading/patterns")["ages"]:
        match = compiled(pattern, language).search(text)
        if match:
            years = next(iter(told(match, language).values()))
            if years in BIRTHS:
                return Age(max(0, WRITTEN - 1 - years), min(OLDEST, WRITTEN + IN_USE - years))
            low = 0 if least is None else years + least
            return Age(low, years + most) if 0 < years <= OLDEST else None
    return None
