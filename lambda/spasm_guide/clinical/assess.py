"""The rule alone, for the command line and for whoever wants to check it from outside."""

from collections.abc import Mapping
from typing import Any

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.rule import decide
from spasm_guide.clinical.stretching import GATE, permission


def assess(answers: Mapping[str, Answer]) -> dict[str, Any]:
    verdict = decide(answers)
    return {
        "tier": verdict.tier,
        "rule": verdict.rule,
        "reasons": list(verdict.reasons),
        "stretches": permission(answers, GATE),
        "version": verdict.version,
    }
