"""Where the stretches stood is kept for the next visit, for those who agreed; and on from there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line, Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.shapes import written
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import where
from spasm_guide.conversation.turn import Go, Handler, Step, ask, do, go, line

PACES: Final = range(-2, 3)


def keeping(handler: Handler) -> Handler:
    """Keep it with an answer that may be the last one of this visit."""

    def handle(session: Session, heard: Heard) -> Step:
        now, step = where(session, heard), handler(session, heard)
        if now is None or not now.place or now.state == "new" or isinstance(step, Go):
            return step
        after, reply = step
        if reply.task:
            return step
        bookmark = {"routine": written(now), "pace": session.pace}
        task = Task("keep_bookmark", {"bookmark": bookmark}, silent=True)
        return after, replace(reply, task=task)

    return handle


def take_up_again(session: Session) -> Step:
    """Read only when asked for."""
    return do(session, "read_bookmark")


def on_read(session: Session, outcome: Mapping[str, Any]) -> Step:
    match outcome["status"]:
        case "done":
            return take_up(session, outcome.get("bookmark"))
        case "ask":
            return ask(session, "consent:bookmark")
        case "off":
            return from_the_start(session, line("consent/bookmark:off"))
    return from_the_start(session, line("consent/bookmark:unavailable"))


def take_up(session: Session, bookmark: Any) -> Step:
    """Through the gate like every stretch; then on from there."""
    bookmark = bookmark if isinstance(bookmark, Mapping) else {}
    stood, pace = routine.of(bookmark.get("routine")), bookmark.get("pace", 0)
    if stood is None:
        return from_the_start(session, line("consent/bookmark:none"))
    session = replace(session, routine=stood, pace=pace if pace in PACES else 0)
    return go(session, "stretches", stretch=routine.KEPT)


def from_the_start(session: Session, *before: Line) -> Step:
    return go(session, "stretches", *before)


OUTCOMES: Final = {"read_bookmark": on_read}
DOORS: Final = {"continue": take_up_again}
