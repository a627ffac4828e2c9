"""Which names lead where: the open question to its state, a door to its room, a task to what
is said of its outcome. The one place that knows every room."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.conversation import anywhere, crisis, help_reached, menu, offer, relief
from spasm_guide.conversation.answers import article, side
from spasm_guide.conversation.checking import age, check, confirm, legs, screen, sign, verdict
from spasm_guide.conversation.diary import amending, consent, noting, running, telling, timers
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import bookmark, gate, pain, starting, stretch
from spasm_guide.conversation.turn import Handlers, Step, again

ASKED: Final[Handlers] = {**article.ANYWHERE, **side.ANYWHERE}
"""What people ask, of the article or beside it."""

ASIDES: Final[Handlers] = {
    **ASKED,
    **amending.ANYWHERE,
    **telling.ANYWHERE,
    **timers.ANYWHERE,
    **running.ANYWHERE,
}
"""Asked for in the middle of a stretch, they lead back to its second."""

STATES: Final[Mapping[str, Handlers]] = {
    "menu": menu.ON,
    "screen": screen.ON,
    "sign": sign.ON,
    "confirm": confirm.ON,
    **age.STATES,
    **legs.STATES,
    "offer": offer.ON,
    article.MORE: article.ON,
    "relief": relief.ON,
    "stretch": {
        **{meaning: stretch.aside(handler) for meaning, handler in ASIDES.items()},
        **stretch.ON,
    },
    pain.WHERE: pain.ON,
    pain.INSTEAD: pain.ON_INSTEAD,
    "diary": noting.ON,
    "consent": consent.ON,
    **crisis.ON,
    help_reached.STATE: help_reached.ON,
}
"""By the open question, or by the first part of its name."""

DOORS: Final[Mapping[str, Callable[..., Step]]] = {
    **check.DOORS,
    **confirm.DOORS,
    **verdict.DOORS,
    **offer.DOORS,
    **article.DOORS,
    **relief.DOORS,
    **gate.DOORS,
    **starting.DOORS,
    **pain.DOORS,
    **bookmark.DOORS,
    **noting.DOORS,
    **running.DOORS,
    **crisis.DOORS,
}
"""Where a handler may go next (see turn.Go)."""

OUTCOMES: Final[Mapping[str, Callable[[Session, Mapping[str, Any]], Step]]] = {
    **noting.OUTCOMES,
    **amending.OUTCOMES,
    **telling.OUTCOMES,
    **timers.OUTCOMES,
    **running.OUTCOMES,
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


FIRST: Final[Handlers] = {**anywhere.FIRST, "crisis": crisis.on_crisis}
"""Come before everything, a verdict included."""

ANYWHERE: Final[Handlers] = {
    **anywhere.ON,
    **FIRST,
    **ASKED,
    **amending.ANYWHERE,
    **telling.ANYWHERE,
    **timers.ANYWHERE,
    **running.ANYWHERE,
    **consent.ANYWHERE,
    "outcome": on_outcome,
}
