"""From state and meaning to a handler, then from door to door: the conversation's one entry."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.answers import MEANINGS_OF_WORDS
from spasm_guide.content.questions import question
from spasm_guide.conversation import anywhere, crisis, help_reached, menu
from spasm_guide.conversation.checking import age, legs
from spasm_guide.conversation.checking.check import speaks_as_child
from spasm_guide.conversation.checking.screen import still_open
from spasm_guide.conversation.checking.told import facts, note, noted
from spasm_guide.conversation.checking.verdict import parting, unspoken
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
    answering,
    briefly,
    go,
    line,
    spot,
    state_of,
)
from spasm_guide.conversation.wiring import ANYWHERE, DOORS, FIRST, STATES

ANSWERING: Final = ("yes", "no", "unsure", "report")
LEAVING: Final = ("stop",)
"""Nothing is asked of somebody who leaves."""


def advance(session: Session, heard: Heard) -> Answered:
    """One turn: what was heard, where it stood, what is answered, and its picture.

    Whoever leaves hears what was told and not spoken of yet; in or after a crisis, where to turn
    comes last. After an emergency nothing weaker does.
    """
    calling = state_of(session.asking) == help_reached.STATE
    session, reply = follow(step(session, heard))
    left = unspoken(session)
    over = not reply.listening and (reply.task is None or reply.task.silent)
    if left and over and heard.meaning not in FIRST and not calling:
        session, tier = parting(session, left)
        lines = (tier, *reply.lines) if crisis.speaks(reply) else (*reply.lines, tier)
        reply = replace(reply, lines=lines)
    session, reply = crisis.closed(session, reply)
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
        if session.asking == help_reached.STATE:
            return help_reached.on_open(session, heard)
        return menu.on_open(session, heard)
    if not {session.asking or "menu", state_of(session.asking)} & STATES.keys():
        session = replace(session, asking=None)
    if heard.details.get("item"):
        heard = replace(heard, meaning="question", topic=MEANINGS_OF_WORDS)
    before = session = crisis.on_their_own(session, heard)
    if legs.alone(session, heard):
        session, heard = legs.set_aside(session, heard)
    session = heed(session, heard)
    if session.asking == age.CONFIRM and heard.meaning not in age.STATES[age.CONFIRM]:
        session = age.asked_anew(session)
    if heard.meaning in FIRST:
        return FIRST[heard.meaning](session, heard)
    if triage(session.answers).tier == "EMERGENCY":
        return go(session, "emergency")
    if state_of(session.asking) == crisis.STATE and speaks_as_child(session):
        return go(session, "crisis_child")
    if state_of(session.asking) in (crisis.STATE, help_reached.STATE):
        return handler(session, heard)(session, heard)
    if heard.details.get("thanks") and state_of(session.asking) != "stretch":
        return briefly(session, line("anywhere/thanks:say"))
    owing = legs.owed(session) and not legs.owed(before)
    if (speaks_as_child(session) or owing) and heard.meaning not in LEAVING:
        return go(session, "check", *noted(session, heard), goal=session.goal or "check")
    if answering(session):
        session, heard = answered(before, session, heard)
    elif session.asking not in (None, "menu") and heard.meaning not in LEAVING:
        if session.answers != before.answers and raised(session, heard):
            return go(session, "raised", *noted(session, heard))
        if session.likely:
            return go(session, "check")
    return handler(session, heard)(session, heard)


def answered(before: Session, session: Session, heard: Heard) -> tuple[Session, Heard]:
    """What answers nothing and tells nothing new, three times to a question, is *not sure*."""
    tells = heard.meaning == "report" and ("unsure" in heard.answers.values() or age.number(heard))
    if heard.meaning != "unclear" and (heard.meaning != "report" or tells or session != before):
        return session, heard
    if still_open(session, heard):
        return session, heard
    session = replace(session, unclear=session.unclear + 1)
    if session.unclear < (2 if session.asking in age.TWICE else 3):
        return session, heard
    return replace(session, unsure=session.asking), Heard("unsure")


def handler(session: Session, heard: Heard) -> Handler:
    """The state's own, else the one for anywhere, else the state's otherwise."""
    asking = session.asking or "menu"
    state = STATES.get(asking) or STATES.get(state_of(asking), {})
    return (
        state.get(heard.meaning)
        or ANYWHERE.get(heard.meaning)
        or state.get(OTHERWISE, anywhere.on_unclear)
    )


def heed(session: Session, heard: Heard) -> Session:
    """What was told, whatever is answered: findings, whose back, what is likely.

    The first *not sure* about a danger is no answer yet: it is asked once more. So is an age that
    sounds like another. Where one thing of several was denied, the finding is still asked about.
    """
    partly = heard.details.get("partly", ())
    told = {f: a for f, a in heard.answers.items() if a != "no" or f not in partly}  # type: ignore[operator]
    if heard.meaning == "correct":
        told = {f: a for f, a in told.items() if a == "yes"}
    q = question(session.asking)
    if q and q.danger and session.unsure is None:
        told = {f: a for f, a in told.items() if a != "unsure" or f not in q.findings}
    if age.asked_back(session, heard) is not None:
        told = {f: a for f, a in told.items() if f not in age.BANDS}
    session = facts(note(session, told), heard)
    likely = (f for f in heard.likely if f not in session.answers and f not in session.likely)
    missed = heard.meaning == "unclear" or answering(session)
    return replace(
        session,
        subject=whose(session, heard),
        not_pregnant=session.not_pregnant or never_pregnant(heard),
        spot=spot(heard) or session.spot,
        likely=(*session.likely, *likely),
        unclear=session.unclear if missed else 0,
    )


def never_pregnant(heard: Heard) -> bool:
    return heard.details.get("sex") == "male" or age.number(heard) in age.NEVER_PREGNANT


def raised(session: Session, heard: Heard) -> bool:
    """Whether what was just told calls for a higher verdict now.

    Beside a wish or a command, milder signs are only kept; from URGENT up they interrupt it.
    So they are on a way aside, which comes to them when it leads back (diary/detour.py).
    """
    tier = triage(session.answers).tier
    floor = session.tier or "SELF_CARE"
    told = (
        heard.meaning in ("report", "yes", "unsure", "correct")
        and state_of(session.asking) not in ASIDE
    )
    told = told or level(tier) >= level("URGENT")
    return told and level(tier) > level(floor)


def whose(session: Session, heard: Heard) -> Subject:
    """A carer's "I think so" is still about the other one, only a finding of one's own is not.

    "She's making me laugh", said between two answers, is about nobody's back.
    """
    remark = answering(session) and heard.meaning not in ANSWERING
    mere_words = not heard.answers and (heard.subject == "self" or remark)
    return session.subject if mere_words or not heard.subject else heard.subject
