"""What of all that is likely may count, by kind of question: pure, and the same for every language.

Danger is passed only by a clear denial of all that is asked. Consents, deletions, corrections and
a doctor's permission are given only by a clear yes. A question is never an answer.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from spasm_guide.clinical.findings import ANSWERS, Answer
from spasm_guide.reading import thresholds
from spasm_guide.reading.asked import Asked, Kind
from spasm_guide.reading.caution import Looks

MILD: Final = ("persistent", "everyday_trigger", "morning_stiffness", "interferes_daily_life")
"""Signs of which one more or less never makes an emergency: set or left, never asked about."""
DENIALS: Final = ("question", "denied", "one_thing", "number", "exception", "unwilling", "reversed")
"""Looks that spoil a denial."""


class Need(NamedTuple):
    """What an answer needs to count, and what it must not look like."""

    least: float
    spoiled_by: tuple[str, ...] = ()
    must: str | None = None
    several: float | None = None
    """What is enough where more is denied than is named."""


COUNTS: Final[Mapping[Kind, Mapping[Answer, Need]]] = {
    "danger": {
        "yes": Need(thresholds.SET["grave"], ("contrary",)),
        "no": Need(thresholds.PASS["grave"], DENIALS, several=thresholds.SEVERAL),
        "unsure": Need(thresholds.LEANING),
    },
    "check": {
        "yes": Need(thresholds.SET["mild"], ("contrary",)),
        "no": Need(thresholds.PASS["mild"], DENIALS),
        "unsure": Need(thresholds.LEANING),
    },
    "consent": {
        "yes": Need(thresholds.AGREED, ("question", "exception", "reversed"), must="agreeing"),
        "no": Need(thresholds.LEANING, ("question",)),
        "unsure": Need(thresholds.LEANING),
    },
    "reached": {
        "yes": Need(thresholds.REACHED, ("question",)),
        "no": Need(thresholds.LEANING),
        "unsure": Need(thresholds.LEANING),
    },
    "offer": dict.fromkeys(ANSWERS, Need(thresholds.LEANING)),
    "open": dict.fromkeys(ANSWERS, Need(thresholds.LEANING)),
    "age": dict.fromkeys(ANSWERS, Need(thresholds.LEANING)),
    "scale": dict.fromkeys(ANSWERS, Need(thresholds.LEANING)),
}
"""The whole policy: by kind of question and answer."""


def counts(answer: Answer, likelihood: float, asked: Asked, looks: Looks) -> bool:
    need = COUNTS[asked.kind][answer]
    least = need.least
    if answer == "no" and any(finding not in MILD for finding in asked.findings):
        least = max(least, thresholds.PASS["grave"])
    if need.several and looks.several:
        least = need.several
    spoiled = any(getattr(looks, hazard) for hazard in need.spoiled_by)
    return likelihood >= least and not spoiled and (not need.must or getattr(looks, need.must))
