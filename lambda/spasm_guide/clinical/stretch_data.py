"""A stretch from the reviewed data, or where they are not what they must be."""

from collections.abc import Mapping
from typing import Any, Final

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.clinical.stretches import PLACES, Phase, Step, Stretch, Version

BY: Final = ("count", "breath")
LONGEST_HOLD: Final = 30
MOST_REPEATS: Final = 10


class StretchFault(ValueError):
    """The reviewed data are not what they must be; the message says where."""


def stretch(name: str, data: Mapping[str, Any]) -> Stretch:
    """Raise StretchFault, with the place, for what is missing or out of bounds."""
    try:
        versions = {p: _version(data["versions"][p]) for p in PLACES}
        never = tuple(data["never_with"])
    except (KeyError, TypeError, ValueError) as fault:
        raise StretchFault(f"{name}: {fault!r}") from fault
    unknown = [finding for finding in never if finding not in FINDINGS]
    if unknown:
        raise StretchFault(f"{name}: never_with {unknown}")
    return Stretch(name, never, versions)


def _version(data: Mapping[str, Any]) -> Version:
    version = Version(
        not_for=tuple(data["not_for"]),
        teach=tuple(Step(*step) for step in data["teach"]),
        short=tuple(Step(*step) for step in data["short"]),
        sides=tuple(data["sides"]),
        repeats=data["repeats"],
        phases=tuple(_phase(phase) for phase in data["phases"]),
        swap=Step(*data["swap"]) if "swap" in data else None,
        halfway=Step(*data["halfway"]) if "halfway" in data else None,
        finish=Step(*data["finish"]),
    )
    if not version.teach or not version.phases or not 1 <= version.repeats <= MOST_REPEATS:
        raise ValueError("steps, phases or repeats")
    if len(version.sides) not in (0, 2) or bool(version.sides) != bool(version.swap):
        raise ValueError("two sides have a swap, none has none")
    return version


def _phase(data: Mapping[str, Any]) -> Phase:
    phase = Phase(**{"again": data["say"], **data})
    if phase.by not in BY or not 0 <= phase.hold <= LONGEST_HOLD:
        raise ValueError(f"{phase.say}: hold {phase.hold} by {phase.by}")
    if phase.hold and not phase.back:
        raise ValueError(f"{phase.say}: a hold needs its way back")
    return phase
