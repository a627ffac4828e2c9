"""The composition root: every concrete part is chosen here, and can be replaced by its name."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from spasm_guide.alexa.context import Context
from spasm_guide.alexa.guard import Handler
from spasm_guide.alexa.log import Log, write
from spasm_guide.alexa.request import Reader
from spasm_guide.alexa.response import Answers
from spasm_guide.alexa.screens import Screens
from spasm_guide.alexa.skill import handler
from spasm_guide.alexa.turn import Advance, Observer, Parts, Tasks
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.table import advance as converse
from spasm_guide.reader.read import read as read_words
from spasm_guide.speech.renderer import Renderer, loader, sources

UNAVAILABLE: Final = "unavailable"
"""The outcome of a task that this installation has nobody for."""


def no_services(task: Task, context: Context) -> object:
    return UNAVAILABLE


def build(
    *,
    read: Reader = read_words,
    advance: Advance = converse,
    renderer: Renderer | None = None,
    tasks: Tasks = no_services,
    log: Log = write,
    observe: Observer | None = None,
    on_event: Callable[[Mapping[str, Any]], None] | None = None,
    skill_id: str | None = None,
) -> Handler:
    """The skill as one function of event and context."""
    renderer = renderer or Renderer(loader())
    screens = Screens(renderer, sources() / "screens")
    parts = Parts(read, advance, Answers(renderer, screens), tasks, log, observe)
    return handler(parts, on_event, skill_id)


def deployed() -> Handler:
    """The skill as it runs on Lambda, its first turn already behind it."""
    renderer = Renderer(loader())
    warm_up(build(renderer=renderer, log=_silent))
    return build(renderer=renderer, skill_id=os.environ.get("SKILL_ID") or None)


def warm_up(skill: Handler) -> None:
    """Load what the first real turn needs while Lambda still grants its start-up processor."""
    session = {"new": True, "sessionId": "", "application": {}, "user": {}}
    system = {"application": {}, "user": {}, "device": {"supportedInterfaces": {}}}
    moment = datetime.now(UTC).isoformat()
    request = {"type": "LaunchRequest", "requestId": "", "timestamp": moment, "locale": "en-US"}
    skill(
        {
            "version": "1.0",
            "session": session,
            "context": {"System": system},
            "request": request,
        },
        None,
    )


def _silent(record: Mapping[str, object]) -> None:
    return None
