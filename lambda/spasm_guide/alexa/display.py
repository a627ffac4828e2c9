"""Pictures for devices that have a screen: an APL document, its data and its words."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final

from spasm_guide.conversation.reply import Line
from spasm_guide.speech.renderer import Renderer

DATA: Final = "screen"
"""What documents call their data source: `${payload.screen.text.title}`."""

COMMON: Final = "common"
SHARED: Final = ("resources", "styles", "layouts")
TOLD: Final = ("said", "net")
"""What to do, and what would make it more urgent."""
SENT_AS: Final = {"skip": "next"}
PRIMARY: Final = ("resume",)
GISTS: Final = {"gist": 180, "nub": 110}
"""Letters for which the smallest screen has room between the title and a short or long question."""
SENTENCE: Final = re.compile(r"(?<=[.!?]) (?=\w)")
ROUND: Final = "screens/round:say"
BRIEF: Final = 60
"""Letters of a caption that are read at a glance: what is explained is longer, and smaller."""
STANDING: Final = ("side", "n", "of")
"""What a film's round is: which side, which repetition of it, of how many."""


class Display:
    """`screens/<name>.json` is the document; the blocks of `screens/<name>.j2` are its words."""

    def __init__(self, renderer: Renderer, folder: Path) -> None:
        self._renderer = renderer
        self._document = lru_cache(maxsize=None)(lambda name: _load(folder, name))

    def show(self, screen: Line, token: str, words: Mapping[str, Any]) -> dict[str, Any]:
        lines = Line(f"screens/{screen.name}", screen.data)
        blocks = self._renderer.blocks(lines.name, words)
        text = {block: shown(self._renderer.write(lines, block, words)) for block in blocks}
        data: dict[str, Any] = {"name": screen.name, **screen.data, "text": text}
        if "ask" in data:
            data["ask"] = self._said(data["ask"], words)
        for name in TOLD:
            if name in data:
                data[name] = " ".join(self._said(line, words) for line in data[name])
        if "buttons" in data:
            data["buttons"] = [self._button(button, words) for button in data["buttons"]]
        # Documents choose their type size by these: APL 1.4 cannot count letters itself.
        if "said" in data:
            data |= {name: gist(data["said"], room) for name, room in GISTS.items()}
        told = ("ask", *TOLD, *GISTS)
        counted = [*text.items(), *((name, data[name]) for name in told if name in data)]
        data["letters"] = {name: len(written) for name, written in counted}
        document = self._document(screen.name)
        if "moves" in data:
            from spasm_guide.alexa import stretch_display

            data["captions"] = [[at, self._said(said, words)] for at, said in data["captions"]]
            letters = [len(said) for _, said in data["captions"]]
            data["letters"]["captions"] = max(letters, default=0)
            data["letters"]["brief"] = max((n for n in letters if n <= BRIEF), default=0)
            data["rounds"] = [
                [at, self._said([ROUND, dict(zip(STANDING, stands, strict=True))], words)]
                for at, *stands in data["rounds"]
            ]
            graphics = {**document["graphics"], **stretch_display.graphics(data)}
            document = {**document, "graphics": graphics}
            data = stretch_display.timed(data)
        return {
            "type": "Alexa.Presentation.APL.RenderDocument",
            "token": token,
            "document": document,
            "datasources": {DATA: data},
        }

    def _said(self, said: Sequence[Any] | None, words: Mapping[str, Any]) -> str:
        """A spoken line, to be read."""
        if said is None:
            return ""
        path, _, block = said[0].partition(":")
        return shown(" ".join(self._renderer.write(Line(path, said[1]), block, words).split()))

    def _button(self, button: str, words: Mapping[str, Any]) -> dict[str, Any]:
        """`next` sends that meaning; `report:weakness` and `place:bed` report what is named."""
        block, _, name = button.partition(":")
        label = self._renderer.write(Line("screens/touch", {"name": name}), block, words)
        send = (
            [block] if not name else [block, name] if block == "report" else ["report", block, name]
        )
        primary = block in PRIMARY
        return {"label": label, "letters": len(label), "send": send, "primary": primary}


def shown(text: str) -> str:
    """Plain text as APL's own markup shows it."""
    return escape(text, quote=False).replace("\n", "<br>")


def gist(text: str, room: int) -> str:
    """As many whole sentences as there is room for, and the first in any case."""
    said, *more = SENTENCE.split(text)
    for sentence in more:
        if len(f"{said} {sentence}") > room:
            break
        said = f"{said} {sentence}"
    return said


def _load(folder: Path, name: str) -> Any:
    """A document with what all of them share."""
    document = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    shared = folder / f"{COMMON}.json"
    if not shared.exists():
        return document
    common = json.loads(shared.read_text(encoding="utf-8"))
    merged = {"theme": common["theme"], **document}
    for part in SHARED:
        ours, own = common[part], document.get(part)
        merged[part] = [*ours, *(own or [])] if isinstance(ours, list) else {**ours, **(own or {})}
    return merged
