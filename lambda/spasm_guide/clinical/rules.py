"""The table of triage rules, most serious first: the first one that applies decides.

docs/safety.md shows this table with its sources; a test holds the two together.
"""

from dataclasses import dataclass
from typing import Final

from spasm_guide.clinical.findings import RED_FLAGS, SIGNS, Tier

Clause = tuple[str, ...]
"""Findings of which one is enough."""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    tier: Tier
    sentence: str
    source: str
    when: tuple[Clause, ...]
    """Every clause must be met; none at all: the rule always applies."""
    if_unsure: bool = False
    """Met by an `unsure`, not by a yes."""


_NERVE: Final = ("weakness", "numbness_tingling")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "cauda_equina",
        "EMERGENCY",
        "Numbness between the legs, bladder or bowel trouble, or both legs affected.",
        "NHS 999 list; GIRFT cauda equina pathway 2023",
        (("cauda_equina",),),
    ),
    Rule(
        "chest_or_abdominal",
        "EMERGENCY",
        "Chest pain, trouble breathing, fainting, or tearing pain in chest, tummy or side.",
        "NHS 999 list",
        (("chest_or_abdominal",),),
    ),
    Rule(
        "serious_accident",
        "EMERGENCY",
        "Began after a bad fall, a fall from a height, or a crash.",
        "NHS 999 list",
        (("serious_accident",),),
    ),
    Rule(
        "pregnancy_danger",
        "EMERGENCY",
        "Pregnant with bleeding, tightenings, leaking, or the baby moving less.",
        "NHS maternity advice",
        (("pregnancy_danger",),),
    ),
    Rule(
        "injury_with_nerve",
        "EMERGENCY",
        "Weakness or numbness after an injury.",
        "Article, signs 3, 5 and 7; NHS 999 list",
        (("after_injury",), _NERVE),
    ),
    Rule(
        "fever_with_danger",
        "EMERGENCY",
        "Fever or very unwell, with confusion, weak immunity, a recent operation or "
        "injection in the back, weakness or numbness.",
        "IFOMPT framework 2020, spinal infection",
        (
            ("fever_or_unwell",),
            ("very_ill", "weak_immunity", "recent_spine_procedure", *_NERVE),
        ),
    ),
    Rule(
        "cancer_with_nerve",
        "EMERGENCY",
        "Cancer ever, or weight loss without trying, with weakness or numbness.",
        "NICE NG234, spinal cord compression",
        (("cancer_or_weight_loss",), _NERVE),
    ),
    Rule(
        "bleeding_risk_with_nerve",
        "EMERGENCY",
        "Blood thinners, or a recent operation or injection in the back, with weakness or "
        "numbness.",
        "IFOMPT framework 2020, epidural bleeding",
        (("blood_thinners", "recent_spine_procedure"), _NERVE),
    ),
    Rule(
        "weakness_progressing",
        "EMERGENCY",
        "Weakness that gets worse fast, or being unable to stand or walk with it.",
        "NHS 999 list; NHS Lothian red flags",
        (("weakness",), ("worsening_fast", "cannot_stand_or_walk")),
    ),
    Rule(
        "weakness",
        "URGENT",
        "New weakness in the back or a leg.",
        "Article, sign 3: see a doctor immediately",
        (("weakness",),),
    ),
    Rule(
        "after_injury",
        "URGENT",
        "Began after a recent fall, accident or sports injury.",
        "Article, sign 7: seek medical attention right away",
        (("after_injury",),),
    ),
    Rule(
        "fever_or_unwell",
        "URGENT",
        "Fever, chills, or feeling really ill.",
        "NHS 111 list",
        (("fever_or_unwell",),),
    ),
    Rule(
        "cancer_or_weight_loss",
        "URGENT",
        "Cancer ever, or weight loss without trying.",
        "NHS 111 list; NICE NG234",
        (("cancer_or_weight_loss",),),
    ),
    Rule(
        "radiating_with_numbness",
        "URGENT",
        "Pain down a leg together with numbness or tingling.",
        "Article, signs 2 and 5: nerve involvement",
        (("radiating",), ("numbness_tingling",)),
    ),
    Rule(
        "fragile_bones",
        "URGENT",
        "Weak bones or steroid tablets, with pain from a small movement or a sudden severe pain.",
        "Downie 2013, BMJ 347:f7095",
        (("osteoporosis_or_steroids",), ("everyday_trigger", "sudden_severe")),
    ),
    Rule(
        "cannot_stand_or_walk",
        "URGENT",
        "Unable to stand or walk.",
        "Article, sign 8; NHS 111 list",
        (("cannot_stand_or_walk",),),
    ),
    Rule(
        "nerve_worsening",
        "URGENT",
        "Numbness, tingling or leg pain that gets worse fast.",
        "Article, sign 5: nerve symptoms can worsen; NHS sciatica advice",
        (("worsening_fast",), ("numbness_tingling", "radiating")),
    ),
    Rule(
        "unsure_red_flag",
        "URGENT",
        "Not sure about a red flag, after it was asked twice.",
        "This project: fails towards safety",
        (RED_FLAGS,),
        if_unsure=True,
    ),
    Rule(
        "warning_sign",
        "SOON",
        "Any other of the eight warning signs.",
        "Article, signs 1, 2, 4, 5, 6 and 8",
        (SIGNS,),
    ),
    Rule(
        "needs_advice_first",
        "SOON",
        "Pregnant, under eighteen, weak bones or steroids, or a recent operation or injection "
        "in the back.",
        "NICE NG59; NHS advice",
        (("pregnancy", "under_18", "osteoporosis_or_steroids", "recent_spine_procedure"),),
    ),
    Rule("no_warning_sign", "SELF_CARE", "No warning sign was told.", "Article, relief", ()),
)
