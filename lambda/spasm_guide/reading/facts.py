"""Facts beside the findings: which of them are looked for, by what was meant or is being asked."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.named import of_the_findings
from spasm_guide.reading.patterns import figures, first, marked, told, without
from spasm_guide.reading.spasm import LOGS, SURELY, of_a_spasm
from spasm_guide.reading.terms import term_asked_about
from spasm_guide.reading.times import hour, length, until
from spasm_guide.reading.words import Words

Read = Callable[[str, str], dict[str, Any]]
"""Of the text and its language."""

ANYWHERE: Final = "anywhere"
STRETCHES: Final = ("start_stretch", "stretch", "offer:stretches")
TIMERS: Final = (
    *("ice_timer", "heat_timer", "timer_change", "timer_cancel", "timer_left"),
    *("consent:ice_timer", "consent:heat_timer", "consent:timer_change"),
)
REMINDERS: Final = (
    "remind_heat",
    "remind_stretch",
    "consent:remind_heat",
    "consent:remind_stretch",
)

AT_LEISURE: Final = ("", "menu", "offer", "relief", "diary", "consent:delete_last")
"""States where *the last one* can only be what was noted last; "": nothing is open."""

MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "stretches": STRETCHES,
    "places": ("stretch:place",),
    "stretching": ("stretch",),
    "hurt": ("stretch:hurt",),
    "timers": TIMERS,
    "change": ("timer_change", "consent:timer_change"),
    "reminders": REMINDERS,
    "summary": ("diary_summary",),
    "entry": (ANYWHERE,),
    "last": AT_LEISURE,
    "crisis": ("crisis",),
    "back": ("back",),
    "answers": ("question",),
    "someone": ("someone", "child"),
    "anywhere": (ANYWHERE,),
}
"""Where each group of `marks` in patterns.json is read: a meaning, state, question or subject."""


def facts(tokens: Words, asking: str | None, heard: Heard, language: str) -> dict[str, Any]:
    state = (asking or "").partition(":")[0]
    text = figures(tokens, language)
    where = {ANYWHERE, heard.meaning, state, asking, heard.subject}
    found: dict[str, Any] = {}
    for name, places in MARKS.items():
        if where.intersection(places):
            found |= marked(text, name, language)
    if "logs" in found and first(text, "unwished", language):
        del found["logs"]
    if "then" in found:
        where.add("ice_timer")
    where.add(found.get("timer"))
    if found.get("logs") == SURELY and found.get("amend") == "change":
        del found["amend"]  # *Log a spasm, call it a six*: of this one.
    if found.keys() & {"amend", "logs"}:  # *Make that a six*: no minutes.
        where.clear()
    for read, places in NUMBERS:
        if where.intersection(places):
            found |= read(text, language)
    for mark, meaning in (("logs", LOGS), ("timer", found.get("timer"))):
        if heard.meaning == meaning:
            found.pop(mark, None)
    if found.get("amend") != "delete":
        meaning = LOGS if "logs" in found else heard.meaning
        found |= of_a_spasm(text, asking, meaning, language, "amend" in found)
    found |= of_the_findings(tokens, text, heard, language)
    return found | term_asked_about(tokens, text, asking, heard, language)


def place(text: str, language: str) -> dict[str, Any]:
    """*Not on the floor, on the bed*; *I can't get down on the floor* names none."""
    match = first(without(text, "no_place", language), "place", language)
    return told(match, language) if match else {}


NUMBERS: Final[tuple[tuple[Read, tuple[str, ...]], ...]] = (
    (place, STRETCHES),
    (lambda text, language: length(text, "routine", language), STRETCHES),
    (lambda text, language: length(text, "minutes", language), TIMERS),
    (until, TIMERS),
    (hour, REMINDERS),
)


def sign_by_number(tokens: Words, language: str) -> int | None:
    """*What's the third sign*, *sign five*."""
    match = first(figures(tokens, language), "sign", language)
    number = next(iter(told(match, language).values())) if match else 0
    return int(number) if 0 < number <= len(SIGNS) else None
