"""How fast everything is spoken, as the person asked for it with *slower* and *faster*."""

from collections.abc import Iterable
from typing import Final

from spasm_guide.clinical.timeline import RATES

NORMAL: Final = 0


def paced(parts: Iterable[str], pace: int) -> Iterable[str]:
    """The same speech at the person's pace; breaks keep their length."""
    if pace == NORMAL or pace not in RATES:
        return parts
    return (f'<prosody rate="{RATES[pace]:.0%}">', *parts, "</prosody>")
