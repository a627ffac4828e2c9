"""The interaction model of a locale, as Alexa takes it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from interaction_model.free_speech import values
from interaction_model.source import intents, slot_values

INVOCATION_NAME: Final = "spasm guide"
SLOT_TYPES: Final = {"query": "AMAZON.SearchQuery", "speech": "FREE_SPEECH", "stretch": "STRETCH"}
_SLOT: Final = re.compile(r"\{(\w+)\}")


def interaction_model(locale: str) -> dict[str, Any]:
    samples = intents(locale)
    said = [each for every in samples.values() for each in every]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": INVOCATION_NAME,
                # Whatever is said should reach the skill with its words; Fallback has none.
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
                "intents": [_intent(name, every) for name, every in samples.items()],
                "types": [
                    {"name": "FREE_SPEECH", "values": _values(values(locale, said))},
                    {"name": "STRETCH", "values": _named(slot_values("STRETCH"))},
                ],
            }
        }
    }


def slots_of(samples: Iterable[str]) -> list[str]:
    return sorted({slot for sample in samples for slot in _SLOT.findall(sample)})


def _intent(name: str, samples: list[str]) -> dict[str, Any]:
    slots = [{"name": slot, "type": SLOT_TYPES[slot]} for slot in slots_of(samples)]
    return {"name": name, **({"slots": slots} if slots else {}), "samples": samples}


def _values(texts: Iterable[str]) -> list[dict[str, Any]]:
    return [{"name": {"value": text}} for text in texts]


def _named(values: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    return [
        {"id": name, "name": {"value": first, "synonyms": rest}}
        for name, (first, *rest) in values.items()
    ]
