"""The interaction model of a locale, as Alexa takes it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from interaction_model.free_speech import values
from interaction_model.source import intents, slot_values
from spasm_guide.alexa.elicit import INTENT, SLOT
from spasm_guide.alexa.intents import BUILT_IN

INVOCATION_NAME: Final = "spasm guide"
SLOT_TYPES: Final = {"query": "AMAZON.SearchQuery", "speech": "FREE_SPEECH", "stretch": "STRETCH"}
AMAZONS: Final = "AMAZON."
SENSITIVE: Final = ("en-", "de-DE")
"""Where Alexa may be told; elsewhere she refuses the model for it."""
DIALOG: Final = {
    "dialog": {
        "intents": [
            {
                "name": INTENT,
                "confirmationRequired": False,
                "prompts": {},
                "slots": [
                    {
                        "name": SLOT,
                        "type": SLOT_TYPES[SLOT],
                        "confirmationRequired": False,
                        "elicitationRequired": False,
                        "prompts": {},
                    }
                ],
            }
        ],
        "delegationStrategy": "SKILL_RESPONSE",
    }
}
_SLOT: Final = re.compile(r"\{(\w+)\}")


def interaction_model(
    locale: str, own_commands: bool = False, elicit: bool = False
) -> dict[str, Any]:
    """Two switches for a real account: docs/adr/hearing-every-word.md.

    `own_commands` moves our samples on Amazon's intents to intents of our own; `elicit` lets the
    skill ask for the next answer word for word.
    """
    samples = _moved(intents(locale)) if own_commands else intents(locale)
    said = [each for every in samples.values() for each in every]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": INVOCATION_NAME,
                **_sensitivity(locale),
                "intents": [_intent(name, every) for name, every in samples.items()],
                "types": [
                    {"name": "FREE_SPEECH", "values": _values(values(locale, said))},
                    {"name": "STRETCH", "values": _named(slot_values("STRETCH"))},
                ],
            },
            **(DIALOG if elicit else {}),
        }
    }


def _sensitivity(locale: str) -> dict[str, Any]:
    """Whatever is said should reach the skill with its words, and Fallback has none."""
    if not locale.startswith(SENSITIVE):
        return {}
    return {"modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}}}


def _moved(samples: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The Lambda knows a command by its meaning, whoever's intent brings it."""
    moved = dict(samples)
    for name in samples:
        meaning = BUILT_IN.get(name, "").title().replace("_", "")
        if name.startswith(AMAZONS) and samples[name]:
            own = f"{meaning}Intent"
            moved |= {name: [], own: [*moved.get(own, []), *samples[name]]}
    return dict(sorted(moved.items()))


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
