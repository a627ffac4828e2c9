"""The article's eight warning signs, one question each."""

from typing import Final

from spasm_guide.content.questions import question
from spasm_guide.conversation.checking.check import plainer, proceed, settle
from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, briefly, go, line, prompt


def on_yes(session: Session, heard: Heard) -> Step:
    return settle(session, "yes", *noted(session, heard))


def on_no(session: Session, heard: Heard) -> Step:
    return settle(session, "no", *noted(session, heard))


def on_unsure(session: Session, heard: Heard) -> Step:
    """Weakness and injury are asked once more; any other sign counts as a yes, said aloud."""
    q = question(session.asking)
    if q and q.danger and session.unsure != q.name:
        return plainer(session, q)
    return settle(session, "unsure", line("screen/screen:taken_as_yes"))


def on_report(session: Session, heard: Heard) -> Step:
    q = question(session.asking)
    if q and q.findings[0] in session.answers:
        return proceed(session, *noted(session, heard))
    return go(session, "aside", heard=heard)


def on_explain(session: Session, heard: Heard) -> Step:
    return briefly(session, prompt(session.asking or "menu", "why"))


ON: Final[Handlers] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
