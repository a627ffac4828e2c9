"""The check: note what was told, put the next question, and come to the verdict."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.rule import triage
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.questions import LEG_SIGNS, Question, due, gate, question, unknown
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import verdict
from spasm_guide.conversation.turn import Turn, again, ask, end, line, prompt, state_of

MOST_ASKED: Final = 24
"""Questions remembered for *back*; more than a whole check has."""


def note(session: Session, answers: Mapping[str, Answer]) -> Session:
    """Add what was told. A yes stays a yes: only a correction takes it back (see `take_back`)."""
    kept = dict(session.answers)
    for finding, answer in answers.items():
        if kept.get(finding) != "yes":
            kept[finding] = answer
    return session if kept == session.answers else replace(session, answers=kept)


def take_back(session: Session, answers: Mapping[str, Answer]) -> Session:
    """Overwrite answers, as the person corrects them."""
    return replace(session, answers={**session.answers, **answers})


def begin(session: Session, *before: Line, goal: str = "check", wish: str | None = None) -> Turn:
    """Start the questions, or go on with those that are still open."""
    return proceed(replace(session, goal=goal, wish=wish or session.wish), *before)


def proceed(session: Session, *before: Line) -> Turn:
    """What is likely but unconfirmed first, then the next question, then the verdict."""
    session = replace(session, unclear=0, unsure=None)
    reached = triage(session.answers)
    if reached.tier == "EMERGENCY":
        return verdict.emergency(session, reached, *before)
    open_doubts = tuple(f for f in session.likely if f not in session.answers)
    if open_doubts:
        session = replace(session, likely=open_doubts)
        return ask(session, f"confirm:{open_doubts[0]}", *before)
    session = replace(session, likely=(), goal=session.goal or "check")
    left = due(session)
    if left:
        return put(session, left[0], *before)
    return verdict.conclude(session, *before)


def put(session: Session, q: Question, *before: Line) -> Turn:
    """Put one question; where part of it is known already, only the rest of it."""
    asked = (*(n for n in session.asked if n != q.name), q.name)[-MOST_ASKED:]
    session = replace(session, asked=asked)
    left = unknown(q, session.answers)
    if q.which and len(left) < len(q.findings):
        return ask(session, q.name, *before, question=prompt(q.name, "rest", left=list(left)))
    return ask(session, q.name, *before)


def settle(session: Session, answer: Answer, *before: Line) -> Turn:
    """Take one answer for all that the open question leaves unknown, and go on."""
    q = question(session.asking)
    if q is None:
        return proceed(session, *before)
    return proceed(note(session, dict.fromkeys(unknown(q, session.answers), answer)), *before)


def aside(session: Session, heard: Heard) -> Turn:
    """Something told that is no answer to the open question: note it, then put that again."""
    if session.likely or session.goal is None:
        return begin(session, *noted(session, heard), goal=session.goal or "check")
    return again(session, *noted(session, heard))


def noted(session: Session, heard: Heard) -> tuple[Line, ...]:
    """Say back what was understood, where it was more than the answer to the question."""
    told = [f for f, answer in heard.answers.items() if answer == "yes"]
    q = question(session.asking)
    if not told or (q and len(told) == 1 and told[0] in q.findings):
        return ()
    return (line("screen/screen:noted", findings=told),)


def gate_open(session: Session) -> bool:
    """Whether questions before a first stretch are still open."""
    return permission(session.answers) != "no" and bool(gate(session.answers))


def not_understood(session: Session, heard: Heard) -> Turn:
    """Said plainly after the second time; after the third the cautious reading, aloud."""
    session = replace(session, unclear=session.unclear + 1)
    if session.unclear < 3:
        block = "first" if session.unclear == 1 else "second"
        return again(session, line(f"anywhere/unclear:{block}"))
    if state_of(session.asking) in ("screen", "sign", "confirm") and question(session.asking):
        return settle(session, "unsure", line("screen/screen:taken_seriously"))
    return end(session, *verdict.in_short(session), line("anywhere/unclear:giving_up"))


def step_back(session: Session) -> Turn:
    """Put the question before this one again, its answer open once more."""
    current = question(session.asking)
    earlier = [n for n in session.asked if current is None or n != current.name]
    if not earlier:
        return proceed(session, line("anywhere/back:first"))
    q = question(earlier[-1])
    assert q is not None
    kept = {f: a for f, a in session.answers.items() if f not in q.findings}
    session = replace(session, answers=kept, asked=tuple(earlier[:-1]), unclear=0, unsure=None)
    return put(session, q, line("anywhere/back:say"))


def recheck(session: Session, *before: Line) -> Turn:
    """After pain in a stretch: ask the leg signs again, whatever was said before."""
    kept = {f: a for f, a in session.answers.items() if f not in LEG_SIGNS or a == "yes"}
    asked = tuple(n for n in session.asked if n.removeprefix("sign:") not in LEG_SIGNS)
    return begin(replace(session, answers=kept, asked=asked), *before, goal="legs")
