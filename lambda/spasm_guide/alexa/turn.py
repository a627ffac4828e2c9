"""One turn: the request heard, the conversation asked, the reply put into words."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any, Final

from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_model.response import Response

from spasm_guide import __version__
from spasm_guide.alexa.context import Context, context_of
from spasm_guide.alexa.emergencies import Emergencies
from spasm_guide.alexa.intents import net_of
from spasm_guide.alexa.log import Log
from spasm_guide.alexa.request import SPOKEN_AT, Reader, elapsed_since, hear
from spasm_guide.alexa.response import Answers
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line, Reply, Task
from spasm_guide.conversation.session import ForeignSession, Session
from spasm_guide.languages.load import known as known_locale

Advance = Callable[[Session, Heard], tuple[Session, Reply]]
Tasks = Callable[[Task, Context], object]
"""Carries a task out and says how it went; raises nothing that it could say."""
Observer = Callable[[Heard, Session, Reply], None]

FRESH: Final = Line("anywhere/fresh:say")
"""Says that we start afresh, because what we remembered cannot be read."""
QUESTIONS: Final = frozenset(
    {"menu", "screen", "sign", "confirm", "offer", "consent", "relief", "diary", "stretch"}
)
"""The kinds of question that may be logged: not which sign, and nothing that was put there."""
HELP_REACHED: Final = "help_reached"
"""Asked instead of the first question where an emergency was told a moment ago."""
OTHER_EMERGENCY: Final = "other_emergency"
MOST_TASKS: Final = 3
"""In one turn: a task may ask for a second, but never for ever."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a turn is made of; bootstrap.py chooses them."""

    read: Reader
    advance: Advance
    answers: Answers
    tasks: Tasks
    log: Log
    observe: Observer | None = None
    emergencies: Emergencies = field(default_factory=Emergencies)


class TurnHandler(AbstractRequestHandler):
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def can_handle(self, handler_input: Any) -> bool:
        return True

    def handle(self, handler_input: Any) -> Response:
        began, parts = perf_counter(), self._parts
        envelope, attributes = handler_input.request_envelope, handler_input.attributes_manager
        request = envelope.request
        context = context_of(envelope)
        known = {} if envelope.session.new else attributes.session_attributes or {}
        before, foreign = _restore(known)
        if not known and parts.emergencies.recent(context):
            before = replace(before, asking=HELP_REACHED)
        heard = hear(envelope, before, elapsed_since(known, context.now), parts.read)
        session, reply = self._advance(before, heard, context)
        if foreign:
            reply = replace(reply, lines=(FRESH, *reply.lines))
        if session.tier == "EMERGENCY" or heard.meaning == OTHER_EMERGENCY:
            parts.emergencies.note(context)
        response = parts.answers.answer(reply, session, context)
        spoken_at = context.now.timestamp()
        attributes.session_attributes = {**session.to_attributes(), SPOKEN_AT: spoken_at}
        if parts.observe:
            parts.observe(heard, session, reply)
        parts.log(
            {
                "event": "turn",
                "version": __version__,
                "request": request.object_type,
                "locale": context.locale if known_locale(context.locale) else "other",
                "screen": context.has_apl,
                "question": _kind(before.asking),
                "net": net_of(request.intent) if request.object_type == "IntentRequest" else None,
                "unclear": heard.meaning == "unclear",
                "verdict": session.tier if session.tier != before.tier else None,
                "foreign": foreign,
                "listening": reply.listening,
                "ms": round(1000 * (perf_counter() - began), 2),
            }
        )
        return response

    def _advance(self, session: Session, heard: Heard, context: Context) -> tuple[Session, Reply]:
        session, reply = self._parts.advance(session, heard)
        for _ in range(MOST_TASKS):
            if reply.task is None:
                break
            outcome = self._parts.tasks(reply.task, context)
            if reply.task.silent:
                break
            back = Heard("outcome", details={"task": reply.task.name, "outcome": outcome})
            lines = reply.lines
            session, reply = self._parts.advance(session, back)
            reply = replace(reply, lines=(*lines, *reply.lines))
        return session, reply


def _restore(attributes: dict[str, Any]) -> tuple[Session, bool]:
    """The session, and whether it had to start afresh."""
    try:
        ours = {name: value for name, value in attributes.items() if name != SPOKEN_AT}
        return Session.from_attributes(ours), False
    except ForeignSession:
        return Session(), True


def _kind(asking: str | None) -> str:
    kind = (asking or "none").partition(":")[0]
    return kind if kind in QUESTIONS else "none"
