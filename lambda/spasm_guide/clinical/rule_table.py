"""The table of triage rules, most serious first: the first one that applies decides.

docs/safety.md shows this table with its sources; a test holds the two together.
"""

from typing import Final, NamedTuple

from spasm_guide.clinical.findings import RED_FLAGS, SIGNS, Tier

Clause = tuple[str, ...]
"""Findings of which one is enough."""


class Rule(NamedTuple):
    id: str
    tier: Tier
    sentence: str
    source: str
    when: tuple[Clause, ...]
    """Every clause must be met; none at all: the rule always applies."""
    if_unsure: bool = False
    """Met by an `unsure`, not by a yes."""


_NERVE: Final = ("weakness", "numbness_tingling")
_SUDDEN_RISKS: Final = (
    *("over_55", "upper_back", "unrelenting", "blood_thinners", "recent_spine_procedure"),
    *_NERVE,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "cauda_equina",
        "EMERGENCY",
        "Numb between the legs, bladder or bowel trouble, or two or more limbs affected.",
        "NHS 999 list; GIRFT cauda equina pathway 2023; arms: Royal Free leaflet on myelopathy",
        (("cauda_equina",),),
    ),
    Rule(
        "chest_or_abdominal",
        "EMERGENCY",
        "Chest pain, trouble breathing, fainting, cold sweat, tearing pain, very bad side pain.",
        "NHS 999 list; NHS on clots, heart attack, aneurysm; Manchester Triage, aortic pain",
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
        "injury_with_danger",
        "EMERGENCY",
        "Weakness, numbness or a fused spine after an injury, even a small one.",
        "Article, signs 3, 5 and 7; NHS 999 list; fused spine: BMJ 2009;339:b2568",
        (("after_injury",), (*_NERVE, "fused_spine")),
    ),
    Rule(
        "sudden_with_danger",
        "EMERGENCY",
        "Very bad pain out of nowhere, with age 55 on, or another risk or danger sign.",
        "Schmitt-Thompson 2017; Briggs; Manchester Triage; NHS aneurysm page; Ohle 2018",
        (("sudden_unprovoked",), _SUDDEN_RISKS),
    ),
    Rule(
        "fever_with_danger",
        "EMERGENCY",
        "Fever or very unwell, with confusion, a risk of infection, weakness or numbness.",
        "IFOMPT framework 2020, spinal infection",
        (("fever_or_unwell",), ("very_ill", "weak_immunity", "recent_spine_procedure", *_NERVE)),
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
        "Blood thinners or a recent procedure in the back, with weakness or numbness.",
        "IFOMPT framework 2020, epidural bleeding",
        (("blood_thinners", "recent_spine_procedure"), _NERVE),
    ),
    Rule(
        "procedure_worse_at_risk",
        "EMERGENCY",
        "New or worse since a procedure in the back, with weak immunity or blood thinners.",
        "Davis 2011; IFOMPT framework 2020",
        (("recent_spine_procedure",), ("worsening_fast",), ("weak_immunity", "blood_thinners")),
    ),
    Rule(
        "effort_pain_worsening",
        "EMERGENCY",
        "Pain on effort that goes with rest, and is clearly getting worse.",
        "Unstable angina, from memory; JAMA 2005;294:2623",
        (("effort_pain",), ("worsening_fast",)),
    ),
    Rule(
        "weakness_with_danger",
        "EMERGENCY",
        "Weakness that grows fast, or unable to stand or walk, or with weak immunity.",
        "NHS 999 list; NHS Lothian red flags; infection risk: Davis 2004, 2011",
        (("weakness",), ("worsening_fast", "cannot_stand_or_walk", "weak_immunity")),
    ),
    Rule(
        "weakness",
        "URGENT",
        "New weakness in the back, an arm or a leg.",
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
        "sudden_unprovoked",
        "URGENT",
        "Very bad pain within a minute, out of nowhere.",
        "Briggs protocol: under 60, care immediately",
        (("sudden_unprovoked",),),
    ),
    Rule(
        "effort_pain",
        "URGENT",
        "Pain in chest, upper back, arm or jaw on effort that goes with rest.",
        "NHS angina page: undiagnosed, stops with rest, urgent GP or 111",
        (("effort_pain",),),
    ),
    Rule(
        "urine_rash_or_lump",
        "URGENT",
        "Blood or burning on passing urine, a new rash where it hurts, a new lump or shape.",
        "Shaw 2020; NHS pages on kidney infection and shingles; NHS 111 list; Briggs",
        (("urine_rash_or_lump",),),
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
        "Weak bones or steroids, with pain from a small movement or a sudden severe pain.",
        "Downie 2013, BMJ 347:f7095",
        (("osteoporosis_or_steroids",), ("everyday_trigger", "sudden_severe")),
    ),
    Rule(
        "old_or_fused_and_sudden",
        "URGENT",
        "From 75 on, or with a fused spine, and a sudden severe pain.",
        "Enthoven 2016; Henschke 2009",
        (("over_75", "fused_spine"), ("sudden_severe",)),
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
        "risk_and_worse",
        "URGENT",
        "A risk of infection or bleeding, and getting worse or no better lying still.",
        "Davis 2011; iliopsoas haematoma series 2020; NHS 111 list",
        (
            ("weak_immunity", "blood_thinners", "recent_spine_procedure"),
            ("worsening_fast", "unrelenting"),
        ),
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
        "Any other warning sign, or pain that gets worse or that no position eases.",
        "Article, signs 1, 2, 4, 5, 6, 8; worsening: its table and its last list",
        ((*SIGNS, "worsening_fast", "unrelenting"),),
    ),
    Rule(
        "needs_advice_first",
        "SOON",
        "Pregnant, under eighteen, weak bones, steroids, a fused spine, a recent procedure.",
        "NICE NG59; NHS advice",
        (
            (
                "pregnancy",
                "under_18",
                "osteoporosis_or_steroids",
                "recent_spine_procedure",
                "fused_spine",
            ),
        ),
    ),
    Rule(
        "no_warning_sign",
        "SELF_CARE",
        "No warning sign was told.",
        "Article, relief",
        (),
    ),
)
