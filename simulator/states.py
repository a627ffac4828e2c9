"""The states that a phrase can be said in, by the names of the command line."""

from typing import Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.content.questions import question

from .lines import BadLine

OUTSIDE: Final = {"launch": None, "advice": "offer:stretches", "stretch": "stretch:knee_to_chest"}
"""Not a question by name: before any, after a verdict, in the middle of a stretch."""
OPEN: Final = ("confirm", "offer", "consent", "relief", "diary", "stretch", "crisis")
"""Families of questions whose second part is free."""


def asking_in(state: object) -> str | None:
    """The question that is open in a state."""
    if state is None:
        return None
    if not isinstance(state, str):
        raise BadLine(f'"state" is {state!r}, not a name')
    if state in OUTSIDE:
        return OUTSIDE[state]
    family, _, name = state.partition(":")
    known = (
        state in ("menu", "help_reached")
        or (family == "screen" and question(state) is not None)
        or (family == "sign" and name in SIGNS)
        or (family in OPEN and name)
    )
    if not known:
        raise BadLine(f"no such state: {state!r}")
    return state
