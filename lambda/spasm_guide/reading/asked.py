"""The open question, as far as an answer depends on it."""

from dataclasses import dataclass
from typing import Final, Literal

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.content.questions import Item, question

Kind = Literal["danger", "check", "consent", "reached", "offer", "scale", "age", "open"]
"""What may count as an answer (see policy.py)."""

BY_NAME: Final[dict[str, Kind]] = {
    "crisis:danger": "danger",
    "crisis:near": "danger",
    "crisis:meant": "danger",
    "crisis:who": "open",
    "diary:severity": "scale",
    "screen:age": "age",
    "screen:age_band": "age",
    "confirm:age": "age",
}
BY_STATE: Final[dict[str, Kind]] = {
    "screen": "danger",
    "sign": "check",
    "consent": "consent",
    "confirm": "consent",
    "crisis": "offer",
    "offer": "offer",
    "relief": "offer",
    "stretch": "offer",
    "help_reached": "reached",
}
"""A question of the check that no table knows is taken for one about danger."""


@dataclass(frozen=True, slots=True)
class Asked:
    name: str | None
    kind: Kind
    items: tuple[Item, ...] = ()
    """In the order in which they are put."""

    @property
    def findings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.finding for item in self.items))

    @property
    def single(self) -> str | None:
        """The one finding that a plain answer sets, where it is about a single one by its name."""
        state, _, finding = (self.name or "").partition(":")
        return finding if state in ("sign", "confirm") and finding in FINDINGS else None


def asked(name: str | None) -> Asked:
    state, _, thing = (name or "").partition(":")
    if name in BY_NAME:
        return Asked(name, BY_NAME[name])
    if state == "confirm" and thing in FINDINGS:
        return Asked(name, "danger", (Item(thing, thing),))
    known = question(name)
    if known:
        return Asked(name, "danger" if known.danger else "check", known.items)
    if state == "sign" and thing in FINDINGS:
        return Asked(name, "check", (Item(thing, thing),))
    return Asked(name, BY_STATE.get(state, "open"))
