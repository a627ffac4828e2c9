"""The names a clinician and the code share: findings, answers and tiers (see docs/safety.md)."""

from typing import Final, Literal

Answer = Literal["yes", "no", "unsure"]
Tier = Literal["SELF_CARE", "SOON", "URGENT", "EMERGENCY"]

TIERS: Final[tuple[Tier, ...]] = ("SELF_CARE", "SOON", "URGENT", "EMERGENCY")

SIGNS: Final = (
    "persistent",
    "radiating",
    "weakness",
    "everyday_trigger",
    "numbness_tingling",
    "morning_stiffness",
    "after_injury",
    "interferes_daily_life",
)
"""The article's eight warning signs, in its own order: "sign five" is SIGNS[4]."""

RED_FLAGS: Final = (
    "cauda_equina",
    "chest_or_abdominal",
    "serious_accident",
    "sudden_unprovoked",
    "fever_or_unwell",
    "cancer_or_weight_loss",
)
FLAGS: Final = (
    *RED_FLAGS,
    "very_ill",
    "pregnancy",
    "pregnancy_danger",
    "under_18",
    "osteoporosis_or_steroids",
    "blood_thinners",
    "weak_immunity",
    "recent_spine_procedure",
    "sudden_severe",
    "unrelenting",
    "upper_back",
    "effort_pain",
    "urine_rash_or_lump",
    "fused_spine",
    "over_55",
    "over_75",
    "worsening_fast",
    "cannot_stand_or_walk",
)
FINDINGS: Final = (*SIGNS, *FLAGS)

ANSWERS: Final[tuple[Answer, ...]] = ("yes", "no", "unsure")

IMPLIES: Final = {
    "serious_accident": "after_injury",
    "sudden_unprovoked": "sudden_severe",
    "very_ill": "fever_or_unwell",
    "pregnancy_danger": "pregnancy",
    "over_75": "over_55",
}
"""A yes to the first is a yes to the second."""


def level(tier: str | None) -> int:
    """Where a tier stands; -1 for none, so that any verdict outranks no verdict."""
    return TIERS.index(tier) if tier in TIERS else -1
