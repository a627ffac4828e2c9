"""Where the stretches stand is remembered for the next visit, for those who agreed to that."""

from collections.abc import Callable
from dataclasses import replace

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.playing import where
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Turn


def keeping(handler: Callable[[Session, Heard], Turn]) -> Callable[[Session, Heard], Turn]:
    """Remember the place with an answer that may be the last one of this visit."""

    def handle(session: Session, heard: Heard) -> Turn:
        now = where(session, heard)
        after, reply = handler(session, heard)
        if now is None or not now.place or now.state == "new" or reply.task:
            return after, reply
        place = {"routine": now.kept(), "pace": session.pace}
        return after, replace(reply, task=Task("keep_place", {"place": place}, silent=True))

    return handle
