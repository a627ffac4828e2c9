"""What was told: kept, taken back, said back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.content.questions import question
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Fact
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line

LONGEST: Final = 40
"""Characters of a person's own words that are spoken back."""
UNITS: Final = ("day", "week", "month", "year")
MOST: Final = 100


def note(session: Session, answers: Mapping[str, Answer], item: str = "") -> Session:
    """Add what was told. A yes stays a yes: only a correction takes it back (see `take_back`)."""
    kept, facts = dict(session.answers), dict(session.facts)
    for finding, answer in answers.items():
        if kept.get(finding) != "yes":
            kept[finding] = answer
            if item and answer != "no":
                facts[finding] = facts.get(finding, Fact())._replace(item=item)
    if (kept, facts) == (session.answers, session.facts):
        return session
    return replace(session, answers=kept, facts=facts)


def take_back(session: Session, answers: Mapping[str, Answer]) -> Session:
    """Overwrite answers, as the person corrects them."""
    facts = {finding: fact for finding, fact in session.facts.items() if finding not in answers}
    return replace(session, answers={**session.answers, **answers}, facts=facts)


def facts(session: Session, heard: Heard) -> Session:
    """Which item was meant, in which words, how long ago: only where that was said."""
    found = dict(session.facts)
    for finding in (f for f, answer in heard.answers.items() if answer == "yes"):
        items, words = _of(heard, "items", finding), _of(heard, "words", finding)
        ago = _of(heard, "ago", finding)
        fact = found.get(finding, Fact())
        if isinstance(items, list | tuple) and len(items) == 1:
            fact = fact._replace(item=str(items[0]))
        if isinstance(words, str) and words:
            fact = fact._replace(words=words[:LONGEST])
        match ago:
            case [int(n), str(unit)] if 0 < n <= MOST and unit in UNITS:
                fact = fact._replace(n=n, unit=unit)
        if fact != Fact():
            found[finding] = fact
    return session if found == session.facts else replace(session, facts=found)


def _of(heard: Heard, name: str, finding: str) -> Any:
    by_finding = heard.details.get(name)
    return by_finding.get(finding) if isinstance(by_finding, Mapping) else None


def noted(session: Session, heard: Heard) -> tuple[Line, ...]:
    """Say back what was understood, where it was more than the answer to the question."""
    told = [f for f, answer in heard.answers.items() if answer == "yes"]
    q = question(session.asking)
    if not told or (q and len(told) == 1 and told[0] in q.findings):
        return ()
    return (line("screen/screen:noted", findings=told),)
