"""One plain question before anything is kept, set or deleted. Only a clear yes is a yes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.diary import amending, running, timers
from spasm_guide.conversation.diary.detour import back, defer, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    OTHERWISE,
    Handler,
    Handlers,
    Step,
    again,
    ask,
    checking,
    do,
    go,
    line,
    topic,
)

KEPT: Final = ("diary", "forget_me", "delete_last")
"""What is or may be in the diary: a no says what becomes of it."""


def on_forget(session: Session, heard: Heard) -> Step:
    if checking(session):
        return defer(session)
    return ask(leave(session), "consent:forget_me")


def on_yes(session: Session, heard: Heard) -> Step:
    match topic(session):
        case "diary" | "bookmark":
            return do(session, "agree", what=topic(session))
        case "forget_me":
            return do(session, "forget")
        case "delete_last":
            return amending.remove(session)
    return timers.agreed(session, topic(session))


def on_no(session: Session, heard: Heard) -> Step:
    if topic(session) == "bookmark":
        return go(session, "stretches", line("consent/bookmark:declined"))
    said = topic(session) if topic(session) in KEPT else "consent"
    return back(session, line(f"consent/{said}:declined"))


def on_explain(session: Session, heard: Heard) -> Step:
    return again(session, line(f"consent/{topic(session)}:why"))


def on_report(session: Session, heard: Heard) -> Step:
    return anew(session, heard) or otherwise(session, heard)


def anew(session: Session, heard: Heard) -> Step | None:
    return timers.again_with(session, heard) or running.again_with(session, heard)


def otherwise(session: Session, heard: Heard) -> Step:
    """Not understood twice is no yes."""
    if session.unclear:
        return on_no(session, heard)
    return again(replace(session, unclear=1), line("anywhere/unclear:first"))


def on_agreed(session: Session, outcome: Mapping[str, Any]) -> Step:
    if topic(session) != "bookmark":
        return go(session, "diary", outcome=outcome)
    said = "agreed" if outcome["status"] == "done" else "unavailable"
    return go(session, "stretches", line(f"consent/bookmark:{said}"))


def on_forgotten(session: Session, outcome: Mapping[str, Any]) -> Step:
    known = outcome["status"] if outcome["status"] in ("done", "off") else "unavailable"
    return back(session, line(f"consent/forget_me:{known}"))


def another(handler: Handler) -> Handler:
    """*No, ten minutes*: the other length or time is asked for anew."""

    def handle(session: Session, heard: Heard) -> Step:
        return anew(session, heard) or handler(session, heard)

    return handle


ON: Final[Handlers] = {
    "yes": another(on_yes),
    "no": another(on_no),
    "correct": another(on_no),
    "timer_change": on_report,
    "unsure": on_no,
    "next": on_no,
    "report": on_report,
    "explain": on_explain,
    "unclear": otherwise,
    OTHERWISE: otherwise,
}
ANYWHERE: Final[Handlers] = {"forget_me": on_forget}
OUTCOMES: Final = {"agree": on_agreed, "forget": on_forgotten}
