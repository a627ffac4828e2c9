"""Panels that others wrote, outside this repository: named by the ids of their cases only."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from interaction_model.phrases import Expectation, Phrase

STATES: Final = {"screen": "screen:nerves"}
MEANINGS: Final = {"noise": "unclear"}


@dataclass(frozen=True, slots=True)
class Vignette:
    name: str
    tier: str
    gold: str
    accepted: tuple[str, ...]
    faults: tuple[str, ...]


def phrases(file: Path) -> list[Phrase]:
    return [_phrase(row, file) for row in _rows(file) if "text" in row]


def vignettes(folder: Path, *options: str, panel: str = "vignettes") -> list[Vignette]:
    """Played by the panel's own script, through the command line; none where it has no script."""
    script, file = folder / "score.py", folder / f"{panel}.jsonl"
    if not script.exists() or not file.exists():
        return []
    skill = ("--cmd", Path(sys.executable).with_name("spasm-guide"))
    with tempfile.TemporaryDirectory() as kept:
        results = Path(kept) / "results.json"
        command = [sys.executable, script, "vignettes", *options, "--file", file, *skill]
        subprocess.run(
            [*map(str, command), "--json", str(results)],
            check=True,
            capture_output=True,
        )
        played = {row["id"]: row for row in json.loads(results.read_text(encoding="utf-8"))}
    return [
        Vignette(
            row["id"],
            played[row["id"]]["tier"],
            row["gold_tier"],
            tuple(row["acceptable_tiers"]),
            tuple(played[row["id"]]["faults"]),
        )
        for row in _rows(file)
        if row["id"] in played
    ]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _phrase(row: Mapping[str, Any], file: Path) -> Phrase:
    optional = tuple(row.get("optional", ())) if "optional" in row or "source" in row else None
    readings = (row["expect"], *row.get("also_ok", ()))
    return Phrase(
        STATES.get(row["state"], row["state"]),
        row["difficulty"],
        tuple(_expectation(reading, optional) for reading in readings),
        row["text"],
        row["id"],
        file.stem,
    )


def _expectation(reading: Mapping[str, Any], optional: tuple[str, ...] | None) -> Expectation:
    meaning = reading["meaning"]
    return Expectation(
        MEANINGS.get(meaning, meaning),
        reading.get("answers", {}),
        reading.get("sign"),
        reading.get("stretch"),
        optional,
        reading.get("topic"),
    )
