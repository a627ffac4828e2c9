"""Nothing is asked yet, or all is said: what would the person like?"""

from typing import Final

from spasm_guide.conversation import check
from spasm_guide.conversation.continuing import on_continue
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Turn, again, ask, end, line


def on_open(session: Session, heard: Heard) -> Turn:
    return ask(Session(pace=session.pace), "menu", line("menu/menu:welcome"))


def on_yes(session: Session, heard: Heard) -> Turn:
    """A yes to "a check, or stretches?" takes the safe one."""
    return check.begin(session, line("menu/menu:opening"))


def on_no(session: Session, heard: Heard) -> Turn:
    return end(session, line("menu/menu:goodbye"))


def on_report(session: Session, heard: Heard) -> Turn:
    """Findings told at the start begin the check; what was told is not asked again."""
    return check.begin(session, *check.noted(session, heard), line("menu/menu:opening"))


def on_explain(session: Session, heard: Heard) -> Turn:
    return again(session, line("menu/menu:why"))


def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final = {
    "open": on_open,
    "yes": on_yes,
    "no": on_no,
    "unsure": on_yes,
    "report": on_report,
    "explain": on_explain,
    "resume": on_continue,
}
