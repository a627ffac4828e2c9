"""What each part of the reading room is worth: the whole reader without it, on the same phrases."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, Final
from unittest.mock import patch

from interaction_model.evaluation.figures import table
from interaction_model.evaluation.readings import Reading, readings
from interaction_model.evaluation.report import whole
from interaction_model.phrases import Phrase
from spasm_guide.reading import listen
from spasm_guide.reading.caution import Looks

Part = tuple[str, Callable[..., Any]]
WITHOUT: Final[dict[str, Part]] = {
    "without the exact table": ("exact", lambda *_: None),
    "without the checks of caution": ("looks", lambda *_: Looks()),
}


def shown(phrases: Sequence[Phrase], found: Sequence[Reading]) -> str:
    rows = [("the whole reader", *_row(found))]
    for name, (part, instead) in WITHOUT.items():
        with ExitStack() as stack:
            stack.enter_context(patch.object(listen, part, instead))
            rows.append((name, *_row(readings(phrases))))
    return table(("reader", "right", "signs read as no", "signs not caught"), rows)


def _row(found: Sequence[Reading]) -> tuple[str, int, int]:
    fates = [reading.fate for reading in found]
    return str(whole(found)), fates.count("denied"), fates.count("missed")
