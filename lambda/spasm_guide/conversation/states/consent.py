"""One plain question before anything is kept, set or deleted. Only a clear yes is a yes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from spasm_guide.conversation import alerts, continuing
from spasm_guide.conversation.detour import back, checking, defer, do, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import diary
from spasm_guide.conversation.turn import Turn, again, ask, line


def on_forget(session: Session, heard: Heard) -> Turn:
    if checking(session):
        return defer(session)
    return ask(leave(session), "consent:forget_me")


def on_yes(session: Session, heard: Heard) -> Turn:
    match topic(session):
        case "diary" | "place":
            return do(session, "agree", what=topic(session))
        case "forget_me":
            return do(session, "forget")
    return alerts.agreed(session, topic(session))


def on_no(session: Session, heard: Heard) -> Turn:
    if topic(session) == "place":
        return continuing.from_the_start(session, line("consent/place:declined"))
    said = topic(session) if topic(session) in ("diary", "forget_me") else "consent"
    return back(session, line(f"consent/{said}:declined"))


def on_explain(session: Session, heard: Heard) -> Turn:
    return again(session, line(f"consent/{topic(session)}:why"))


def on_report(session: Session, heard: Heard) -> Turn:
    """Another time for a reminder is asked for anew, as Alexa wants each one to be."""
    hour = heard.details.get("hour")
    if topic(session) in alerts.HOURS and isinstance(hour, int):
        return alerts.offer(session, topic(session), hour=hour)
    return otherwise(session, heard)


def otherwise(session: Session, heard: Heard) -> Turn:
    """Not understood twice is no yes."""
    if session.unclear:
        return on_no(session, heard)
    return again(replace(session, unclear=1), line("anywhere/unclear:first"))


def topic(session: Session) -> str:
    return (session.asking or "").partition(":")[2]


ON: Final[dict[str, Callable[[Session, Heard], Turn]]] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_no,
    "next": on_no,
    "report": on_report,
    "explain": on_explain,
    "unclear": otherwise,
}
ANYWHERE: Final[dict[str, Callable[[Session, Heard], Turn]]] = {
    **diary.ANYWHERE,
    **alerts.ANYWHERE,
    "forget_me": on_forget,
}
