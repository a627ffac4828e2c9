"""Nothing is asked yet, or all is said: what would the person like?"""

from typing import Final

from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, again, ask, end, go, line


def on_open(session: Session, heard: Heard) -> Step:
    return ask(Session(pace=session.pace), "menu", line("menu/menu:welcome"))


def on_yes(session: Session, heard: Heard) -> Step:
    """A yes to "a check, or stretches?" takes the safe one."""
    return go(session, "check", line("menu/menu:opening"))


def on_no(session: Session, heard: Heard) -> Step:
    return end(session, line("menu/menu:goodbye"))


def on_report(session: Session, heard: Heard) -> Step:
    """Findings told at the start begin the check; what was told is not asked again."""
    return go(session, "check", *noted(session, heard), line("menu/menu:opening"))


def on_explain(session: Session, heard: Heard) -> Step:
    return again(session, line("menu/menu:why"))


def on_resume(session: Session, heard: Heard) -> Step:
    """On from where the last visit stopped."""
    return go(session, "continue")


ON: Final[Handlers] = {
    "open": on_open,
    "yes": on_yes,
    "no": on_no,
    "unsure": on_yes,
    "report": on_report,
    "explain": on_explain,
    "resume": on_resume,
}
