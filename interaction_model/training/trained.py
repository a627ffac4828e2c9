"""What `make train` leaves for `make teach`: heads, how their inputs spread, the lines learnt."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from interaction_model.phrases import Phrase
from spasm_guide.reading.tensors import Tensors

FILE: Final = Path(__file__).with_name("trained.safetensors")


def learnt() -> frozenset[int]:
    """The marks of all lines that the last training learnt."""
    return frozenset(Tensors(FILE).stored("learnt").view("<i4")[:, 0].tolist())


def mark(phrase: Phrase) -> int:
    """A number for a line and its label: a line relabelled is a new one."""
    whole = f"{phrase.state}\t{phrase.expected}\t{phrase.text}"
    return int.from_bytes(hashlib.sha256(whole.encode()).digest()[:4], "little", signed=True)


def digest(phrases: Iterable[Phrase]) -> str:
    """Which lines have been taught since the training: in the metadata of the heads."""
    marks = sorted(map(mark, phrases))
    return hashlib.sha256(repr(marks).encode()).hexdigest()


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def encoder(folder: Path, corrected: Path) -> str:
    """Which encoder, and which correction of it, in the folder of what was learnt on top."""
    files = folder / "encoder.safetensors", corrected / "correction.safetensors"
    return " ".join(fingerprint(file) for file in files)
