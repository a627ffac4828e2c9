"""Learns the reader's model from the tuning part of the corpus: `make train`.

The same corpus, lexicon and machine give the same file.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from interaction_model.phrases import Phrase, load
from interaction_model.training import fit_linear, fit_network, labels, packing
from interaction_model.training.examples import bags, examples, seen_features
from interaction_model.training.varied import joined
from interaction_model.training.word_senses import first_rows
from spasm_guide.reader import model

MARKS: Final = 12000
"""Commonest features that have a row in the network."""


def learn(phrases: Sequence[Phrase]) -> bytes:
    learnt = examples([*phrases, *joined(phrases)])
    seen = seen_features(learnt)
    tasks = labels.tasks(learnt)
    weights = np.array([example.weight for example in learnt], np.float32)
    linear = fit_linear.fit(tasks, seen.matrix, weights)
    words, rows = first_rows([example.tokens for example in learnt])
    said = bags([example.tokens for example in learnt], words)
    lengths = np.array([max(len(example.tokens), 1) for example in learnt], np.float32)
    said = said.multiply(1 / np.sqrt(lengths)[:, None]).tocsr()
    marks = seen.matrix[:, :MARKS].tocsr()
    network = fit_network.fit(tasks, said, marks, weights, rows)
    return packing.packed(tasks, linear, network, words, seen.names)


def main() -> None:
    data = learn(load("tuning"))
    model.FILE.write_bytes(data)
    print(f"{model.FILE.name}: {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
