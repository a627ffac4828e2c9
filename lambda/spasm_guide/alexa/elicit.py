"""The third net, behind a switch: Alexa is asked to hand the next answer over, word for word.

See docs/adr/hearing-every-word.md for its traps: never in answer to a launch, only for an intent
that stands in the model's dialog, and `shouldEndSession` must be left out beside it.
"""

from collections.abc import Mapping
from typing import Any, Final

INTENT: Final = "FreeSpeechIntent"
SLOT: Final = "speech"
OTHERS: Final = ("Dialog.", "Connections.", "Tasks.")
"""Directives that already say what comes next."""


def directive() -> dict[str, Any]:
    unknown = {"confirmationStatus": "NONE"}
    slots = {SLOT: {"name": SLOT, **unknown}}
    intent = {"name": INTENT, **unknown, "slots": slots}
    return {"type": "Dialog.ElicitSlot", "slotToElicit": SLOT, "updatedIntent": intent}


def possible(directives: list[Any]) -> bool:
    return not any(
        str(each["type"]).startswith(OTHERS) for each in directives if isinstance(each, Mapping)
    )
