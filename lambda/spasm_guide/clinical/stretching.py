"""Whether stretching is safe after these answers, and where."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from spasm_guide.clinical.findings import Answer, level
from spasm_guide.clinical.rule import closed, decide
from spasm_guide.clinical.stretches import PLACES

Permission = Literal["yes", "ask_first", "gate", "no"]

NEVER_WITH: Final = (
    "radiating",
    "numbness_tingling",
    "pregnancy",
    "under_18",
    "osteoporosis_or_steroids",
    "blood_thinners",
    "recent_spine_procedure",
    "fused_spine",
)
"""A yes or a not-sure to one of these forbids every stretch, at any tier."""

GATE: Final = (
    "cauda_equina",
    "chest_or_abdominal",
    "after_injury",
    "sudden_unprovoked",
    "radiating",
    "weakness",
    "numbness_tingling",
)
"""Must all have been denied before a stretch; absent is not a no."""


def permission(answers: Mapping[str, Answer], gate: Sequence[str] = GATE) -> Permission:
    """`gate`: those findings must be asked first. `ask_first`: only with a provider's word."""
    known = closed(answers)
    tier = decide(answers).tier
    if level(tier) >= level("URGENT") or any(known.get(f) in ("yes", "unsure") for f in NEVER_WITH):
        return "no"
    if tier == "SOON":
        return "ask_first"
    return "yes" if all(known.get(f) == "no" for f in gate) else "gate"


def places(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Where a stretch may be done: the floor only for somebody known to be under 75."""
    known = closed(answers)
    under_75 = "no" in (known.get("over_75"), known.get("over_55"))
    return PLACES if under_75 else tuple(place for place in PLACES if place != "floor")
