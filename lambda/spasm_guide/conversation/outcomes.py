"""What came of a task that was carried out outside, and what is said of it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.conversation import alerts, continuing
from spasm_guide.conversation.detour import back
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import diary
from spasm_guide.conversation.states.consent import topic
from spasm_guide.conversation.turn import Turn, again, line


def on_agreed(session: Session, outcome: Mapping[str, Any]) -> Turn:
    done = outcome["status"] == "done"
    if topic(session) == "place":
        return continuing.from_the_start(
            session, line(f"consent/place:{'agreed' if done else 'unavailable'}")
        )
    return diary.go_on(session) if done else diary.failed(session, outcome)


def on_forgotten(session: Session, outcome: Mapping[str, Any]) -> Turn:
    known = outcome["status"] if outcome["status"] in ("done", "off") else "unavailable"
    return back(session, line(f"consent/forget_me:{known}"))


def on_outcome(session: Session, heard: Heard) -> Turn:
    outcome = heard.details.get("outcome")
    known = outcome if isinstance(outcome, Mapping) else {"status": str(outcome)}
    found = OUTCOMES.get(str(heard.details.get("task")))
    token = heard.details.get("token")
    return found(session, {**known, "token": token}) if found else again(session)


OUTCOMES: Final[dict[str, Callable[[Session, Mapping[str, Any]], Turn]]] = {
    **diary.OUTCOMES,
    **alerts.OUTCOMES,
    **continuing.OUTCOMES,
    "agree": on_agreed,
    "forget": on_forgotten,
}
