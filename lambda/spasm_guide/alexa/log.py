"""One line of JSON for each thing that happened: never words, answers, findings or ids."""

import json
from collections.abc import Callable, Mapping
from pathlib import PurePath

Log = Callable[[Mapping[str, object]], None]


def write(record: Mapping[str, object]) -> None:
    print(json.dumps(record, separators=(",", ":")), flush=True)


def fault(error: BaseException) -> dict[str, object]:
    """What went wrong and where; its message could quote the person, so it stays out."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return {"error": type(error).__name__, "where": where}
