"""What answers the open question by touch."""

from collections.abc import Mapping, Sequence
from typing import Final

from spasm_guide.content.questions import question
from spasm_guide.conversation.checking.questions import left
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import state_of, topic

Buttons = Sequence[str]
"""Each a meaning, `skip` for *next*, or `report:<item>`, `place:<place>`, `severity:<n>`."""

MENU: Final = ("start_check", "start_stretch", "relief")
ANSWER: Final = ("yes", "no", "unsure")
CHOICE: Final = ("yes", "no")
BY_NAME: Final[Mapping[str, Buttons]] = {
    "screen:age": ("unsure",),
    "screen:age_band": ("report:under_18", "report:over_55", "no", "unsure"),
}
STEPS: Final = ("next", "repeat", "stop")
PLAYING: Final = ("pause", "next", "easier", "too_painful")
RESTING: Final = ("resume", "next", "easier", "stop")
YES_OR_NO: Final = ("danger", "near", "number", "back")
"""What is asked in a crisis, as far as a yes or a no answers it."""
MOST_BESIDE: Final = 3
SEVERITIES: Final = tuple(f"severity:{n}" for n in range(11))


def buttons(session: Session) -> Buttons:
    q = question(session.asking)
    if q and session.asking == q.which:
        return [*(f"report:{item.name}" for item in left(q, session)), "unsure"]
    if session.asking and session.asking in BY_NAME:
        return BY_NAME[session.asking]
    about = topic(session)
    if not session.asking:
        return ()
    match state_of(session.asking):
        case "menu":
            return MENU
        case "offer" | "consent" | "help_reached":
            return CHOICE
        case "diary":
            return {"severity": (*SEVERITIES, "next"), "when": ("yes", "next")}.get(
                about, ("next",)
            )
        case "relief":
            return ANSWER if about == "when" else STEPS
        case "stretch":
            return {"hurt": ("unsure",), "instead": CHOICE}.get(about, ("resume", "next", "stop"))
        case "crisis":
            return CHOICE if about in YES_OR_NO else ()
        case "confirm":
            return () if about == "change" else ANSWER
    return ANSWER


def few(session: Session) -> Buttons:
    """Beside something told there is no room for a whole scale: its way on, the last, is enough."""
    all_of_them = buttons(session)
    return all_of_them if len(all_of_them) <= MOST_BESIDE else all_of_them[-1:]


def expected(touch: Buttons) -> str:
    """What kind of answer they stand for, for whoever wants to say it."""
    if "yes" in touch and "no" in touch:
        return "answer" if "unsure" in touch else "choice"
    return touch[0].partition(":")[0] if touch and ":" in touch[0] else "words"
