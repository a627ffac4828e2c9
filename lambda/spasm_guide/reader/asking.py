"""The open question: which findings it asks about, and what they answer to it."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.content.questions import asked_about as findings

_LEG: Final = ("radiating", "weakness", "numbness_tingling")


def concepts(asking: str | None) -> tuple[str, ...]:
    """What it asks about, as rules can ask for it."""
    about = findings(asking)
    leg = ("asking_leg",) if any(f in _LEG for f in about) else ()
    question = (f"asking_{(asking or 'nothing').replace(':', '_')}",)
    return (*(f"asking_{f}" for f in about), *leg, *question)


def answered(asking: str, answers: Mapping[str, Answer]) -> Answer | None:
    """What the findings told answer to it, the gravest first."""
    values = [answers[f] for f in findings(asking) if f in answers]
    for answer in ("yes", "unsure", "no"):
        if answer in values:
            return answer
    return None
