"""Which names lead where: the open question to its state, a door to its room, a task to what
is said of its outcome. The one place that knows every room."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.conversation import answers, anywhere, menu, offer, relief
from spasm_guide.conversation.checking import check, confirm, screen, sign, verdict
from spasm_guide.conversation.diary import consent, noting, telling, timers
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import bookmark, gate, starting, stretch
from spasm_guide.conversation.turn import Handlers, Step, again

STATES: Final[Mapping[str, Handlers]] = {
    "menu": menu.ON,
    "screen": screen.ON,
    "sign": sign.ON,
    "confirm": confirm.ON,
    "offer": offer.ON,
    answers.MORE: answers.ON,
    "relief": relief.ON,
    "stretch": {
        **{meaning: stretch.aside(handler) for meaning, handler in answers.ANYWHERE.items()},
        **stretch.ON,
    },
    "diary": noting.ON,
    "consent": consent.ON,
}
"""By the open question, or by the first part of its name."""

DOORS: Final[Mapping[str, Callable[..., Step]]] = {
    **check.DOORS,
    **confirm.DOORS,
    **verdict.DOORS,
    **offer.DOORS,
    **relief.DOORS,
    **gate.DOORS,
    **starting.DOORS,
    **bookmark.DOORS,
    **noting.DOORS,
}
"""Where a handler may go next (see turn.Go)."""

OUTCOMES: Final[Mapping[str, Callable[[Session, Mapping[str, Any]], Step]]] = {
    **noting.OUTCOMES,
    **telling.OUTCOMES,
    **timers.OUTCOMES,
    **consent.OUTCOMES,
    **bookmark.OUTCOMES,
}


def on_outcome(session: Session, heard: Heard) -> Step:
    """What came of a task that was carried out outside, and what is said of it."""
    outcome = heard.details.get("outcome")
    known = outcome if isinstance(outcome, Mapping) else {"status": str(outcome)}
    found = OUTCOMES.get(str(heard.details.get("task")))
    token = heard.details.get("token")
    return found(session, {**known, "token": token}) if found else again(session)


ANYWHERE: Final[Handlers] = {
    **anywhere.ON,
    **answers.ANYWHERE,
    **noting.ANYWHERE,
    **telling.ANYWHERE,
    **timers.ANYWHERE,
    **consent.ANYWHERE,
    "outcome": on_outcome,
}
