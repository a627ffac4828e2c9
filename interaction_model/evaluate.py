"""Measures the reader and writes docs/evaluation.md with its pictures.

`python -m interaction_model.evaluate [--panels FOLDER]`. Panels are other people's cases, in a
folder outside this repository; they are named by their ids and never quoted.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from interaction_model.evaluation import (
    ablations,
    calibration,
    cases,
    chart,
    grids,
    noted,
    panels,
    report,
)
from interaction_model.evaluation.readings import Reading, readings
from interaction_model.phrases import load

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs/evaluation.md"
PICTURES: Final = ROOT / "docs/pictures"
MODEL: Final = ROOT / "lambda/spasm_guide/languages/en/reading"
AIM: Final = 93.0
"""Per cent of phrases that must be taken as they are meant."""

INTRODUCTION: Final = f"""# How well the reader understands

Written by `make evaluate`; do not edit. A phrase counts as right where its meaning, and every
finding that it tells, denies or leaves open, is heard in every state that it may be said in.

## Phrases written to measure

`interaction_model/corpus/held/` was written by separate hands without sight of the reader and of
the corpus, and is frozen with its hashes: `hand_a` and `hand_b` from a one-page brief, before the
reader was there; the `fresh` ones later, statements and answers of the interview above all. Those
have since chosen between weights and thresholds, so they are blind no longer. The aim is
{AIM:.0f}% (the broken line), and no warning sign read as no."""
PANELS: Final = """Cases that other hands wrote outside this repository. Visible ones may be
looked at where they fail, so they wear out; of sealed ones only totals are told. Taken with
`make evaluate PANELS=folder`, the sealed ones by the panels' own script; kept in
`interaction_model/evaluation/noted.json`."""
GRIDS: Final = """Made of frames and words for items that are kept apart from what is learnt
(`interaction_model/shapes/`, `held` and `other`), and of words drawn by lot."""
FOLDS: Final = """Trained for a few rounds without some hands and asked about just what they
wrote: the encoder alone, the likeliest meaning, no rule beside it. Frames are left out always:
the `held` ones. `make train ARGS="--encoder --fold 0/5 --steps 1200"` measures one fold."""


def page(folder: Path | None) -> Iterator[str]:
    phrases = load(held=True)
    found = readings(phrases)
    draw(found)
    yield INTRODUCTION
    yield "![Right by difficulty and state](pictures/evaluation-states.svg)"
    yield "![Right by meaning](pictures/evaluation-meanings.svg)"
    yield report.understood(found)
    yield "## Warning signs"
    yield report.dangers(found)
    yield "## What is taken for what"
    yield report.confused(found)
    yield "## Panels written by others"
    yield PANELS
    if folder:
        measure(folder)
    yield noted.panels()
    yield "## Generated grids"
    yield GRIDS
    yield grids.shown(grids.grid())
    yield "## Hands and frames left out"
    yield FOLDS
    yield noted.folds()
    yield "## How sure is sure"
    yield calibration.curves(phrases)
    yield "## What each part is worth"
    yield ablations.shown(phrases, found)
    yield "## Worse lines"
    yield report.robustness(phrases, found)
    yield "## Time, memory, size"
    yield report.speed(found)
    yield report.size(MODEL)
    if folder:
        yield from stories(folder)
        yield from cases.page(folder)
    yield report.PUBLISHED.read_text(encoding="utf-8").strip()


def measure(folder: Path) -> None:
    for file in sorted(folder.glob("*.jsonl")):
        phrases = panels.phrases(file)
        if phrases:
            noted.note("visible", file.stem, report.totals(readings(phrases)))


def stories(folder: Path) -> Iterator[str]:
    told = panels.vignettes(folder)
    if told:
        yield "## Patients' stories, played as conversations"
        yield report.played(told, "Told in the patient's words")
        yield report.played(panels.vignettes(folder, "--plain"), "Answering the questions only")


def draw(found: Sequence[Reading]) -> None:
    levels = [("all phrases", report.whole(found)), *report.by_difficulty(found)]
    states = chart.bars("Taken as meant", [*levels, *report.by_state(found)], AIM)
    meanings = chart.bars("Taken as meant, by meaning", report.by_meaning(found), AIM)
    (PICTURES / "evaluation-states.svg").write_text(states, encoding="utf-8")
    (PICTURES / "evaluation-meanings.svg").write_text(meanings, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--panels", type=Path, metavar="FOLDER")
    PAGE.write_text("\n\n".join(page(parser.parse_args().panels)) + "\n", encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
