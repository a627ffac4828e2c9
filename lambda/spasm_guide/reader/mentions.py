"""What the words set: the findings, whose back it is, and which way they lean on the open question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Subject
from spasm_guide.reader import leaning, whose
from spasm_guide.reader.rules import Outcome, outcomes
from spasm_guide.reader.scene import Scene

_RANK: Final = ("no", "unsure", "yes")


@dataclass(frozen=True, slots=True)
class Mentions:
    answers: Mapping[str, Answer]
    likely: tuple[str, ...]
    """Dangerous findings that are suggested but not said."""
    leaning: Answer | None
    """What the words answer to the open question, outright or by their content."""
    subject: Subject | None


def find(tokens: Sequence[str], asking: str | None) -> Mentions:
    scene = Scene(tokens, leaning.asked(asking))
    about = whose.about(scene)
    found = [o for o in outcomes(scene) if o.clause not in about.others]
    answers = settle(found, scene)
    likely = tuple(
        dict.fromkeys(o.finding for o in found if o.answer == "likely" and o.finding not in answers)
    )
    return Mentions(answers, likely, leaning.of(scene, asking, answers), about.subject)


def settle(found: list[Outcome], scene: Scene) -> dict[str, Answer]:
    """Yes outweighs unsure, unsure no; but what follows a correction stands alone."""
    fixes = [n for n, clause in enumerate(scene.clauses) if clause.link == "fix"]
    answers: dict[str, Answer] = {}
    for finding in FINDINGS:
        mine = [o for o in found if o.finding == finding and o.answer in _RANK]
        for fix in fixes:
            later = [o for o in mine if o.clause >= fix]
            mine = later or mine
        if mine:
            answers[finding] = max((o.answer for o in mine), key=_RANK.index)  # type: ignore[assignment]
    return answers
