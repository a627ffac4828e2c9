"""The log's lines as CloudWatch's embedded metric format: what is logged anyway is also counted.

The only dimension is the function; a verdict is counted by its tier, never by who got it.
"""

import os
import time
from collections.abc import Callable, Mapping
from typing import Final

from spasm_guide.alexa.log import Log

NAMESPACE: Final = "SpasmGuide"
DIMENSION: Final = "Function"
UNITS: Final = {"Latency": "Milliseconds"}
"""Everything else is a count."""


def measured(log: Log, clock: Callable[[], float] = time.time) -> Log:
    function = os.environ.get("AWS_LAMBDA_FUNCTION_NAME", "local")

    def embed(record: Mapping[str, object]) -> None:
        values = _values(record)
        if not values:
            log(record)
            return
        metrics = [{"Name": name, "Unit": UNITS.get(name, "Count")} for name in values]
        directive = {"Namespace": NAMESPACE, "Dimensions": [[DIMENSION]], "Metrics": metrics}
        about = {"Timestamp": int(1000 * clock()), "CloudWatchMetrics": [directive]}
        log({**record, DIMENSION: function, **values, "_aws": about})

    return embed


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
        case "refused":
            return {"Refused": 1}
    return {}
