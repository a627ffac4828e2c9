"""One plain question before what matters: a likely finding, a correction, a provider's word."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.checking.check import proceed
from spasm_guide.conversation.checking.told import note, noted, take_back
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    again,
    ask,
    briefly,
    go,
    line,
    prompt,
    topic,
)


def on_yes(session: Session, heard: Heard) -> Step:
    match topic(session):
        case "provider":
            allowed = replace(session, offered=(*session.offered, "provider"))
            return go(allowed, "wish", line("confirm/provider:thanks"))
        case "correction":
            return correct(session)
        case "change":
            return again(session)
    return proceed(note(session, _meant(session, "yes")))


def _meant(session: Session, answer: Answer) -> dict[str, Answer]:
    return {topic(session): answer} if topic(session) in FINDINGS else {}


def correct(session: Session) -> Step:
    """Lower the tier to what is left, and speak the new verdict once nothing is open."""
    session = replace(take_back(session, session.changing), changing={})
    remaining = triage(session.answers)
    session = replace(session, tier=remaining.tier, rule=None, reasons=remaining.reasons)
    return go(session, "check", line("confirm/correction:done"))


def on_no(session: Session, heard: Heard) -> Step:
    match topic(session):
        case "provider":
            waiting = replace(session, wish=None)
            return go(waiting, "next_offer", line("confirm/provider:first"))
        case "correction":
            kept = replace(session, changing={})
            return go(kept, "next_offer", line("confirm/correction:kept"))
        case "change" if heard.answers:
            return change(session, answers=heard.answers)
        case "change":
            return go(session, "next_offer", line("confirm/change:kept"))
    return proceed(note(session, _meant(session, "no")))


def on_unsure(session: Session, heard: Heard) -> Step:
    """A likely danger stays one; anything else is left as it was."""
    if topic(session) in FINDINGS:
        cautious = note(session, _meant(session, "unsure"))
        return proceed(cautious, line("screen/screen:taken_seriously"))
    return on_no(session, Heard("no"))


def on_report(session: Session, heard: Heard) -> Step:
    """The finding itself named is the answer; at *which answer was wrong*, it is the correction."""
    if topic(session) == "change":
        return change(session, answers=heard.answers)
    if topic(session) in session.answers and topic(session) in FINDINGS:
        return proceed(session, *noted(session, heard))
    return go(session, "aside", heard=heard)


def change(session: Session, *, answers: Mapping[str, Answer]) -> Step:
    """After a verdict: what would be taken back waits for one clear yes."""
    lowering = {
        f: a for f, a in answers.items() if a != "yes" and session.answers.get(f, "no") != a
    }
    if not lowering:
        return ask(session, "confirm:change")
    question = prompt("confirm:correction", findings=list(lowering))
    return ask(replace(session, changing=lowering), "confirm:correction", question=question)


def on_explain(session: Session, heard: Heard) -> Step:
    return briefly(session, line("confirm/confirm:why"))


ON: Final[Handlers] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "explain": on_explain,
}
DOORS: Final = {"change": change}
