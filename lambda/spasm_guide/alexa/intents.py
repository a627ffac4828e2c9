"""What an intent means before its words are read: the built-ins, the commands, the carriers."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from spasm_guide.clinical.findings import ANSWERS, SIGNS
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.languages.load import language_of, load

BUILT_IN: Final[Mapping[str, str]] = {
    "AMAZON.YesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "AMAZON.HelpIntent": "help",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.NextIntent": "next",
    "AMAZON.PreviousIntent": "back",
    "AMAZON.PauseIntent": "pause",
    "AMAZON.ResumeIntent": "resume",
    "AMAZON.StartOverIntent": "start_over",
    "AMAZON.FallbackIntent": "unclear",
}

NETS: Final[Mapping[str, str]] = {"free_speech": "speech", "carrier": "query"}
"""Each net, and the slot that holds what it caught, word for word."""
SPEECH_SLOTS: Final = tuple(NETS.values())
NAMED_SLOTS: Final = ("stretch", "sign")
"""Slots that hold a name from a list of the model's."""


def leading_words(locale: str) -> Mapping[str, str]:
    """Carrier intents whose slot holds only the rest of the sentence: the words to put back."""
    words: Mapping[str, str] = load(language_of(locale), "carriers")["carriers"]
    return words


def spoken_words(intent: Any, locale: str) -> str:
    """What was said, where the intent carries it; empty where it does not."""
    slots = intent.slots or {}
    said = next((v for name in SPEECH_SLOTS if (v := _value(slots.get(name)))), "")
    return f"{leading_words(locale).get(intent.name, '')} {said}".strip() if said else ""


def net_of(intent: Any) -> str:
    """Which of the nets caught what was said: docs/adr/hearing-every-word.md compares them."""
    if intent.name == "AMAZON.FallbackIntent":
        return "fallback"
    slots = intent.slots or {}
    caught = (net for net, slot in NETS.items() if _value(slots.get(slot)))
    return next(caught, "no_words")


def meaning_of(intent: Any, asking: str | None) -> Heard:
    """An intent without words. It sets no finding, but a plain answer to an open sign."""
    meaning = BUILT_IN.get(intent.name) or _commands().get(intent.name, "unclear")
    slots = intent.slots or {}
    if meaning == "start_stretch":
        return Heard(meaning, stretch=_resolved(slots.get("stretch")))
    if meaning == "explain_sign":
        sign = _resolved(slots.get("sign"))
        return Heard(meaning, sign=sign if sign in SIGNS else None)
    if intent.name == "AMAZON.PreviousIntent":
        return Heard(meaning, details={"previous": True})
    return plain(meaning, asking)


def plain(meaning: str, asking: str | None) -> Heard:
    """A meaning without words: yes, no and not sure answer the open sign, if one is open."""
    state, _, sign = (asking or "").partition(":")
    if meaning in ANSWERS and state == "sign" and sign in SIGNS:
        return Heard(meaning, answers={sign: meaning})
    return Heard(meaning)


@cache
def _commands() -> Mapping[str, str]:
    return {
        "".join(part.capitalize() for part in meaning.split("_")) + "Intent": meaning
        for meaning in MEANINGS
    }


def _value(slot: Any) -> str:
    return slot.value.strip() if slot is not None and isinstance(slot.value, str) else ""


def _resolved(slot: Any) -> str | None:
    """The id that Alexa matched a slot's words to, as the interaction model lists it."""
    found = getattr(getattr(slot, "resolutions", None), "resolutions_per_authority", None) or []
    return next((each.values[0].value.id for each in found if each.values), None)
