"""The safety questions: life, nerves, history, and the follow-ups to a yes."""

from dataclasses import replace
from typing import Final

from spasm_guide.content.questions import Question, goals, question
from spasm_guide.conversation.checking.check import plainer, proceed, settle
from spasm_guide.conversation.checking.questions import left
from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, again, ask, go, line, prompt


def on_yes(session: Session, heard: Heard) -> Step:
    """A yes to one finding is that finding; a yes to several asks which one."""
    q = question(session.asking)
    if q is None:
        return proceed(session)
    if named(session, heard):
        return on_report(session, heard)
    if session.asking == q.which:
        return all_of_them(session)
    if q.which:
        names = [item.name for item in left(q, session.answers)]
        put = prompt(q.which, left=names)
        return ask(replace(session, rest=False), q.which, question=put)
    if q.then:
        return one_by_one(session, q)
    return settle(session, "yes")


def one_by_one(session: Session, q: Question) -> Step:
    """A bare yes to what no question can ask about at once."""
    session, opening = replace(session, asking=None), prompt(q.name, "one_by_one")
    for goal in goals().keys() & set(q.then):
        return go(session, "check", opening, goal=goal)
    return proceed(replace(session, ahead=(*q.then, *session.ahead)), opening)


def on_no(session: Session, heard: Heard) -> Step:
    """A plain no denies all that was asked; *no fever* denies the fever, and the rest is asked."""
    q = question(session.asking)
    if q and q.which and session.asking == q.name and named(session, heard):
        return on_report(session, heard)
    if q and session.asking == q.which and not any_yes(session):
        return ask(session, q.name, line("screen/screen:none_of_them"))
    return settle(session, "no")


def on_unsure(session: Session, heard: Heard) -> Step:
    """Dangerous: asked once more in other words, then taken as it is and said aloud."""
    q = question(session.asking)
    if q and q.danger and session.asking == q.name and session.unsure != q.name:
        return plainer(session, q)
    return settle(session, "unsure", line("screen/screen:taken_seriously"))


def on_report(session: Session, heard: Heard) -> Step:
    """Findings named: at *which one* the others are thereby denied, else they are asked for."""
    q = question(session.asking)
    if q is None or not named(session, heard):
        return go(session, "aside", heard=heard)
    before = noted(session, heard)
    if session.asking == q.which or session.rest or not q.settles:
        return settle(session, "no", *before)
    return proceed(session, *before)


def all_of_them(session: Session) -> Step:
    """A second bare yes to *which one*: all of it, to be safe."""
    return settle(session, "yes", line("screen/screen:all_of_them"))


def named(session: Session, heard: Heard) -> bool:
    """Whether the words named one of this question's own findings."""
    q = question(session.asking)
    return bool(q and set(heard.answers) & set(q.findings))


def any_yes(session: Session) -> bool:
    q = question(session.asking)
    return bool(q and any(session.answers.get(f) == "yes" for f in q.findings))


def on_explain(session: Session, heard: Heard) -> Step:
    q = question(session.asking)
    return again(session, prompt(q.name, "why")) if q else again(session)


ON: Final[Handlers] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
