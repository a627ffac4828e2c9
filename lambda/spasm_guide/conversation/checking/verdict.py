"""How soon to seek care: the tier first, then why, then one next step, then what may be offered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import Answer, Tier, level
from spasm_guide.clinical.rule import Verdict, behind, triage
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation.checking.advice import advice, alarm, card
from spasm_guide.conversation.checking.check import begin, proceed
from spasm_guide.conversation.checking.legs import DANGER, owed
from spasm_guide.conversation.checking.told import note
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Go, Step, end, go, line, shortly, with_card


def conclude(session: Session, *before: Line) -> Step:
    """The verdict of all that was told, or what the gate lets through."""
    reached = triage(session.answers)
    if reached.tier == "EMERGENCY":
        return emergency(session, *before)
    nothing = reached.tier == "SELF_CARE"
    if nothing and (session.goal == "gate" or (session.goal == "legs" and not session.tier)):
        return let_through(session, *before)
    if session.goal == "legs" and not session.rule:
        return begin(session, *before)
    if session.rule and level(reached.tier) <= level(session.tier):
        stands = line(f"verdict/{(session.tier or '').lower()}:stands")
        return go(replace(session, goal="check"), "offers", *before, stands)
    session = spoken(session, reached)
    offers = go(session, "offers", *before, *advice(session, reached))
    return with_card(offers, card(session))


def let_through(session: Session, *before: Line) -> Step:
    """Of a few questions no verdict is made: on to what the person wished, or to why not."""
    fit = permission(session.answers) != "no"
    so_far = fit and session.goal == "gate" and not session.tier
    lines = (line("stretch/stretch:so_far"),) if so_far else ()
    return go(replace(session, offered=()), "wish", *before, *lines)


def raised(session: Session, *before: Line) -> Step:
    """A sign told after the verdict or in a stretch: the new verdict at once, then what is open."""
    reached = triage(session.answers)
    session = spoken(replace(session, wish=None, changing={}), reached)
    before = tuple(filter(None, (_beside_the_reasons(each, session) for each in before)))
    step = shortly(proceed(session, *before, *advice(session, reached)))
    if isinstance(step, Go) and step.door == "verdict":  # It has just been said.
        step = step._replace(door="offers", session=replace(step.session, goal="check"))
    return with_card(step, card(session))


def _beside_the_reasons(noted: Line, session: Session) -> Line | None:
    """What the verdict tells as its reason need not be noted before."""
    findings = noted.data.get("findings")
    if not isinstance(findings, list):
        return noted
    others = [finding for finding in findings if finding not in session.reasons]
    return Line(noted.name, {**noted.data, "findings": others}) if others else None


def spoken(session: Session, reached: Verdict) -> Session:
    """The session once a verdict has been said; it stays with it to the end."""
    return replace(
        session,
        tier=reached.tier,
        rule=reached.rule,
        reasons=behind(reached, session.answers),
        locked=session.locked or level(reached.tier) >= level("URGENT"),
        goal="check",
        offered=(),
    )


def emergency(session: Session, *before: Line) -> Step:
    """The session ends, because only outside it can Alexa call for help."""
    reached = triage(session.answers)
    session = spoken(session, reached)
    return end(session, *before, *alarm(session, reached), card=card(session))


def unspoken(session: Session) -> Verdict | None:
    """What was told and not yet spoken of, for somebody who leaves; a doubt still open counts."""
    open_doubts = [*session.likely, *((DANGER,) if owed(session) else ())]
    doubts: Mapping[str, Answer] = dict.fromkeys(open_doubts, "unsure")
    reached = triage({**doubts, **session.answers})
    return reached if level(reached.tier) > max(level(session.tier), 0) else None


def parting(session: Session, reached: Verdict) -> tuple[Session, Line]:
    """The tier in one line, for somebody who leaves before the verdict."""
    doubts: Mapping[str, Answer] = dict.fromkeys(reached.reasons, "unsure")
    told = note(session, {f: a for f, a in doubts.items() if f not in session.answers})
    return spoken(told, reached), in_short(reached.tier)


def reminder(session: Session) -> tuple[Line, ...]:
    """The tier that was spoken, in one line; what is not spoken of yet is added in table.py."""
    known = session.tier if session.tier != "SELF_CARE" and not unspoken(session) else None
    return (in_short(known),) if known else ()


def in_short(tier: Tier) -> Line:
    return line(f"verdict/{tier.lower()}:in_short")


DOORS: Final = {"verdict": conclude, "raised": raised, "emergency": emergency}
