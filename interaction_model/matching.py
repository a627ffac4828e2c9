"""Which intent takes a sentence by the model's own samples: what Alexa can be sure of."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from interaction_model.source import table

FREE_SPEECH: Final = "FreeSpeechIntent"
_SLOT: Final = re.compile(r"\{(\w+)\}")


class Matcher:
    def __init__(self, model: Mapping[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self._types = {
            each["name"]: [
                said
                for value in each["values"]
                for said in (value["name"]["value"], *value["name"].get("synonyms", ()))
            ]
            for each in language["types"]
        }
        self._built_ins: dict[str, list[str]] = table("built_ins.yaml")
        self._literal: dict[str, list[tuple[str, dict[str, str]]]] = {}
        self._carriers: dict[str, tuple[str, str]] = {}
        for intent in language["intents"]:
            slots = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
            for sample in intent["samples"]:
                self._add(intent["name"], sample, slots)

    def _add(self, intent: str, sample: str, slots: Mapping[str, str]) -> None:
        found = _SLOT.search(sample)
        if found is None:
            self._literal.setdefault(sample, []).append((intent, {}))
        elif slots[found[1]] == "AMAZON.SearchQuery":
            self._carriers[sample[: found.start()]] = (intent, found[1])
        elif intent != FREE_SPEECH:
            for said in self._types[slots[found[1]]]:
                whole = sample.replace(found[0], said)
                self._literal.setdefault(whole, []).append((intent, {found[1]: said}))

    def sentences(self) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
        """Every sentence that a sample spells out, and each intent that claims it."""
        yield from self._literal.items()

    def candidates(self, sentence: str) -> list[tuple[str, dict[str, str]]]:
        """The intents that may rightly take a sentence: by name first, then with its words."""
        carried = [
            (intent, {slot: sentence[len(words) :]})
            for words, (intent, slot) in self._carriers.items()
            if sentence.startswith(words) and len(sentence) > len(words)
        ]
        sure = self._literal.get(sentence, [])
        amazons: list[tuple[str, dict[str, str]]] = [
            (name, {}) for name, known in self._built_ins.items() if sentence in known
        ]
        return [*sure, *amazons, (FREE_SPEECH, {"speech": sentence}), *carried]
