"""Which way the words lean on the open question: a plain yes or no, or one by content."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.reader.scene import Scene

_SCREENS: Final = {
    "screen:life": ("chest_or_abdominal",),
    "screen:nerves": ("cauda_equina",),
    "screen:history": ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
    "screen:history_which": ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
    "screen:ill": ("very_ill", "weak_immunity"),
    "screen:caution": (
        "pregnancy", "under_18", "osteoporosis_or_steroids", "blood_thinners",
        "recent_spine_procedure",
    ),
    "screen:caution_which": (
        "pregnancy", "under_18", "osteoporosis_or_steroids", "blood_thinners",
        "recent_spine_procedure",
    ),
    "screen:pregnancy": ("pregnancy_danger",),
    "screen:sudden": ("sudden_severe",),
    "screen:gate": ("after_injury", "radiating", "numbness_tingling", "weakness"),
    "screen:worsening": ("worsening_fast", "cannot_stand_or_walk"),
}  # fmt: skip


_LEG: Final = ("radiating", "weakness", "numbness_tingling")


def findings(asking: str | None) -> tuple[str, ...]:
    """What the open question asks about."""
    kind, _, finding = (asking or "").partition(":")
    return (finding,) if kind in ("sign", "confirm") else _SCREENS.get(asking or "", ())


def asked(asking: str | None) -> tuple[str, ...]:
    """The same, as concepts that rules can ask for."""
    about = findings(asking)
    leg = ("asking_leg",) if any(f in _LEG for f in about) else ()
    question = (f"asking_{(asking or 'nothing').replace(':', '_')}",)
    return (*(f"asking_{f}" for f in about), *leg, *question)


def of(scene: Scene, asking: str | None, answers: Mapping[str, Answer]) -> Answer | None:
    if not asking:
        return None
    content = _content(asking, answers)
    direct = _direct(scene)
    if content is not None and not (content == "no" and direct == "yes"):
        return content
    return direct or content


def _content(asking: str, answers: Mapping[str, Answer]) -> Answer | None:
    values = [answers[f] for f in findings(asking) if f in answers]
    for answer in ("yes", "unsure", "no"):
        if answer in values:
            return answer  # type: ignore[return-value]
    return None


def _direct(scene: Scene) -> Answer | None:
    """The last plain answer after the last correction; what hedges it decides."""
    found: Answer | None = None
    for clause, here in zip(scene.clauses, scene.within, strict=True):
        for concept, answer in (("yes", "yes"), ("no", "no"), ("unsure", "unsure")):
            if concept in here and (found is None or clause.link == "fix"):
                found = answer  # type: ignore[assignment]
    if found is None and scene.within and "not" in scene.within[0]:
        found = "no"
    return found
