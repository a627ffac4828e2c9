"""Which questions are still to be put, and which comes next."""

from collections.abc import Mapping

from spasm_guide.clinical.findings import Answer, level
from spasm_guide.clinical.rule import can_raise, closed, counts, triage
from spasm_guide.content.questions import Item, Question, goals, question
from spasm_guide.conversation.session import Session


def left(q: Question, answers: Mapping[str, Answer]) -> tuple[Item, ...]:
    """Items of the question that are still open."""
    known = closed(answers)
    return tuple(item for item in q.items if item.finding not in known)


def unknown(q: Question, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Findings of the question that are still open."""
    return tuple(dict.fromkeys(item.finding for item in left(q, answers)))


def due(session: Session) -> tuple[Question, ...]:
    """Questions still to be put, in order.

    Once the answers mean URGENT, only those that could still make it an emergency.
    """
    answers = session.answers
    urgent = level(triage(answers).tier) >= level("URGENT")
    opened = (question(name) for name in session.ahead)
    ahead = tuple(q for q in opened if q is not None)
    ordered = dict.fromkeys((*ahead, *goals()[session.goal or "check"]))
    return tuple(
        q
        for q in ordered
        if _open(q, answers) and (not urgent or can_raise(unknown(q, answers), answers))
    )


def gate(answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Questions of the gate that are still open."""
    return tuple(q for q in goals()["gate"] if _open(q, answers))


def signs_of(goal: str) -> tuple[Question, ...]:
    """The article's signs that lead to a goal, one question each."""
    return tuple(q for q in goals()[goal] if q.name.startswith("sign:"))


def _open(q: Question, answers: Mapping[str, Answer]) -> bool:
    if q.follows and not any(answers.get(f) == "unsure" or counts(f, answers) for f in q.follows):
        return False
    open_still = unknown(q, answers)
    return bool(open_still) and (q.settles or not any(answers.get(f) == "yes" for f in q.findings))
