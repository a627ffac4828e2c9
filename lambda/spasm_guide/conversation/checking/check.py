"""The check: put the next question, take its answer, and come to the verdict."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.rule import triage
from spasm_guide.content.questions import Question, question
from spasm_guide.conversation.checking.questions import (
    OWED,
    applying,
    due,
    left,
    signs_of,
    unknown,
)
from spasm_guide.conversation.checking.told import note, noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Goal, Session
from spasm_guide.conversation.turn import (
    Step,
    again,
    answering,
    ask,
    end,
    go,
    line,
    prompt,
    reworded,
    state_of,
)

EXPLAINED: Final = ("menu", "offer", "consent", "diary", "relief")
"""Kinds of question that, put again, say what can be answered."""
MOST_ASKED: Final = 24
"""Questions remembered for *back*; more than a whole check has."""


def begin(session: Session, *before: Line, goal: Goal = "check", wish: str | None = None) -> Step:
    """Start the questions, or go on with those that are still open."""
    return proceed(replace(session, goal=goal, wish=wish or session.wish), *before)


def proceed(session: Session, *before: Line) -> Step:
    """What is likely but unconfirmed first, then the next question, then the verdict."""
    session = replace(session, asking=None, unclear=0, unsure=None, put=())
    if triage(session.answers).tier == "EMERGENCY":
        return go(session, "emergency", *before)
    if speaks_as_child(session):
        return proceed(replace(session, subject="child"), *before, line("anywhere/child:say"))
    open_doubts = tuple(f for f in session.likely if f not in session.answers)
    session = replace(session, likely=open_doubts)
    if open_doubts:
        return ask(session, f"confirm:{open_doubts[0]}", *before)
    if session.wish == "get_up":
        return go(replace(session, wish=None), "get_up", *before)
    session = replace(session, goal=session.goal or "check")
    ahead = due(session)
    if ahead:
        return put(session, ahead[0], *before)
    return go(session, "verdict", *before)


def speaks_as_child(session: Session) -> bool:
    return session.subject == "self" and session.answers.get("under_18") == "yes"


def put(session: Session, q: Question, *before: Line) -> Step:
    """Put one question; where part of it is known already, or does not apply, only the rest."""
    asked = (*(n for n in session.asked if n != q.name), q.name)[-MOST_ASKED:]
    ahead = session.ahead[_after(q, session) :]
    owed = (name for name in session.ahead if name in OWED)
    session = replace(session, asked=asked, ahead=tuple(dict.fromkeys((*owed, *q.next, *ahead))))
    items, fit = [i.name for i in left(q, session)], [i.name for i in applying(q, session)]
    if q.whole or len(items) == len(q.items):
        return ask(session, q.name, *before)
    block = "part" if items == fit else "rest"
    return put_part(session, q, items, block, *before)


def _after(q: Question, session: Session) -> int:
    """What was ahead of it has been answered, or is not due."""
    return session.ahead.index(q.name) + 1 if q.name in session.ahead else 0


def put_part(session: Session, q: Question, items: list[str], block: str, *before: Line) -> Step:
    """Only these items of the question, so that the answer is to them alone."""
    session = replace(session, put=tuple(items))
    return ask(session, q.name, *before, question=prompt(q.name, block, left=items))


def plainer(session: Session, q: Question) -> Step:
    """The whole question once more, in other words; or each of its halves alone."""
    session = replace(session, unsure=q.name, unclear=session.unclear + 1)
    items = [item.name for item in left(q, session)]
    if q.alone:
        return put_part(session, q, items[:1], items[0])
    put = session.put if len(items) < len(q.items) else ()
    return ask(replace(session, put=put), q.name, question=prompt(q.name, "clarify"))


def settle(session: Session, answer: Answer, *before: Line) -> Step:
    """Take one answer for all that the open question leaves unknown, and go on."""
    q = question(session.asking)
    if q is None:
        return proceed(session, *before)
    items, found = left(q, session), unknown(q, session)
    meant = items[0].name if len(items) == 1 else q.name if len(found) > 1 else ""
    session = note(session, dict.fromkeys(found, answer), meant if answer == "yes" else "")
    if q.alone and session.unsure == q.name and (rest := _halves(session, q)):
        return put_part(replace(session, unclear=1), q, rest[:1], rest[0], *before)
    return proceed(session, *before)


def _halves(session: Session, q: Question) -> list[str]:
    """What of a question that is put by halves has not been put yet."""
    if any(session.answers.get(finding) == "yes" for finding in q.findings):
        return []
    return [item.name for item in left(q, replace(session, put=()))]


def aside(session: Session, *, heard: Heard) -> Step:
    """Something told that is no answer to the open question: note it, then put that again."""
    if session.likely or session.goal is None:
        return begin(session, *noted(session, heard), goal=session.goal or "check")
    return again(session, *noted(session, heard))


def not_understood(session: Session, *, block: str = "first") -> Step:
    """Said plainly after the second time; the check takes a third for *not sure* (table.py)."""
    if not answering(session):
        session = replace(session, unclear=session.unclear + 1)
    if session.unclear < 3:
        block = block if session.unclear == 1 else "second"
        if session.unclear == 2 and state_of(session.asking) in EXPLAINED:
            return reworded(session, line("anywhere/unclear:once_more"))
        return again(session, line(f"anywhere/unclear:{block}"))
    return end(session, line("anywhere/unclear:giving_up"))


def step_back(session: Session, *, steps: int = 1) -> Step:
    """Put the question before this one again, or one farther back, its answer open once more."""
    current = question(session.asking)
    earlier = [n for n in session.asked if current is None or n != current.name]
    earlier = earlier[: max(1, len(earlier) - steps + 1)]
    q = question(earlier[-1]) if earlier else None
    if q is None:
        return proceed(session, line("anywhere/back:first"))
    kept: Mapping[str, Answer] = {f: a for f, a in session.answers.items() if f not in q.findings}
    session = replace(session, answers=kept, asked=tuple(earlier[:-1]), asking=None)
    session = replace(session, unclear=0, unsure=None, put=())
    return put(session, q, line("anywhere/back:say"))


def recheck(session: Session, *before: Line) -> Step:
    """After pain in a stretch: ask the leg signs again, whatever was said before."""
    again_asked = signs_of("legs")
    findings = {f for q in again_asked for f in q.findings}
    names = {q.name for q in again_asked}
    kept = {f: a for f, a in session.answers.items() if f not in findings or a == "yes"}
    asked = tuple(name for name in session.asked if name not in names)
    return begin(replace(session, answers=kept, asked=asked), *before, goal="legs")


DOORS: Final[Mapping[str, Callable[..., Step]]] = {
    "check": begin,
    "aside": aside,
    "not_understood": not_understood,
    "step_back": step_back,
    "recheck": recheck,
}
