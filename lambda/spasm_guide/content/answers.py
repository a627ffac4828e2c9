"""The topics of side questions (answers.json), and which answers each has."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from spasm_guide.clinical.findings import TIERS
from spasm_guide.content.load import ContentFault, load

CONDITIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "cannot_walk": ("cannot_stand_or_walk",),
    "cauda": ("cauda_equina",),
    "under_18": ("under_18",),
    "pregnancy": ("pregnancy", "pregnancy_danger"),
    "injury": ("after_injury", "serious_accident"),
    "weak_leg": ("weakness", "worsening_fast", "cannot_stand_or_walk"),
    "numb": ("numbness_tingling", "cauda_equina"),
    "weak_bones": ("osteoporosis_or_steroids", "fused_spine"),
    "blood_thinners": ("blood_thinners",),
    "cannot_sleep": ("interferes_daily_life",),
}
"""What changes an answer beside the tier, most serious first, and the findings it follows from."""

AGAIN: Final = "_again"
"""After a tier: what is said every other time."""
MEANINGS_OF_WORDS: Final = "word_meanings"
"""The one topic whose answers go by the question and what it names, not by tier."""


class Topic(NamedTuple):
    name: str
    blocks: tuple[str, ...]
    """A tier in small letters, a condition, `<tier>_<condition>`, `<tier>_so_far` before the
    verdict, `none` where nothing is known, or `any`."""
    advises: bool = True
    """About the back; False: about the skill or the device, the same whatever was told."""
    again: tuple[str, ...] = ()
    """The blocks for each further time in a session, below URGENT: a warm word is said once."""


@cache
def topics() -> Mapping[str, Topic]:
    """By name. Raise ContentFault for a block that nothing could choose."""
    found = {}
    for name, row in load("answers")["topics"].items():
        found[name] = Topic(
            name, tuple(row["blocks"]), row.get("advises", True), tuple(row.get("again", ()))
        )
        unknown = set() if name == MEANINGS_OF_WORDS else {*found[name].blocks} - known_blocks()
        if unknown or not found[name].blocks:
            raise ContentFault(f"answers.json: {name}: empty, or {sorted(unknown)}")
    return found


def known_blocks() -> frozenset[str]:
    tiers = [tier.lower() for tier in TIERS]
    both = {f"{tier}_{what}" for tier in tiers for what in (*CONDITIONS, "so_far")}
    again = {f"{tier}{AGAIN}" for tier in tiers}
    return frozenset({"none", "any", *tiers, *CONDITIONS, *both, *again})
