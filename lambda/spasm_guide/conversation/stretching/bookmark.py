"""Where the stretches stood is kept for the next visit, for those who agreed; and on from there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.reply import Line, Reply, Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.shapes import written
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import held, where
from spasm_guide.conversation.stretching.starting import KEPT
from spasm_guide.conversation.turn import Go, Handler, Step, again, ask, do, go, line

PACES: Final = range(-2, 3)


def keeping(handler: Handler) -> Handler:
    """Keep it with an answer that is the last one of this visit."""

    def handle(session: Session, heard: Heard) -> Step:
        now, step = where(session, heard), handler(session, heard)
        if now is None or not now.place or now.state == "new" or isinstance(step, Go):
            return step
        after, reply = step
        return after, replace(reply, task=replace(_keep(session, now), silent=True))

    return handle


def pause(session: Session, now: Routine, heard: Heard) -> Step:
    """That the place is kept is said only once it is."""
    if now.state == "new":
        return held(session, now)
    stays, _ = held(session, now)
    said = line(
        "stretch/stretch:paused_in_pose" if now.state == "held" else "stretch/stretch:paused"
    )
    return stays, Reply(lines=(said,), task=_keep(session, now))


def on_kept(session: Session, outcome: Mapping[str, Any]) -> Step:
    now = routine.known(session.routine)
    if now is None:
        return again(session)
    kept = outcome["status"] == "done"
    return held(session, now, *([line("stretch/stretch:kept")] if kept else []))


def _keep(session: Session, now: Routine) -> Task:
    bookmark = {"routine": written(now), "pace": session.pace}
    return Task("keep_bookmark", {"bookmark": bookmark})


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
    return go(session, "stretches", stretch=KEPT)


def from_the_start(session: Session, *before: Line) -> Step:
    return go(session, "stretches", *before)


OUTCOMES: Final = {"read_bookmark": on_read, "keep_bookmark": on_kept}
DOORS: Final = {"continue": take_up_again}
