"""Pictures for devices that have a screen: an APL document, its data and its words."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from spasm_guide.conversation.reply import Line
from spasm_guide.speech.renderer import Renderer

DATA: Final = "screen"
"""What documents call their data source: `${payload.screen.text.title}`."""


class Screens:
    """`screens/<name>.json` is the document; the blocks of `screens/<name>.j2` are its words."""

    def __init__(self, renderer: Renderer, folder: Path) -> None:
        self._renderer = renderer
        self._document = lru_cache(maxsize=None)(lambda name: _load(folder / f"{name}.json"))

    def show(self, screen: Line, token: str, words: Mapping[str, Any]) -> dict[str, Any]:
        lines = Line(f"screens/{screen.name}", screen.data)
        text = {
            block: self._renderer.write(lines, block, words)
            for block in self._renderer.blocks(lines.name)
        }
        return {
            "type": "Alexa.Presentation.APL.RenderDocument",
            "token": token,
            "document": self._document(screen.name),
            "datasources": {DATA: {"name": screen.name, **screen.data, "text": text}},
        }


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
