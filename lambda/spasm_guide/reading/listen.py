"""All that one utterance tells: what it means, and the facts beside it."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import language_of
from spasm_guide.reading import ages
from spasm_guide.reading.asked import Asked, asked
from spasm_guide.reading.beside import beside_the_wish
from spasm_guide.reading.caution import looks
from spasm_guide.reading.exact import AGE, exact
from spasm_guide.reading.facts import facts, sign_by_number
from spasm_guide.reading.judge import judge
from spasm_guide.reading.meant import meant
from spasm_guide.reading.spasm import only_a_change
from spasm_guide.reading.times import only_a_time
from spasm_guide.reading.words import Words, words

AT_LEISURE: Final = ("open", "offer")
"""Kinds of question at which figures set right are those of the diary."""
MARKS: Final = ("logs", "timer")
"""Facts that only say what is meant."""
LISTED: Final = ("explain_sign", "list_signs", "explain", "question")


def listen(text: str, asking: str | None, locale: str) -> Heard:
    language = language_of(locale)
    tokens = words(text, language)
    if not tokens:
        return Heard("unclear")
    heard = beside_the_wish(tokens, understood(tokens, asked(asking), language), language)
    found = facts(tokens, asking, heard, language)
    if heard.meaning in LISTED and (number := sign_by_number(tokens, language)):
        heard = replace(heard, meaning="explain_sign", sign=SIGNS[number - 1])
    meaning = meant(heard, found, asking)
    for mark in MARKS:
        found.pop(mark, None)
    stretch = found.pop("stretch", heard.stretch)
    named = found.pop("topic", None)
    topic = named if named and meaning == "question" else heard.topic
    details = {**heard.details, **found}
    return replace(heard, meaning=meaning, stretch=stretch, topic=topic, details=details)


def understood(tokens: Words, put: Asked, language: str) -> Heard:
    """The table, then a number where one is asked for, then the model and what may count of it."""
    found = exact(tokens, put, language)
    if found:
        return found
    if put.kind == "age" and (age := ages.read(tokens, language)):
        return age
    if put.kind == "consent" and only_a_time(tokens, language):
        return Heard("report")
    if put.kind in AT_LEISURE and only_a_change(tokens, language):
        return Heard("report")
    from spasm_guide.reading.model import model

    scores = model(language)(" ".join(tokens), put.name)
    heard = judge(scores, put, looks(tokens, put, language))
    if put.name == AGE:  # Only what was said as an age is one.
        heard = replace(
            heard, answers={f: a for f, a in heard.answers.items() if f not in ages.BANDS}
        )
    return heard
