"""What the words set: findings, whose back it is, and what they answer to the open question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.conversation.heard import Subject
from spasm_guide.reader import leaning, whose
from spasm_guide.reader.asking import concepts
from spasm_guide.reader.rules import Outcome, outcomes
from spasm_guide.reader.scene import Scene

_RANK: Final[tuple[Answer, ...]] = ("no", "unsure", "yes")


@dataclass(frozen=True, slots=True)
class Mentions:
    answers: Mapping[str, Answer]
    likely: tuple[str, ...]
    """Dangerous findings that are suggested but not said."""
    leaning: Answer | None
    """What the words answer to the open question, outright or by their content."""
    subject: Subject | None


def find(tokens: Sequence[str], asking: str | None) -> Mentions:
    scene = Scene(tokens, concepts(asking))
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
            mine = later or (_reversed(mine) if _affirmed(scene, fix) else mine)
        for answer in _RANK:
            if any(o.answer == answer for o in mine):
                answers[finding] = answer
    return answers


def _affirmed(scene: Scene, clause: int) -> bool:
    """*No numbness, no wait, there is a bit*."""
    following = scene.within[clause:]
    return any("yes" in here for here in following) and not any(
        o.clause >= clause for o in outcomes(scene)
    )


def _reversed(found: list[Outcome]) -> list[Outcome]:
    return [o._replace(answer="yes") if o.answer == "no" else o for o in found]
