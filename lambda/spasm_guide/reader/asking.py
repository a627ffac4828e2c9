"""The open question: which findings it asks about, and what they answer to it."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer

_HISTORY: Final = ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss")
_CAUTIONS: Final = (
    "pregnancy",
    "under_18",
    "osteoporosis_or_steroids",
    "blood_thinners",
    "recent_spine_procedure",
)
_SCREENS: Final = {
    "screen:life": ("chest_or_abdominal",),
    "screen:nerves": ("cauda_equina",),
    "screen:history": _HISTORY,
    "screen:history_which": _HISTORY,
    "screen:ill": ("very_ill", "weak_immunity"),
    "screen:caution": _CAUTIONS,
    "screen:caution_which": _CAUTIONS,
    "screen:pregnancy": ("pregnancy_danger",),
    "screen:sudden": ("sudden_severe",),
    "screen:gate": ("after_injury", "radiating", "numbness_tingling", "weakness"),
    "screen:worsening": ("worsening_fast", "cannot_stand_or_walk"),
}


_LEG: Final = ("radiating", "weakness", "numbness_tingling")


def findings(asking: str | None) -> tuple[str, ...]:
    kind, _, finding = (asking or "").partition(":")
    return (finding,) if kind in ("sign", "confirm") else _SCREENS.get(asking or "", ())


def concepts(asking: str | None) -> tuple[str, ...]:
    """What it asks about, as rules can ask for it."""
    about = findings(asking)
    leg = ("asking_leg",) if any(f in _LEG for f in about) else ()
    question = (f"asking_{(asking or 'nothing').replace(':', '_')}",)
    return (*(f"asking_{f}" for f in about), *leg, *question)


def answered(asking: str, answers: Mapping[str, Answer]) -> Answer | None:
    """What the findings told answer to it, the gravest first."""
    values = [answers[f] for f in findings(asking) if f in answers]
    for answer in ("yes", "unsure", "no"):
        if answer in values:
            return answer
    return None
