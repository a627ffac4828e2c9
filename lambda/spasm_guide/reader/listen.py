"""All that one utterance tells: what it means, and the facts beside it."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.details import details
from spasm_guide.reader.read import read

ANSWERED_BY: Final = {"stretch:place": ("place", "yes"), "diary:severity": ("severity", "report")}
"""Questions that a fact answers, whatever else its words might mean elsewhere (*eight*)."""
OVERRIDING: Final = ("crisis", "other_emergency")


def listen(text: str, asking: str | None, locale: str) -> Heard:
    """English, whatever the locale."""
    heard = read(text, asking)
    found = details(text, asking, heard.meaning)
    fact, meaning = ANSWERED_BY.get(asking or "", ("", ""))
    if fact in found and heard.meaning not in OVERRIDING:
        heard = replace(heard, meaning=meaning)
    return replace(heard, details={**heard.details, **found}) if found else heard
