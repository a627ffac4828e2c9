"""What is meant where a fact says it by itself: *a shorter one*, *eight* on the scale."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.policy import MILD
from spasm_guide.reading.spasm import LOGS, SURELY

URGENT: Final = ("crisis", "other_emergency", "help_already_here")
STEERING: Final = (
    *("yes", "unsure", "report", "correct", "unclear", "out_of_scope", "explain", "how_long"),
    *("repeat", "next", "back", "start_over", "easier", "slower", "faster", "pause", "resume"),
    "start_stretch",
)
"""What words about a routine are easily taken for: no pain, no question, no other wish."""


class Telling(NamedTuple):
    """Facts that say by themselves what is meant, where they are told."""

    asked: str
    """Question or state."""
    facts: tuple[str, ...]
    meaning: str
    over: tuple[str, ...] | None = (*STEERING, "no")
    """Meanings that give way to it; None: all but the urgent ones."""


TELLING: Final = (
    Telling("diary:severity", ("severity",), "report", None),
    Telling("diary", ("skip",), "unsure", ("causes", "question")),
    Telling("diary:cause", ("cause",), "report", ("unsure",)),
    Telling("diary:when", ("hours_ago", "days_ago", "weekday", "hour"), "report", ("unsure",)),
    Telling("stretch:hurt", ("part",), "report"),
    Telling("stretch:place", ("place",), "yes"),
    Telling("stretch:place", ("minutes",), "start_stretch", (*STEERING, "no", "timer_change")),
    Telling("stretch", ("stretch", "shorter"), "start_stretch"),
    Telling("stretch", ("minutes",), "start_stretch", tuple(m for m in STEERING if m != "pause")),
    Telling("stretch", ("other",), "start_stretch", tuple(m for m in STEERING if m != "next")),
    Telling("stretch", ("about",), "how_long"),
    Telling(
        "offer:stretches", ("stretch", "minutes", "shorter", "place"), "start_stretch", STEERING
    ),
)
ANSWERS_FIRST: Final = ("screen", "sign", "confirm", "crisis", "help_reached")
"""States where *delete that* is about an answer."""
ASIDE: Final = ("stretch", "consent", "diary", "relief")
"""States that take a fact for an answer, where the words are no other."""
NOTHING: Final = ("unclear", "out_of_scope")
NO_ANSWERS: Final = {"sex"}
ICE_FIRST: Final = ("ice_timer", "heat_timer", "remind_heat", "timer_change")
"""What *ice, and heat tomorrow* is taken for: the ice comes first."""
OR_LOGS: Final = ("report", "unclear", "out_of_scope", "diary_summary")
"""What *note another spasm while tying my shoes* is taken for; a mild sign in it stays told."""
REMOVAL: Final = "consent:delete_last"
"""Asks whether to take it out: there *delete the last one* is no new wish."""


def meant(heard: Heard, found: Mapping[str, Any], asking: str | None) -> str:
    """What the facts tell by themselves, unless a sign may be told too; else as understood."""
    state = (asking or "").partition(":")[0]
    signs = heard.likely or "yes" in heard.answers.values()
    if not signs and heard.meaning not in URGENT:
        if "topic" in found:
            return "question"
        for row in TELLING:
            here = row.asked in (asking, state) and found.keys() & {*row.facts}
            if here and (row.over is None or heard.meaning in row.over):
                return row.meaning
        if "then" in found and heard.meaning in ICE_FIRST:
            return ICE_FIRST[0]
        if asking == REMOVAL and found.get("amend") == "keep":
            return "no"
        if asking == REMOVAL and found.get("amend") == "delete":
            return heard.meaning if heard.meaning in ("yes", "no") else "unclear"
    if "amend" in found and state not in ANSWERS_FIRST and "yes" not in heard.answers.values():
        return heard.meaning if heard.meaning in URGENT else LOGS
    if not grave(heard):
        surely = found.get("logs") == SURELY and heard.meaning not in URGENT
        if surely or ("logs" in found and heard.meaning in OR_LOGS):
            return LOGS
        if "timer" in found and heard.meaning in OR_LOGS:
            return str(found["timer"])
        if "any_timer" in found and heard.meaning in ("timer_change", *OR_LOGS):
            return "out_of_scope"
    told = found.keys() - NO_ANSWERS and heard.meaning in NOTHING and state in ASIDE
    return "report" if told else heard.meaning


def grave(heard: Heard) -> bool:
    """*Write down that my leg gives way* is a danger told first; a doubt is asked about anyway."""
    return any(answer == "yes" and f not in MILD for f, answer in heard.answers.items())
