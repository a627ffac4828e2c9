"""How likely each meaning, topic and finding is, as the model judges one utterance."""

from collections.abc import Mapping
from dataclasses import dataclass

Likely = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scores:
    meaning: Likely
    findings: Mapping[str, Likely]
    """By finding: `absent`, `yes`, `no`, `unsure`."""
    topic: Likely
    whose: Likely
    sign: Likely
    stretch: Likely
