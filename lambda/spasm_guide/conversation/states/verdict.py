"""How soon to seek care: the tier first, then why, then one next step, then what may be offered."""

from dataclasses import replace

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import Verdict, triage
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation import check
from spasm_guide.conversation.advice import advice, alarm, card
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, end, line, with_card


def conclude(session: Session, *before: Line) -> Turn:
    """The verdict of all that was told, or what the gate lets through."""
    reached = triage(session.answers)
    if reached.tier == "EMERGENCY":
        return emergency(session, reached, *before)
    if session.goal == "legs" and not session.rule:
        return check.begin(session, *before)
    calm = session.goal == "stretch" and reached.tier == "SELF_CARE"
    if calm and permission(session.answers) != "no":
        so_far = () if session.tier else (line("stretch/stretch:so_far"),)
        return offer.wish(spoken(session, reached), *before, *so_far)
    if session.rule and level(reached.tier) <= level(session.tier):
        stands = line(f"verdict/{(session.tier or '').lower()}:stands")
        return offer.first(replace(session, goal="check"), *before, stands)
    session = spoken(session, reached)
    return with_card(offer.first(session, *before, *advice(session, reached)), card(session))


def raised(session: Session, *before: Line) -> Turn:
    """A sign told after the verdict or in a stretch: the new verdict at once, then what is open."""
    session = spoken(replace(session, wish=None), triage(session.answers))
    lines = advice(session, triage(session.answers))
    return with_card(check.proceed(session, *before, *lines), card(session))


def spoken(session: Session, reached: Verdict) -> Session:
    """The session once a verdict has been said; it stays with it to the end."""
    return replace(
        session,
        tier=reached.tier,
        rule=reached.rule,
        reasons=reached.reasons,
        locked=session.locked or level(reached.tier) >= level("URGENT"),
        goal="check",
        offered=(),
    )


def emergency(session: Session, reached: Verdict, *before: Line) -> Turn:
    """The session ends, because only outside it can Alexa call for help."""
    session = spoken(session, reached)
    return end(session, *before, *alarm(session, reached), card=card(session))


def in_short(session: Session) -> tuple[Line, ...]:
    """One line for somebody who leaves before the verdict, where a sign or flag was told."""
    tier = triage(session.answers).tier
    if session.tier or tier == "SELF_CARE":
        return ()
    return (line(f"verdict/{tier.lower()}:in_short"),)
