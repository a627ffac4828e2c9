"""Where the generated skill package lies, and how its JSON is written. Standard library only: who
imports the skill into an account needs nothing of what generates it."""

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
PACKAGE: Final = FOLDER / "skill-package"


def text(value: Any) -> str:
    return _lines(value, "") + "\n"


def _lines(value: Any, margin: str) -> str:
    """JSON with what fits in a line on one line, so that a changed phrase is one line of a diff."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(margin) + len(flat) <= 100 or not isinstance(value, dict | list):
        return flat
    inner = margin + " "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_lines(each, inner)}" for key, each in value.items()]
        opening, closing = "{}"
    else:
        parts = [_lines(each, inner) for each in value]
        opening, closing = "[]"
    return f"{opening}\n{inner}" + f",\n{inner}".join(parts) + f"\n{margin}{closing}"
