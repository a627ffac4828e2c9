"""The safety questions: life, nerves, history, and the follow-ups to a yes."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation import check
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.questions import question, unknown
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Turn, again, ask, line, prompt


def on_yes(session: Session, heard: Heard) -> Turn:
    """A yes to one finding is that finding; a yes to several asks which one."""
    q = question(session.asking)
    if q is None:
        return check.proceed(session)
    if named(session, heard):
        return on_report(session, heard)
    if session.asking == q.which:
        return all_of_them(session)
    if q.which:
        left = list(unknown(q, session.answers))
        return ask(session, q.which, question=prompt(q.which, left=left))
    if q.name == "screen:gate":
        opening = line("screen/gate:one_by_one")
        return check.begin(replace(session, asking=None), opening)
    return check.settle(session, "yes")


def on_no(session: Session, heard: Heard) -> Turn:
    """A plain no denies all that was asked; *no fever* denies the fever, and the rest is asked."""
    q = question(session.asking)
    if q and q.which and session.asking == q.name and named(session, heard):
        return on_report(session, heard)
    if q and session.asking == q.which and not any_yes(session):
        return ask(session, q.name, line("screen/screen:none_of_them"))
    return check.settle(session, "no")


def on_unsure(session: Session, heard: Heard) -> Turn:
    """Dangerous: asked once more in other words, then taken as it is and said aloud."""
    q = question(session.asking)
    if q and q.danger and session.asking == q.name and session.unsure != q.name:
        plainer = prompt(q.name, "clarify")
        return ask(replace(session, unsure=q.name), q.name, question=plainer)
    return check.settle(session, "unsure", line("screen/screen:taken_seriously"))


def on_report(session: Session, heard: Heard) -> Turn:
    """Findings named: at *which one* the others are thereby denied, else they are asked for."""
    q = question(session.asking)
    if q is None or not named(session, heard):
        return check.aside(session, heard)
    before = check.noted(session, heard)
    rest_was_put = bool(session.said) and session.said[-1][0].endswith(":rest")
    if session.asking == q.which or rest_was_put or not q.settles:
        return check.settle(session, "no", *before)
    return check.proceed(session, *before)


def all_of_them(session: Session) -> Turn:
    """A second bare yes to *which one*: all of it, to be safe."""
    return check.settle(session, "yes", line("screen/screen:all_of_them"))


def named(session: Session, heard: Heard) -> bool:
    """Whether the words named one of this question's own findings."""
    q = question(session.asking)
    return bool(q and set(heard.answers) & set(q.findings))


def any_yes(session: Session) -> bool:
    q = question(session.asking)
    return bool(q and any(session.answers.get(f) == "yes" for f in q.findings))


def on_explain(session: Session, heard: Heard) -> Turn:
    q = question(session.asking)
    return again(session, prompt(q.name, "why")) if q else again(session)


def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
