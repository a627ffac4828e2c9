"""Where shapes are said, and of what: their data, and the questions of several items."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from spasm_guide.content.questions import questions

FOLDER: Final = Path(__file__).parent.parent / "shapes"
OFFERS: Final = ("offer:stretches", "offer:relief", "offer:comfort", "offer:more")
CONSENTS: Final = (
    *("consent:diary", "consent:reminders", "consent:heat_timer", "consent:ice_timer"),
    *("consent:remind_heat", "consent:remind_stretch", "consent:forget_me", "confirm:forget_me"),
    *("confirm:correction", "confirm:change", "confirm:provider", "confirm:stop"),
    "confirm:start_over",
)
OPEN: Final = ("launch", "menu")
SIGNS: Final = (
    *("sign:persistent", "sign:radiating", "sign:weakness", "sign:everyday_trigger"),
    *("sign:numbness_tingling", "sign:morning_stiffness", "sign:after_injury"),
    "sign:interferes_daily_life",
)
OTHERS: Final = (
    *("screen:sudden", "screen:effort", "screen:procedure", "screen:both_legs", "screen:sitting"),
    *("screen:age", "confirm:cauda_equina", "confirm:chest_or_abdominal", "confirm:weakness"),
    *("diary:cause", "diary:severity", "diary:when", "relief:when", "stretch:cat_cow"),
)
_OTHERWISE: Final = ("screen:age", "screen:age_band", "screen:history")
"""Answered by a number; or of version 1, still heard in old sessions."""


@cache
def data(name: str) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def asked() -> Mapping[str, Mapping[str, Any]]:
    """By question of several items: these in order, the finding of each, and whether of danger."""
    several = (q for q in questions().values() if len(q.items) > 1 and q.name not in _OTHERWISE)
    return {
        q.name: {
            "items": [item.name for item in q.items],
            "finding": {item.name: item.finding for item in q.items},
            "danger": q.danger,
        }
        for q in several
    }
