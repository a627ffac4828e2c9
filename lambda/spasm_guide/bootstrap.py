"""The composition root: every concrete part is chosen here, and can be replaced by its name."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from time import process_time
from typing import TYPE_CHECKING, Any

from spasm_guide.alexa.display import Display
from spasm_guide.alexa.guard import Handler
from spasm_guide.alexa.log import Log, write
from spasm_guide.alexa.metrics import measured
from spasm_guide.alexa.request import Reader
from spasm_guide.alexa.response import Answers
from spasm_guide.alexa.skill import handler
from spasm_guide.alexa.turn import Advance, Observer, Parts, Tasks
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.table import advance as converse
from spasm_guide.speech.renderer import Renderer, sources
from spasm_guide.speech.words import words

if TYPE_CHECKING:
    from spasm_guide.storage.store import Store

OpenDiary = Callable[[], "tuple[Store, str]"]
"""The store, and the secret that its keys are hashed with."""


def listen(text: str, asking: str | None, locale: str) -> Heard:
    """Loaded with the first words: the opening turn has none, and never waits for the model."""
    from spasm_guide.reading.listen import listen as read

    return read(text, asking, locale)


def build(
    *,
    read: Reader = listen,
    advance: Advance = converse,
    renderer: Renderer | None = None,
    diary: OpenDiary | None = None,
    tasks: Tasks | None = None,
    log: Log = write,
    observe: Observer | None = None,
    on_event: Callable[[Mapping[str, Any]], None] | None = None,
    skill_id: str | None = None,
    elicits: bool = False,
) -> Handler:
    """The skill as one function of event and context. It need not keep a diary."""
    renderer = renderer or Renderer()
    display = Display(renderer, sources() / "screens")
    tasks = tasks or services(diary, renderer, log)
    if diary and not on_event:
        on_event = forgetting(diary)
    parts = Parts(read, advance, Answers(renderer, display, log, elicits), tasks, log, observe)
    return handler(parts, on_event, skill_id)


def deployed() -> Handler:
    """The skill as it runs on Lambda, its first turn already behind it."""
    renderer = Renderer()
    warm_up(build(renderer=renderer, log=_silent))
    log = measured(write)
    skill = build(
        renderer=renderer,
        diary=table(os.environ.get("DIARY_TABLE"), os.environ.get("DIARY_SECRET")),
        log=log,
        skill_id=os.environ.get("SKILL_ID") or None,
        elicits=os.environ.get("ELICIT") == "on",
    )
    log({"event": "start", "ms": round(1000 * process_time(), 2)})
    return skill


def table(name: str | None, secret: str | None) -> OpenDiary | None:
    """Only with both: keys hashed without a secret could be guessed."""
    if not (name and secret):
        return None

    @cache
    def make() -> "tuple[Store, str]":
        from spasm_guide.storage.dynamodb import DynamoStore
        from spasm_guide.storage.secret import read

        return DynamoStore(name), read(secret)

    return make


def services(diary: OpenDiary | None, renderer: Renderer, log: Log) -> Tasks:
    """Loaded when the first task comes: most conversations have none."""

    def label(what: str, locale: str) -> str:
        return renderer.write(Line(f"consent/{what}"), "label", words(locale))

    @cache
    def load() -> Tasks:
        from spasm_guide.services.tasks import Tasks as Services

        return Services(diary, label, log)

    return lambda task, context: load()(task, context)


def forgetting(diary: OpenDiary) -> Callable[[Mapping[str, Any]], None]:
    def on_event(event: Mapping[str, Any]) -> None:
        from spasm_guide.services.events import on_event as carry_out

        carry_out(event, *diary())

    return on_event


def warm_up(skill: Handler) -> None:
    """Load what the first real turn needs while Lambda still grants its start-up processor."""
    session = {"new": True, "sessionId": "", "application": {}, "user": {}}
    system: dict[str, Any] = {"application": {}, "user": {}, "device": {"supportedInterfaces": {}}}
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
