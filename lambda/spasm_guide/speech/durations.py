"""How long each spoken piece of a stretch takes, measured from its words, for the timeline.

The conversation cannot see the words, but must know how far a stretch had come. So the lengths
are kept as data: `python -m spasm_guide.speech.durations` writes them anew after a change of words.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from spasm_guide.conversation.reply import Line
from spasm_guide.languages.load import FOLDER, REGIONS, language_of, languages, load
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer, sources
from spasm_guide.speech.words import words

SAMPLE: Final = {
    "side": "right",
    "n": 3,
    "of": 2,
    "other": 2,
    "seconds": 1.0,
    "left": 3,
    "minutes": 1,
    "part": "back",
}
"""What stands for the values that a block is given; none changes its length by much."""


def first_locale(language: str) -> str:
    """The one that is measured: the others differ by less than anyone would notice."""
    return str(next(iter(load(language, REGIONS)["regions"])))


def measure(locale: str) -> dict[str, float]:
    """Seconds at normal pace, by `<file>:<block>`, of all that is said in a stretch."""
    renderer = Renderer()
    spoken = words(locale)
    return {
        f"{path.stem}:{block}": ssml.listen(
            ssml.speak([renderer.render(Line(f"stretch/{path.stem}:{block}", SAMPLE), spoken)])
        ).seconds
        for path in _files(language_of(locale))
        for block in renderer.blocks(f"stretch/{path.stem}", spoken)
    }


def _files(language: str) -> Iterable[Path]:
    return sorted(sources(language).joinpath("stretch").glob("*.j2"))


def write() -> None:
    for language in languages():
        content = {"version": "1", "seconds": measure(first_locale(language))}
        path = FOLDER / language / "durations.json"
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
