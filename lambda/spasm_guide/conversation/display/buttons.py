"""What answers the open question by touch."""

from collections.abc import Sequence
from typing import Final

from spasm_guide.content.questions import question
from spasm_guide.conversation.checking.questions import unknown
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import state_of, topic

Buttons = Sequence[str]
"""Each a meaning, `skip` for *next*, or `report:<finding>`, `place:<place>`, `severity:<n>`."""

MENU: Final = ("start_check", "start_stretch", "relief")
ANSWER: Final = ("yes", "no", "unsure")
CHOICE: Final = ("yes", "no")
STEPS: Final = ("next", "repeat", "stop")
PLACES: Final = ("place:chair", "place:bed", "place:floor")
PLAYING: Final = ("pause", "next", "easier", "too_painful")
RESTING: Final = ("resume", "next", "easier", "stop")
MOST_BESIDE: Final = 4
SEVERITIES: Final = tuple(f"severity:{n}" for n in range(11))


def buttons(session: Session) -> Buttons:
    q = question(session.asking)
    if q and session.asking == q.which:
        return [*(f"report:{finding}" for finding in unknown(q, session.answers)), "unsure"]
    about = topic(session)
    if not session.asking:
        return ()
    match state_of(session.asking):
        case "menu":
            return MENU
        case "offer" | "consent":
            return CHOICE
        case "diary":
            return {"severity": (*SEVERITIES, "next"), "when": ("yes", "next")}.get(
                about, ("next",)
            )
        case "relief":
            return ANSWER if about == "when" else STEPS
        case "stretch":
            return ("resume", "next", "stop")
        case "confirm":
            return () if about == "change" else ANSWER
    return ANSWER


def few(session: Session) -> Buttons:
    """Beside something told there is no room for a whole scale: its way on, the last, is enough."""
    all_of_them = buttons(session)
    return all_of_them if len(all_of_them) <= MOST_BESIDE else all_of_them[-1:]
