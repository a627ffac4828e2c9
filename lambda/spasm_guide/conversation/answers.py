"""What the article tells, asked for at any moment: a short answer, then the open question again."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, again, ask, line, prompt, state_of
from spasm_guide.conversation.turn import topic as asked_about

TOPICS: Final = (
    *("what_is_spasm", "causes", "list_signs", "compare_mild_warning", "medical_treatment"),
    *("when_to_see_doctor", "lifestyle", "get_up"),
)
STAY: Final = ("serious_accident", "after_injury", "cauda_equina", "weakness", "numbness_tingling")
"""With one of these nobody is told how to get up."""

MORE: Final = "offer:more"


def tell(session: Session, topic: str, *before: Line) -> Step:
    """More is offered only where nothing else is being asked."""
    short = line(f"answer/{topic}:short")
    if session.asking in (None, "menu", MORE):
        session = replace(session, topic=topic)
        return ask(session, MORE, *before, short, question=prompt(MORE, topic=topic))
    return again(session, *before, short)


def on_topic(session: Session, heard: Heard) -> Step:
    return tell(session, heard.meaning)


def on_get_up(session: Session, heard: Heard) -> Step:
    if any(session.answers.get(finding) in ("yes", "unsure") for finding in STAY):
        return again(session, line("answer/get_up:stay"))
    return tell(session, "get_up")


def on_explain_sign(session: Session, heard: Heard) -> Step:
    """Without a name it is the sign being asked about, else all of them."""
    asked = asked_about(session) if state_of(session.asking) == "sign" else None
    sign = heard.sign or asked
    return tell(session, sign if sign in SIGNS else "list_signs")


def on_more(session: Session, heard: Heard) -> Step:
    topic, session = session.topic, replace(session, topic=None)
    if topic not in (*TOPICS, *SIGNS):
        return ask(session, "menu")
    return ask(session, "menu", line(f"answer/{topic}:more"))


def on_enough(session: Session, heard: Heard) -> Step:
    return ask(replace(session, topic=None), "menu")


ANYWHERE: Final[Handlers] = {
    **dict.fromkeys(TOPICS, on_topic),
    "get_up": on_get_up,
    "explain_sign": on_explain_sign,
}

ON: Final[Handlers] = {
    "yes": on_more,
    "next": on_more,
    "resume": on_more,
    "explain": on_more,
    "no": on_enough,
    "unsure": on_enough,
}
"""At `offer:more`, the open offer to tell more."""
