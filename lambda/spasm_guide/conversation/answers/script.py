"""What to tell the doctor, line by line: only what was told, and a doubt stays a doubt."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line

SIGNS: Final = (
    *("cauda_equina", "chest_or_abdominal", "serious_accident", "pregnancy_danger", "very_ill"),
    *("worsening_fast", "cannot_stand_or_walk", "weakness", "numbness_tingling", "after_injury"),
    *("sudden_unprovoked", "sudden_severe", "unrelenting", "upper_back", "effort_pain"),
    *("fever_or_unwell", "urine_rash_or_lump", "cancer_or_weight_loss", "radiating", "persistent"),
    *("interferes_daily_life", "everyday_trigger", "morning_stiffness"),
)
"""Most serious first."""
RISKS: Final = (
    *("pregnancy", "recent_spine_procedure", "blood_thinners", "osteoporosis_or_steroids"),
    *("fused_spine", "weak_immunity", "under_18", "over_75", "over_55"),
)
DENIED: Final = (
    *("weakness", "numbness_tingling", "fever_or_unwell", "after_injury", "cancer_or_weight_loss"),
)
"""What a doctor wants to know was asked."""
MOST_SIGNS, MOST_RISKS, MOST_DENIED = 3, 2, 3


def script(session: Session) -> tuple[Line, ...]:
    parts = facts(session.answers)
    tier = (session.tier or "SELF_CARE").lower()
    other = session.subject != "self"
    return (
        line("answer/script:lead_in"),
        *((line("answer/script:for_another"),) if other else ()),
        line(f"answer/script:{tier}"),
        *(line(f"answer/script:{name}", findings=found) for name, found in parts.items() if found),
        line("answer/script:request"),
    )


def card(session: Session) -> Line:
    return line("answer/script", **facts(session.answers))


def facts(answers: Mapping[str, Answer]) -> dict[str, list[str]]:
    def those(names: tuple[str, ...], answer: Answer) -> list[str]:
        return [name for name in names if answers.get(name) == answer]

    return {
        "signs": those(SIGNS, "yes")[:MOST_SIGNS],
        "unsure": those((*SIGNS, *RISKS), "unsure")[:MOST_RISKS],
        "risks": those(RISKS, "yes")[:MOST_RISKS],
        "not_there": those(DENIED, "no")[:MOST_DENIED],
    }
