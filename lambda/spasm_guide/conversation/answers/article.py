"""What the article tells, asked for at any moment: a short answer, then the open question again."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import SIGNS, level
from spasm_guide.conversation.answers.choose import tier_of
from spasm_guide.conversation.checking.advice import MORE as VERDICT
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    ask,
    briefly,
    checking,
    go,
    line,
    prompt,
    state_of,
)
from spasm_guide.conversation.turn import topic as asked_about

TOPICS: Final = (
    *("what_is_spasm", "causes", "list_signs", "compare_mild_warning", "medical_treatment"),
    *("when_to_see_doctor", "lifestyle", "get_up"),
)
STAY: Final = ("serious_accident", "after_injury", "cauda_equina", "weakness", "numbness_tingling")
"""With one of these nobody is told how to get up."""

FALL: Final = "after_injury"
HOW_SOON: Final = "when_to_see_doctor"
MORE: Final = "offer:more"


def tell(session: Session, topic: str, *before: Line, block: str = "short") -> Step:
    """More is offered only where nothing else is being asked."""
    short = line(f"answer/{topic}:{how_soon(session) if topic == HOW_SOON else block}")
    more = session.asking == MORE and session.topic != VERDICT
    if session.asking in (None, "menu") or more:
        session = replace(session, topic=topic)
        return ask(session, MORE, *before, short, question=prompt(MORE, topic=topic))
    return briefly(session, *before, short)


def how_soon(session: Session) -> str:
    """What the person has told comes before what the article says of anybody."""
    tier = tier_of(session)
    if level(tier) > level("SELF_CARE"):
        return str(tier).lower()
    return "checking" if checking(session) else "short"


def on_topic(session: Session, heard: Heard) -> Step:
    return tell(session, heard.meaning)


def on_get_up(session: Session, heard: Heard) -> Step:
    """A fall that is likely is asked about first."""
    if any(session.answers.get(finding) in ("yes", "unsure") for finding in STAY):
        return briefly(session, line("answer/get_up:stay"))
    if set(session.likely) & set(STAY):
        return go(replace(session, wish="get_up"), "check", goal=session.goal or "check")
    asked = session.tier or session.answers.get(FALL) == "no"
    return tell(session, "get_up", block="short" if asked else "unless_it_was_a_fall")


def get_up(session: Session, *before: Line) -> Step:
    """Once that is answered; then on with the check, where one was under way."""
    stay = any(session.answers.get(finding) in ("yes", "unsure") for finding in STAY)
    if stay or (session.asked and not session.rule):
        said = line(f"answer/get_up:{'stay' if stay else 'short'}")
        return go(session, "check", *before, said, goal=session.goal or "check")
    return tell(replace(session, goal=None), "get_up", *before)


def on_explain_sign(session: Session, heard: Heard) -> Step:
    """Without a name it is the sign being asked about, else all of them."""
    asked = asked_about(session) if state_of(session.asking) == "sign" else None
    sign = heard.sign or asked
    return tell(session, sign if sign in SIGNS else "list_signs")


def on_more(session: Session, heard: Heard) -> Step:
    if session.topic == VERDICT:
        return go(replace(session, topic=None), "rest")
    topic, session = session.topic, replace(session, topic=None)
    if topic not in (*TOPICS, *SIGNS):
        return ask(session, "menu")
    return ask(session, "menu", line(f"answer/{topic}:more"))


def on_enough(session: Session, heard: Heard) -> Step:
    if session.topic == VERDICT:
        return go(replace(session, topic=None), "no_more")
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
    "how_long": on_more,
    "no": on_enough,
    "unsure": on_enough,
}
"""At `offer:more`, the open offer to tell more."""

DOORS: Final = {"get_up": get_up}
