"""Which questions are still to be put, which of their items, and which comes next."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer, level
from spasm_guide.clinical.rule import can_raise, closed, counts, triage
from spasm_guide.content.questions import Item, Question, goals, question
from spasm_guide.conversation.session import Session

BOTH_LEGS: Final = "screen:both_legs"
SITTING: Final = "screen:sitting"
OWED: Final = (BOTH_LEGS, SITTING)
"""Put whatever is known: a danger hangs on their answer (legs.py)."""


def left(q: Question, session: Session) -> tuple[Item, ...]:
    """Items of the question that are still open; while it is, only those that were put."""
    known = closed(session.answers)
    items = [item for item in q.items if _applies(item, session)]
    if session.put and q is question(session.asking):
        items = [item for item in items if item.name in session.put]
    return tuple(
        item
        for item in items
        if item.finding not in known or (item.anew and known[item.finding] == "no")
    )


def unknown(q: Question, session: Session) -> tuple[str, ...]:
    """Findings of the question that are still open."""
    return tuple(dict.fromkeys(item.finding for item in left(q, session)))


def applying(q: Question, session: Session) -> tuple[Item, ...]:
    return tuple(item for item in q.items if _applies(item, session))


def due(session: Session) -> tuple[Question, ...]:
    """Questions still to be put, in order.

    Once the answers mean URGENT, only those that could still make it an emergency, together with
    what others may bring.
    """
    urgent = level(triage(session.answers).tier) >= level("URGENT")
    opened = (question(name) for name in session.ahead)
    ahead = tuple(q for q in opened if q is not None)
    ordered = dict.fromkeys((*ahead, *goals()[session.goal or "check"]))
    still = {f for q in ordered if q.follows or _open(q, session) for f in unknown(q, session)}
    never: Mapping[str, Answer] = {f: "no" for f in FINDINGS if f not in still}
    answers = {**never, **session.answers}
    return tuple(
        q
        for q in ordered
        if q.name in OWED
        or (_open(q, session) and (not urgent or can_raise(unknown(q, session), answers)))
    )


def gate(session: Session) -> tuple[Question, ...]:
    """Questions of the gate that are still open."""
    return tuple(q for q in goals()["gate"] if _open(q, session))


def signs_of(goal: str) -> tuple[Question, ...]:
    """The article's signs that lead to a goal, one question each."""
    return tuple(q for q in goals()[goal] if q.name.startswith("sign:"))


def doubted(finding: str, answers: Mapping[str, Answer]) -> bool:
    """Present, or not denied although asked."""
    return answers.get(finding) == "unsure" or counts(finding, closed(answers))


def _open(q: Question, session: Session) -> bool:
    answers = session.answers
    if q.follows and not any(doubted(f, answers) for f in q.follows):
        return False
    known = closed(answers)
    open_still = any(item.finding not in known for item in left(q, session))
    return open_still and (q.settles or not any(doubted(f, answers) for f in q.findings))


def _applies(item: Item, session: Session) -> bool:
    if item.finding == "pregnancy":
        return not (session.not_pregnant or counts("over_55", closed(session.answers)))
    return not item.beside or any(doubted(f, session.answers) for f in item.beside)
