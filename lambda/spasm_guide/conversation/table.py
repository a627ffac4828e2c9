"""From state and meaning to a handler: the one entry to the conversation."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation import check
from spasm_guide.conversation.detour import ASIDE
from spasm_guide.conversation.heard import Heard, Subject
from spasm_guide.conversation.questions import question
from spasm_guide.conversation.screens import with_screen
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import (
    anywhere,
    confirm,
    consent,
    diary,
    menu,
    offer,
    relief,
    screen,
    sign,
    stretch,
    verdict,
)
from spasm_guide.conversation.turn import Turn, line, state_of

Handler = Callable[[Session, Heard], Turn]

STATES: Final[Mapping[str, ModuleType]] = {
    "menu": menu,
    "screen": screen,
    "sign": sign,
    "confirm": confirm,
    "offer": offer,
    "relief": relief,
    "stretch": stretch,
    "diary": diary,
    "consent": consent,
}
"""By the first part of the open question. Each has `ON` and `otherwise`."""


def advance(session: Session, heard: Heard) -> Turn:
    """One turn: what was heard, where it stood, what is answered, and its picture."""
    return with_screen(answer(session, heard))


def answer(session: Session, heard: Heard) -> Turn:
    if heard.meaning == "open":
        return menu.on_open(session, heard)
    before, session = session, heed(session, heard)
    if heard.meaning in anywhere.FIRST:
        return anywhere.FIRST[heard.meaning](session, heard)
    reached = triage(session.answers)
    if reached.tier == "EMERGENCY":
        return verdict.emergency(session, reached)
    if speaks_as_child(session) and not speaks_as_child(before):
        return check.begin(session, line("anywhere/child:say"))
    if not anywhere.checking(session) and session.asking not in (None, "menu"):
        if session.answers != before.answers and raised(session, heard):
            return verdict.raised(session, *check.noted(session, heard))
        if session.likely:
            return check.begin(session)
    return handler(session, heard)(session, heard)


def handler(session: Session, heard: Heard) -> Handler:
    """The state's own, else the one for anywhere, else the state's otherwise."""
    state = STATES[state_of(session.asking)]
    found: Handler = (
        state.ON.get(heard.meaning) or anywhere.ON.get(heard.meaning) or state.otherwise
    )
    return found


def heed(session: Session, heard: Heard) -> Session:
    """What was told, whatever is answered: findings, whose back, what is likely.

    The first *not sure* about a danger is no answer yet: it is asked once more.
    """
    told = heard.answers
    if heard.meaning == "correct":
        told = {f: a for f, a in told.items() if a == "yes"}
    q = question(session.asking)
    if q and q.danger and session.unsure != q.name:
        told = {f: a for f, a in told.items() if a != "unsure" or f not in q.findings}
    session = check.note(session, told)
    likely = (f for f in heard.likely if f not in session.answers and f not in session.likely)
    return replace(
        session,
        subject=whose(session, heard),
        likely=(*session.likely, *likely),
        unclear=session.unclear if heard.meaning == "unclear" else 0,
    )


def raised(session: Session, heard: Heard) -> bool:
    """Whether what was just told calls for a higher verdict now.

    Beside a wish or a command, milder signs are only kept; from URGENT up they interrupt it.
    So they are on a way aside, which comes to them when it leads back (see detour.py).
    """
    tier = triage(session.answers).tier
    floor = session.tier or "SELF_CARE"
    told = heard.meaning in ("report", "yes", "unsure") and state_of(session.asking) not in ASIDE
    told = told or level(tier) >= level("URGENT")
    return told and level(tier) > level(floor)


def whose(session: Session, heard: Heard) -> Subject:
    """A carer's "I think so" is still about the other one; only a finding of one's own is not."""
    mere_words = heard.subject == "self" and not heard.answers
    return session.subject if mere_words or not heard.subject else heard.subject


def speaks_as_child(session: Session) -> bool:
    return session.subject == "self" and session.answers.get("under_18") == "yes"
