"""One plain question before what matters: a likely finding, a correction, a provider's word."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation import check
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, again, ask, line, prompt


def on_yes(session: Session, heard: Heard) -> Turn:
    match topic(session):
        case "provider":
            allowed = replace(session, offered=(*session.offered, "provider"))
            return offer.wish(allowed, line("confirm/provider:thanks"))
        case "correction":
            return correct(session)
        case "change":
            return again(session)
    return check.proceed(check.note(session, {topic(session): "yes"}))


def correct(session: Session) -> Turn:
    """Lower the tier to what is left, and speak the new verdict once nothing is open."""
    session = replace(check.take_back(session, session.changing), changing={})
    left = triage(session.answers)
    session = replace(session, tier=left.tier, rule=None, reasons=left.reasons)
    return check.begin(session, line("confirm/correction:done"))


def on_no(session: Session, heard: Heard) -> Turn:
    match topic(session):
        case "provider":
            waiting = replace(session, wish=None)
            return offer.following(waiting, line("confirm/provider:first"))
        case "correction":
            kept = replace(session, changing={})
            return offer.following(kept, line("confirm/correction:kept"))
        case "change" if heard.answers:
            return on_correct(session, heard)
        case "change":
            return offer.following(session, line("confirm/change:kept"))
    return check.proceed(check.note(session, {topic(session): "no"}))


def on_unsure(session: Session, heard: Heard) -> Turn:
    """A likely danger stays one; anything else is left as it was."""
    if topic(session) in FINDINGS:
        cautious = check.note(session, {topic(session): "unsure"})
        return check.proceed(cautious, line("screen/screen:taken_seriously"))
    return on_no(session, heard)


def on_report(session: Session, heard: Heard) -> Turn:
    """The finding itself named is the answer; at *which answer was wrong*, it is the correction."""
    if topic(session) == "change":
        return on_correct(session, heard)
    if topic(session) in session.answers and topic(session) in FINDINGS:
        return check.proceed(session, *check.noted(session, heard))
    return check.aside(session, heard)


def on_correct(session: Session, heard: Heard) -> Turn:
    """After a verdict: what would be taken back waits for one clear yes."""
    lowering = {
        f: a for f, a in heard.answers.items() if a != "yes" and session.answers.get(f, "no") != a
    }
    if not lowering:
        return ask(session, "confirm:change")
    question = prompt("confirm:correction", findings=list(lowering))
    return ask(replace(session, changing=lowering), "confirm:correction", question=question)


def on_explain(session: Session, heard: Heard) -> Turn:
    return again(session, line("confirm/confirm:why"))


def topic(session: Session) -> str:
    return (session.asking or "").partition(":")[2]


def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
