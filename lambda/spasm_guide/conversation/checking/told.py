"""What was told: kept, taken back, said back."""

from collections.abc import Mapping
from dataclasses import replace

from spasm_guide.clinical.findings import Answer
from spasm_guide.content.questions import question
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line


def note(session: Session, answers: Mapping[str, Answer]) -> Session:
    """Add what was told. A yes stays a yes: only a correction takes it back (see `take_back`)."""
    kept = dict(session.answers)
    for finding, answer in answers.items():
        if kept.get(finding) != "yes":
            kept[finding] = answer
    return session if kept == session.answers else replace(session, answers=kept)


def take_back(session: Session, answers: Mapping[str, Answer]) -> Session:
    """Overwrite answers, as the person corrects them."""
    return replace(session, answers={**session.answers, **answers})


def noted(session: Session, heard: Heard) -> tuple[Line, ...]:
    """Say back what was understood, where it was more than the answer to the question."""
    told = [f for f, answer in heard.answers.items() if answer == "yes"]
    q = question(session.asking)
    if not told or (q and len(told) == 1 and told[0] in q.findings):
        return ()
    return (line("screen/screen:noted", findings=told),)
