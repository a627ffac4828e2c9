"""Standard input a line at a time: what is wrong with a line is said, and the next one read."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any


class BadLine(ValueError):
    """What was typed cannot be used; the message says why, to the person who typed it."""


def lines() -> Iterator[str]:
    """Of standard input; what is not UTF-8 in them is replaced."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def complain(number: int, why: object) -> None:
    print(f"spasm-guide: line {number}: {why}", file=sys.stderr, flush=True)


def each_object(answer: Callable[[dict[str, Any]], str]) -> int:
    """Print the answer to each JSON object; exit code 1 if any line was bad."""
    code = 0
    for number, line in enumerate(lines(), 1):
        try:
            print(answer(_object(line)), flush=True)
        except BadLine as bad:
            complain(number, bad)
            code = 1
    return code


def _object(line: str) -> dict[str, Any]:
    if not line.strip():
        raise BadLine("it is empty; a JSON object is expected")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"it is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise BadLine("it is JSON, but not an object")
    return found


def as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
