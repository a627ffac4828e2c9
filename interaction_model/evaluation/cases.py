"""Published cases whose outcome is known, by id: what version 1 gave, and what this one does."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from interaction_model.evaluation import ordinary, panels
from interaction_model.evaluation.figures import Share, table

FIRST: Final = Path(__file__).with_name("first_version.json")
"""By panel and id, measured with version 1 of rule and interview (commit 4b6efb6)."""
PANELS: Final = ("outcomes", "vignettes")
INTRODUCTION: Final = """Stories retold by other hands from published reports; the tier to reach is
what really happened (`outcomes`) or was labelled by hand (`vignettes`). What a patient could not
have said is counted by nobody. Version 2 was drawn knowing the visible ones."""
MIX: Final = """Where a mix of ordinary callers is sent, by the rule alone."""


def page(folder: Path) -> Iterator[str]:
    yield "## Published cases"
    yield INTRODUCTION
    for name in PANELS:
        plain = panels.vignettes(folder, "--plain", panel=name)
        told = panels.vignettes(folder, panel=name)
        if plain:
            yield f"### {name}"
            yield compared(name, plain, told)
    yield "## Ordinary callers"
    yield MIX
    yield ordinary.mixed()
    yield ordinary.sources()


def compared(name: str, plain: Sequence[panels.Vignette], told: Sequence[panels.Vignette]) -> str:
    before: dict[str, Any] = json.loads(FIRST.read_text(encoding="utf-8")).get(name, {})
    volunteered = {case.name: case.tier for case in told}
    rows = [
        (
            case.name,
            case.gold,
            ", ".join(case.accepted),
            before.get(case.name, ""),
            case.tier,
            volunteered.get(case.name, ""),
        )
        for case in plain
    ]
    accepted = [
        ("version 1, answers only", Share.of(before.get(c.name) in c.accepted for c in plain)),
        ("version 2, answers only", Share.of(c.tier in c.accepted for c in plain)),
        ("version 2, volunteering", Share.of(c.tier in c.accepted for c in told)),
    ]
    head = ("case", "tier", "accepted", "version 1", "version 2", "volunteering")
    return "\n\n".join((table(("", "accepted tier"), accepted), table(head, rows)))
