"""What is told of a spasm for the diary: what set it off, how bad it was, when."""

import re
from typing import Any, Final

from spasm_guide.reading.patterns import compiled, figures, listed, unmarked, without
from spasm_guide.reading.severity import CAUSE, SCALE, graded, how_bad
from spasm_guide.reading.times import hours_since, occasion
from spasm_guide.reading.words import Words, plain

LOGS: Final = "log_spasm"
SURELY: Final = "surely"
"""A wish to log in so many words: *record a spasm*, and more after it."""
BEGAN: Final = "relief:when"
WHEN: Final = "diary:when"
ACT: Final = ("act_begins",)
TALE: Final = (*ACT, "cause_begins")
"""Asked when it was, *after church* is a time."""
WANTS_TIME: Final = (BEGAN, SCALE, WHEN, CAUSE)


def of_a_spasm(
    text: str, asking: str | None, meaning: str, language: str, amends: bool = False
) -> dict[str, Any]:
    """Each fact's words are taken out, what is left is the cause; in a change it is named."""
    logs, diary = amends or meaning == LOGS, (asking or "").startswith("diary")
    if not logs and asking not in WANTS_TIME:
        return {}
    if asking == BEGAN:
        return hours_since(text, language)
    found, left = how_bad(text, asking, logs and not amends, language)
    if asking == SCALE and "severity" not in found:
        found, left = graded(left, language)
    if asking == SCALE and "severity" in found:  # Asked how bad, *about five* is no time.
        left = without(left, "stray_figures", language)
    when, left = occasion(left, language)
    found |= when
    if diary and not found and nothing(text, asking, language):
        return {"skip": True}
    said = without(text, "to_the_new_cause", language)
    if amends and said != text:
        words = cause(said, language)
    elif asking == CAUSE and meaning != LOGS:
        words = cause(left, language)
    elif amends or not (logs or asking in (SCALE, WHEN)):
        words = None
    else:
        words = tale(left, ACT if asking == WHEN else TALE, language)
    return found | ({"cause": words} if words else {})


def only_a_change(tokens: Words, language: str) -> bool:
    """*It wasn't a seven, it was a four*: figures and nothing else, so no sign either."""
    text = figures(tokens, language)
    return any(compiled(p, language).fullmatch(text) for p in listed("only_a_change", language))


def nothing(text: str, asking: str | None, language: str) -> bool:
    """*Skip*, *no idea*, *not really*; not *no sleep at all last night*."""
    said = (without(text, name, language) for name in ("leads_to_the_cause", "asides", "idle"))
    names = ("no_cause",) if asking == CAUSE else ("no_cause", "no_answer")
    patterns = [pattern for name in names for pattern in listed(name, language)]
    return any(compiled(p, language).fullmatch(t) for t in (text, *said) for p in patterns)


def cause(text: str, language: str) -> str | None:
    """The person's own words for it, without those that only lead up to it or away."""
    words = without(without(text, "ends_the_cause", language), "leads_to_the_cause", language)
    return plain(words, language) if words and not nothing(words, CAUSE, language) else None


def tale(text: str, begins: tuple[str, ...], language: str) -> str | None:
    """In words that tell more: only what tells an act, or follows *from* or *while*."""
    told = without(unmarked(text, "last", "logs", language), "likeness", language)
    patterns = [pattern for name in begins for pattern in listed(name, language)]
    found = [match for p in patterns if (match := compiled(p, language).search(told))]
    return cause(min(found, key=re.Match.start)[0], language) if found else None
