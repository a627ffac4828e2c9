"""Word pieces, cut as the encoder's makers cut them (BERT, uncased): the longest piece first."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_IDEOGRAPHS: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WORD: Final = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+|[^\w\s]")


def vocabulary(file: Path) -> dict[str, int]:
    return {piece: row for row, piece in enumerate(file.read_text("utf-8").splitlines())}


def rows(text: str, known: Mapping[str, int]) -> list[int]:
    """As rows of the encoder's table. Accents fall, signs and ideographs stand alone."""
    letters = "".join(c for c in normalize("NFD", text.lower()) if not combining(c))
    return [row for word in _WORD.findall(letters) for row in cut(word, known)]


def cut(word: str, known: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start, end = 0, len(word)
    while end > start:
        row = known.get(("##" if start else "") + word[start:end])
        if row is None:
            end -= 1
        else:
            found.append(row)
            start, end = end, len(word)
    return found if start == len(word) else [known[UNKNOWN]]
