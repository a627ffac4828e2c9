"""The log's lines as CloudWatch's embedded metric format: what is logged anyway is also counted.

By function, and a few by the kind of question, by the net that caught the words, or by error: all
of them short lists, none of them a person. A verdict is counted by its tier, never by who got it.
"""

import os
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.alexa.log import Log

NAMESPACE: Final = "SpasmGuide"
DIMENSION: Final = "Function"
UNITS: Final = {"Latency": "Milliseconds", "StartTime": "Milliseconds"}
"""Everything else is a count."""
BY: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "turn": {"question": ("Turns", "Unclear"), "net": ("Turns",)},
    "fault": {"error": ("Faults",)},
    "rejected": {"error": ("Rejected",)},
    "task": {"error": ("TasksFailed",)},
}
"""What is counted by which field of the record as well."""


def measured(log: Log, clock: Callable[[], float] = time.time) -> Log:
    function = os.environ.get("AWS_LAMBDA_FUNCTION_NAME", "local")

    def embed(record: Mapping[str, object]) -> None:
        values = _values(record)
        if not values:
            log(record)
            return
        directives = [_directive([DIMENSION], values)]
        for field, names in BY.get(str(record["event"]), {}).items():
            if record.get(field):
                directives.append(_directive([DIMENSION, field], names))
        about = {"Timestamp": int(1000 * clock()), "CloudWatchMetrics": directives}
        log({**record, DIMENSION: function, **values, "_aws": about})

    return embed


def _directive(dimensions: list[str], names: Any) -> dict[str, object]:
    metrics = [{"Name": name, "Unit": UNITS.get(name, "Count")} for name in names]
    return {"Namespace": NAMESPACE, "Dimensions": [dimensions], "Metrics": metrics}


def _values(record: Mapping[str, object]) -> dict[str, object]:
    match record["event"]:
        case "turn":
            values: dict[str, object] = {
                "Turns": 1,
                "Unclear": int(bool(record["unclear"])),
                "Latency": record["ms"],
            }
            if record["verdict"]:
                values[f"Verdict.{record['verdict']}"] = 1
            return values
        case "fault":
            return {"Faults": 1}
        case "rejected":
            return {"Faults": 1, "Rejected": 1}
        case "refused":
            return {"Refused": 1}
        case "start":
            return {"Starts": 1, "StartTime": record["ms"]}
        case "task" if "error" in record:
            expected = record.get("expected", True)
            return {"TasksFailed": 1} if expected else {"TasksFailed": 1, "Faults": 1}
    return {}
