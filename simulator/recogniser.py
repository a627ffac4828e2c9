"""Words to intent and slots, by the samples of the interaction model and nothing else.

Amazon's recogniser generalises from the samples; this one does not, so that it never flatters the
skill: what is not a sample arrives as free speech.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from .envelopes import slot

HERE: Final = Path(__file__).resolve().parent
GENERATED: Final = HERE.parent / "interaction_model/skill-package/interactionModels/custom"
MODELS: Final = shipped if (shipped := HERE / "models").is_dir() else GENERATED
"""The wheel brings them along."""
FALLBACK: Final = "AMAZON.FallbackIntent"
LAUNCH_WORDS: Final = ("open", "start", "launch", "begin")
PUNCTUATION: Final = dict.fromkeys(map(ord, '.,;:!?"()'), " ")
WORD_FOR_WORD: Final = ("AMAZON.SearchQuery", "FREE_SPEECH")

BUILT_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "AMAZON.YesIntent": ("yes", "yes please", "sure"),
    "AMAZON.NoIntent": ("no", "no thanks"),
    "AMAZON.HelpIntent": ("help", "help me", "can you help me"),
    "AMAZON.StopIntent": ("stop", "off", "shut up"),
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.RepeatIntent": ("repeat", "say that again", "repeat that"),
    "AMAZON.NextIntent": ("next", "skip", "skip forward"),
    "AMAZON.PreviousIntent": ("go back", "skip back", "back up"),
    "AMAZON.PauseIntent": ("pause", "pause that"),
    "AMAZON.ResumeIntent": ("resume", "continue", "keep going"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.NavigateHomeIntent": ("go home",),
}
"""What Amazon documents for its own intents, which need no samples in a model."""


@dataclass(frozen=True, slots=True)
class Recognised:
    intent: str
    slots: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, str]:
        return {name: each["value"] for name, each in self.slots.items()}


class Recogniser:
    def __init__(self, model: Mapping[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self._invocation: str = language["invocationName"]
        self.intents = tuple(intent["name"] for intent in language["intents"])
        self._types = {t["name"]: t["values"] for t in language.get("types", ())}
        self._exact: dict[str, Recognised] = {}
        self._carriers: list[tuple[str, str, str, str]] = []
        for intent in language["intents"]:
            self._learn(intent)
        for name, phrases in BUILT_IN.items():
            if name in self.intents:
                for phrase in phrases:
                    self._exact.setdefault(phrase, Recognised(name))
        self._carriers.sort(key=lambda carrier: len(carrier[0]) + len(carrier[1]), reverse=True)

    def recognise(self, words: str) -> Recognised:
        """A whole sample first, then the longest carrier, then free speech."""
        said = as_heard(words)
        if said in self._exact:
            return self._exact[said]
        for before, after, intent, name in self._carriers:
            rest = said[len(before) : len(said) - len(after)].strip()
            if rest and said.startswith(before) and said.endswith(after):
                return Recognised(intent, {name: slot(name, rest)})
        return Recognised(FALLBACK)

    def opens(self, words: str) -> bool:
        """Whether the words ask Alexa for the skill itself."""
        said = as_heard(words).removeprefix("alexa ")
        return said in {f"{verb} {self._invocation}" for verb in LAUNCH_WORDS}

    def carries_words(self, intent: str) -> bool:
        """Whether the intent hands over what was said, word for word."""
        return any(intent == carrier[2] for carrier in self._carriers)

    def _learn(self, intent: Mapping[str, Any]) -> None:
        slots = {each["name"]: each["type"] for each in intent.get("slots", ())}
        for sample in intent.get("samples", ()):
            name = sample.partition("{")[2].partition("}")[0]
            if not name:
                self._exact[sample.lower()] = Recognised(intent["name"])
            elif slots[name] in WORD_FOR_WORD:
                before, after = sample.split("{" + name + "}")
                self._carriers.append((before, after, intent["name"], name))
            else:
                for value, resolved in self._values(slots[name]):
                    said = sample.replace("{" + name + "}", value).lower()
                    filled = {name: slot(name, value, resolved)}
                    self._exact.setdefault(said, Recognised(intent["name"], filled))

    def _values(self, kind: str) -> Iterator[tuple[str, str | None]]:
        for value in self._types[kind]:
            for said in (value["name"]["value"], *value["name"].get("synonyms", ())):
                yield said, value.get("id")


def as_heard(text: str) -> str:
    """Typed words as a speech recogniser would have written them."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(plain.translate(PUNCTUATION).split())


@cache
def load(locale: str) -> Recogniser:
    return Recogniser(json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8")))
