"""The article's eight warning signs, one question each."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation import check
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.questions import question
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Turn, again, ask, line, prompt


def on_yes(session: Session, heard: Heard) -> Turn:
    return check.settle(session, "yes", *check.noted(session, heard))


def on_no(session: Session, heard: Heard) -> Turn:
    return check.settle(session, "no", *check.noted(session, heard))


def on_unsure(session: Session, heard: Heard) -> Turn:
    """Weakness and injury are asked once more; any other sign counts as a yes, said aloud."""
    q = question(session.asking)
    if q and q.danger and session.unsure != q.name:
        plainer = prompt(q.name, "clarify")
        return ask(replace(session, unsure=q.name), q.name, question=plainer)
    return check.settle(session, "unsure", line("screen/screen:taken_as_yes"))


def on_report(session: Session, heard: Heard) -> Turn:
    q = question(session.asking)
    if q and q.findings[0] in session.answers:
        return check.proceed(session, *check.noted(session, heard))
    return check.aside(session, heard)


def on_explain(session: Session, heard: Heard) -> Turn:
    return again(session, prompt(session.asking or "menu", "why"))


def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
