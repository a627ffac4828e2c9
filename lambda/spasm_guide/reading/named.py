"""What a finding was told as: which item, in whose words, how long ago."""

from functools import cache
from typing import Any, Final

from spasm_guide.content.questions import questions
from spasm_guide.conversation.heard import Heard
from spasm_guide.languages.load import load
from spasm_guide.reading.patterns import first, told
from spasm_guide.reading.words import Words, places

BOTH_LEGS: Final = "both_legs"
CANCER: Final = "cancer_or_weight_loss"
"""The one finding that is said back in the person's own words."""


def of_the_findings(tokens: Words, text: str, heard: Heard, language: str) -> dict[str, Any]:
    """Only of what was told with yes, and nothing where anything beside it was denied."""
    found: dict[str, Any] = {}
    yes = [finding for finding, answer in heard.answers.items() if answer == "yes"]
    if not yes or first(text, "denying", language):
        return found
    if "items" not in heard.details:
        items = {f: names for f in yes if (names := items_of(f, tokens, text, language))}
        found |= {"items": items} if items else {}
    if CANCER in yes and (match := first(text, "own_words", language)):
        found["words"] = {CANCER: match[0]}
    match = first(text, "ago", language)
    if match and len(yes) == 1:
        said = told(match, language)
        found["ago"] = {yes[0]: [said.get("m", 1), said["u"]]}
    return found


def items_of(finding: str, tokens: Words, text: str, language: str) -> list[str]:
    """Both legs count as that alone only where they hurt, and nothing like a nerve is told.

    *Numb* answers a question about the saddle; told of an arm, it names no such thing.
    """
    names = named_by(language).get(finding, {})
    named = [said for *_, said in places(tokens, names)]
    clear = [said for said in named if not first(" ".join(said), "vague", language)]
    items = [*dict.fromkeys(names[said] for said in clear)]
    if BOTH_LEGS in items and (
        first(text, "nerve", language) or not first(text, "hurts", language)
    ):
        return []
    return items


@cache
def named_by(language: str) -> dict[str, dict[Words, str]]:
    """By finding: the words for each of its items, in whatever question."""
    words, found = load(language, "reading/items"), dict[str, dict[Words, str]]()
    for item in (item for q in questions().values() for item in q.items):
        for phrase in words.get(item.name, ()):
            found.setdefault(item.finding, {}).setdefault(tuple(phrase.split()), item.name)
    return found
