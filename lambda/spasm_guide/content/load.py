"""Reads the reviewed facts; what is wrong in them is named with its place."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent


class ContentFault(ValueError):
    """A content file is not what it must be; the message says where."""


@cache
def load(name: str) -> Mapping[str, Any]:
    """One file of content/, by its name without the ending."""
    path = FOLDER / f"{name}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ContentFault(f"{path.name}: {fault}") from fault
    if not isinstance(content, dict) or not isinstance(content.get("version"), str):
        raise ContentFault(f"{path.name}: no version")
    return content
