"""From state and meaning to a handler, then from door to door: the conversation's one entry."""

from dataclasses import replace

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.questions import question
from spasm_guide.conversation import anywhere, menu
from spasm_guide.conversation.checking.told import note, noted
from spasm_guide.conversation.diary.detour import ASIDE
from spasm_guide.conversation.display.choose import displayed
from spasm_guide.conversation.heard import Heard, Subject
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    OTHERWISE,
    Answered,
    Go,
    Handler,
    Step,
    checking,
    go,
    line,
    state_of,
)
from spasm_guide.conversation.wiring import ANYWHERE, DOORS, STATES


def advance(session: Session, heard: Heard) -> Answered:
    """One turn: what was heard, where it stood, what is answered, and its picture."""
    session, reply = follow(step(session, heard))
    return session, replace(reply, display=displayed(session, reply))


def follow(step: Step) -> Answered:
    """From door to door until somebody answers; a card handed over on the way goes with it."""
    card = None
    while isinstance(step, Go):
        card = card or step.card
        step = DOORS[step.door](step.session, *step.before, **step.data)
    session, reply = step
    return session, replace(reply, card=card) if card else reply


def step(session: Session, heard: Heard) -> Step:
    if heard.meaning == "open":
        return menu.on_open(session, heard)
    if state_of(session.asking) not in STATES:
        session = replace(session, asking=None)
    before, session = session, heed(session, heard)
    if heard.meaning in anywhere.FIRST:
        return anywhere.FIRST[heard.meaning](session, heard)
    if triage(session.answers).tier == "EMERGENCY":
        return go(session, "emergency")
    if speaks_as_child(session) and not speaks_as_child(before):
        return go(session, "check", line("anywhere/child:say"))
    if not checking(session) and session.asking not in (None, "menu"):
        if session.answers != before.answers and raised(session, heard):
            return go(session, "raised", *noted(session, heard))
        if session.likely:
            return go(session, "check")
    return handler(session, heard)(session, heard)


def handler(session: Session, heard: Heard) -> Handler:
    """The state's own, else the one for anywhere, else the state's otherwise."""
    asking = session.asking or "menu"
    state = STATES.get(asking) or STATES[state_of(asking)]
    return (
        state.get(heard.meaning)
        or ANYWHERE.get(heard.meaning)
        or state.get(OTHERWISE, anywhere.on_unclear)
    )


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
    session = note(session, told)
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
    So they are on a way aside, which comes to them when it leads back (diary/detour.py).
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
