"""Both legs, and nothing else of its kind: new, or old and gone on sitting?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.conversation.checking.check import proceed
from spasm_guide.conversation.checking.questions import BOTH_LEGS, OWED, SITTING
from spasm_guide.conversation.checking.told import note
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, briefly, go, prompt

DANGER: Final = "cauda_equina"
ITEM: Final = "both_legs"
NERVE: Final = ("weakness", "numbness_tingling")


def alone(session: Session, heard: Heard) -> bool:
    """Both legs were said, without any other sign of a trapped nerve."""
    items = heard.details.get("items")
    named = items.get(DANGER) if isinstance(items, Mapping) else None
    answers = {**session.answers, **heard.answers}
    beside = any(answers.get(finding) in ("yes", "unsure") for finding in NERVE)
    return (
        heard.answers.get(DANGER) == "yes"
        and isinstance(named, list | tuple)
        and list(named) == [ITEM]
        and not beside
        and session.answers.get(DANGER) != "yes"
    )


def owed(session: Session) -> bool:
    """What both legs mean has not been answered yet."""
    return bool(set(session.ahead) & set(OWED))


def _answered(session: Session, *ahead: str) -> Session:
    return replace(session, ahead=(*ahead, *(n for n in session.ahead if n not in OWED)))


def set_aside(session: Session, heard: Heard) -> tuple[Session, Heard]:
    """Not counted before it was asked about; said once more, it was."""
    answers = {f: answer for f, answer in heard.answers.items() if f != DANGER}
    heard = replace(heard, answers=answers)
    if owed(session) or SITTING in session.asked:
        return session, heard
    return replace(session, ahead=(BOTH_LEGS, *session.ahead)), heard


def on_new(session: Session, heard: Heard) -> Step:
    return proceed(note(_answered(session), {DANGER: "yes"}, ITEM))


def on_old(session: Session, heard: Heard) -> Step:
    return proceed(_answered(session, SITTING))


def on_gone(session: Session, heard: Heard) -> Step:
    """Old, no worse, and gone on sitting: a sign of one leg, not the danger.

    Told elsewhere than at the question that names the danger, the rest of that is still asked.
    """
    denied = {DANGER: "no"} if "screen:nerves" in session.asked else {}
    return proceed(note(_answered(session), {"radiating": "yes", **denied}))  # type: ignore[dict-item]


def on_told(session: Session, heard: Heard) -> Step:
    if session.asking == SITTING and heard.answers.get("radiating") == "yes":
        return on_gone(session, heard)
    return go(session, "aside", heard=heard)


def on_explain(session: Session, heard: Heard) -> Step:
    return briefly(session, prompt(session.asking or "", "why"))


STATES: Final[Mapping[str, Handlers]] = {
    BOTH_LEGS: {
        "yes": on_new,
        "no": on_old,
        "unsure": on_new,
        "report": on_told,
        "explain": on_explain,
    },
    SITTING: {
        "yes": on_gone,
        "no": on_new,
        "unsure": on_new,
        "report": on_told,
        "explain": on_explain,
    },
}
