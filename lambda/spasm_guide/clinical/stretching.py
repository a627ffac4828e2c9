"""Whether stretching is safe after these answers."""

from collections.abc import Mapping
from typing import Final, Literal

from spasm_guide.clinical.findings import Answer, level
from spasm_guide.clinical.rule import closed, decide

Permission = Literal["yes", "ask_first", "gate", "no"]

NEVER_WITH: Final = (
    "radiating",
    "numbness_tingling",
    "pregnancy",
    "under_18",
    "osteoporosis_or_steroids",
    "blood_thinners",
    "recent_spine_procedure",
)
"""A yes or a not-sure to one of these forbids every stretch, at any tier."""

GATE: Final = ("cauda_equina", "after_injury", "radiating", "weakness", "numbness_tingling")
"""Must all have been denied before a stretch; absent is not a no."""


def permission(answers: Mapping[str, Answer]) -> Permission:
    """`gate`: the GATE findings must be asked first. `ask_first`: only with a provider's word."""
    known = closed(answers)
    tier = decide(answers).tier
    if level(tier) >= level("URGENT") or any(known.get(f) in ("yes", "unsure") for f in NEVER_WITH):
        return "no"
    if tier == "SOON":
        return "ask_first"
    return "yes" if all(known.get(f) == "no" for f in GATE) else "gate"
