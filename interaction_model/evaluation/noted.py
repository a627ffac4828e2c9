"""Figures that not everybody can measure anew: they are kept, with the day they were taken."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from interaction_model.evaluation.figures import table

FILE: Final = Path(__file__).with_name("noted.json")


def noted() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def note(section: str, name: str, figures: dict[str, Any]) -> None:
    every = noted() if FILE.exists() else {}
    every.setdefault(section, {})[name] = figures | {"taken": f"{datetime.now(UTC):%Y-%m-%d}"}
    FILE.write_text(json.dumps(every, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def panels() -> str:
    """Visible and sealed panels side by side; the sealed ones give totals only."""
    every = noted()
    seen, unseen = every.get("visible", {}), every.get("sealed", {})
    names = sorted({*seen, *unseen})
    rows = [(name, *_shown(seen.get(name)), *_shown(unseen.get(name))) for name in names]
    head = ("panel", "visible: right", "read as no", "not caught", "taken")
    return table((*head, "sealed: right", "read as no", "not caught", "taken"), rows)


def _shown(found: dict[str, Any] | None) -> Sequence[str]:
    if found is None:
        return ("not measured yet", "", "", "")
    right, of = found["right"], found["of"]
    share = f"{right} of {of} ({100 * right / of:.1f}%)"
    return (share, str(found["denied"]), f"{found['missed']} of {found['told']}", found["taken"])


def folds() -> str:
    found = noted().get("folds", {})
    if not found:
        return "Not measured yet for the encoder that ships."
    rows = [
        (name, f["steps"], f["lines"], f"{f['meaning']:.1f}%", f"{f['findings']:.1f}%", f["denied"])
        for name, f in sorted(found.items())
    ]
    head = ("left out", "steps", "lines left out", "meaning right", "findings told, heard")
    return table((*head, "told, but likelier a no"), rows)
