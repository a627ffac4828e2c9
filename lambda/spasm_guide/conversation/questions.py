"""The check's questions in their order, and which one comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from spasm_guide.clinical.findings import Answer, level
from spasm_guide.clinical.rule import can_raise, closed, counts, triage
from spasm_guide.conversation.session import Session


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    findings: tuple[str, ...]
    """What its answer settles."""
    follows: tuple[str, ...] = ()
    """Put only where one of these is present."""
    danger: bool = False
    """A *not sure* is asked once more before the cautious reading is taken."""
    which: str | None = None
    """The question after a yes that does not say which finding was meant."""
    settles: bool = True
    """Put until every finding is known; False: one of them is enough."""


CHECK: Final = (
    Question("screen:life", ("chest_or_abdominal",), danger=True),
    Question("screen:nerves", ("cauda_equina",), danger=True),
    Question(
        "screen:history",
        ("serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
        danger=True,
        which="screen:history_which",
    ),
    Question(
        "screen:ill",
        ("very_ill", "weak_immunity"),
        ("fever_or_unwell",),
        danger=True,
        settles=False,
    ),
    Question("sign:weakness", ("weakness",), danger=True),
    Question(
        "screen:worsening",
        ("worsening_fast", "cannot_stand_or_walk"),
        ("weakness",),
        settles=False,
    ),
    Question("sign:after_injury", ("after_injury",), danger=True),
    Question("sign:numbness_tingling", ("numbness_tingling",)),
    Question("sign:radiating", ("radiating",)),
    Question("sign:persistent", ("persistent",)),
    Question("sign:interferes_daily_life", ("interferes_daily_life",)),
    Question("sign:everyday_trigger", ("everyday_trigger",)),
    Question("sign:morning_stiffness", ("morning_stiffness",)),
    Question(
        "screen:caution",
        (
            "pregnancy",
            "under_18",
            "osteoporosis_or_steroids",
            "blood_thinners",
            "recent_spine_procedure",
        ),
        which="screen:caution_which",
    ),
    Question("screen:pregnancy", ("pregnancy_danger",), ("pregnancy",)),
    Question("screen:sudden", ("sudden_severe",), ("osteoporosis_or_steroids",)),
)
"""Most serious first: clinical.md 2.3 and the article's signs."""

_BY_NAME: Final = {q.name: q for q in CHECK}

GATE: Final = (
    _BY_NAME["screen:nerves"],
    Question("screen:gate", ("after_injury", "radiating", "weakness", "numbness_tingling")),
    *(_BY_NAME[f"screen:{name}"] for name in ("caution", "pregnancy", "sudden")),
)
"""Before the first stretch of a session that has no verdict."""

_BY_NAME["screen:gate"] = GATE[1]

LEG_SIGNS: Final = ("weakness", "numbness_tingling", "radiating")
LEGS: Final = (
    _BY_NAME["sign:weakness"],
    _BY_NAME["screen:worsening"],
    _BY_NAME["sign:numbness_tingling"],
    _BY_NAME["sign:radiating"],
)
"""Again, after a stretch hurt."""

_GOALS: Final = {"stretch": GATE, "legs": LEGS}


def question(name: str | None) -> Question | None:
    """By the name of the open question; a `_which` question belongs to the one it follows."""
    return _BY_NAME.get((name or "").removesuffix("_which"))


def unknown(q: Question, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Findings of the question that are still open."""
    known = closed(answers)
    return tuple(f for f in q.findings if f not in known)


def due(session: Session) -> tuple[Question, ...]:
    """Questions still to be put, in order.

    Once the answers mean URGENT, only those that could still make it an emergency.
    """
    answers = session.answers
    urgent = level(triage(answers).tier) >= level("URGENT")
    return tuple(
        q
        for q in _GOALS.get(session.goal or "", CHECK)
        if _open(q, answers) and (not urgent or can_raise(unknown(q, answers), answers))
    )


def gate(answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Questions of the gate that are still open."""
    return tuple(q for q in GATE if _open(q, answers))


def _open(q: Question, answers: Mapping[str, Answer]) -> bool:
    if q.follows and not any(answers.get(f) == "unsure" or counts(f, answers) for f in q.follows):
        return False
    left = unknown(q, answers)
    return bool(left) and (q.settles or not any(answers.get(f) == "yes" for f in q.findings))
