"""The check: put the next question, take its answer, and come to the verdict."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.rule import triage
from spasm_guide.content.questions import Question, question
from spasm_guide.conversation.checking.advice import in_short
from spasm_guide.conversation.checking.questions import due, left, signs_of, unknown
from spasm_guide.conversation.checking.told import note, noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Goal, Session
from spasm_guide.conversation.turn import Step, again, ask, checking, end, go, line, prompt

MOST_ASKED: Final = 24
"""Questions remembered for *back*; more than a whole check has."""


def begin(session: Session, *before: Line, goal: Goal = "check", wish: str | None = None) -> Step:
    """Start the questions, or go on with those that are still open."""
    return proceed(replace(session, goal=goal, wish=wish or session.wish), *before)


def proceed(session: Session, *before: Line) -> Step:
    """What is likely but unconfirmed first, then the next question, then the verdict."""
    session = replace(session, unclear=0, unsure=None, rest=False)
    if triage(session.answers).tier == "EMERGENCY":
        return go(session, "emergency", *before)
    open_doubts = tuple(f for f in session.likely if f not in session.answers)
    if open_doubts:
        session = replace(session, likely=open_doubts)
        return ask(session, f"confirm:{open_doubts[0]}", *before)
    session = replace(session, likely=(), goal=session.goal or "check")
    ahead = due(session)
    if ahead:
        return put(session, ahead[0], *before)
    return go(session, "verdict", *before)


def put(session: Session, q: Question, *before: Line) -> Step:
    """Put one question; where part of it is known already, only the rest of it."""
    asked = (*(n for n in session.asked if n != q.name), q.name)[-MOST_ASKED:]
    open_items = left(q, session.answers)
    rest = q.asks_which and len(open_items) < len(q.items)
    session = replace(session, asked=asked, rest=rest)
    if rest:
        names = [item.name for item in open_items]
        return ask(session, q.name, *before, question=prompt(q.name, "rest", left=names))
    return ask(session, q.name, *before)


def plainer(session: Session, q: Question) -> Step:
    """The whole question once more, in other words."""
    session = replace(session, unsure=q.name, rest=False)
    return ask(session, q.name, question=prompt(q.name, "clarify"))


def settle(session: Session, answer: Answer, *before: Line) -> Step:
    """Take one answer for all that the open question leaves unknown, and go on."""
    q = question(session.asking)
    if q is None:
        return proceed(session, *before)
    return proceed(note(session, dict.fromkeys(unknown(q, session.answers), answer)), *before)


def aside(session: Session, *, heard: Heard) -> Step:
    """Something told that is no answer to the open question: note it, then put that again."""
    if session.likely or session.goal is None:
        return begin(session, *noted(session, heard), goal=session.goal or "check")
    return again(session, *noted(session, heard))


def not_understood(session: Session) -> Step:
    """Said plainly after the second time; after the third the cautious reading, aloud."""
    session = replace(session, unclear=session.unclear + 1)
    if session.unclear < 3:
        block = "first" if session.unclear == 1 else "second"
        return again(session, line(f"anywhere/unclear:{block}"))
    if checking(session) and question(session.asking):
        return settle(session, "unsure", line("screen/screen:taken_seriously"))
    return end(session, *in_short(session), line("anywhere/unclear:giving_up"))


def step_back(session: Session) -> Step:
    """Put the question before this one again, its answer open once more."""
    current = question(session.asking)
    earlier = [n for n in session.asked if current is None or n != current.name]
    q = question(earlier[-1]) if earlier else None
    if q is None:
        return proceed(session, line("anywhere/back:first"))
    kept = {f: a for f, a in session.answers.items() if f not in q.findings}
    session = replace(session, answers=kept, asked=tuple(earlier[:-1]), unclear=0, unsure=None)
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
