"""The sentence encoder's forward pass (BERT): pieces of question and words to what they mean."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from spasm_guide.reading.pieces import CLS, SEP, rows, vocabulary
from spasm_guide.reading.tensors import Array, Corrected, Tensors

Affine = tuple[Array, Array]
"""Weight and bias."""
_CURVE: Final = np.float32(0.7978845608028654)
"""The square root of 2/pi, of GELU's approximation by tanh."""


class Encoder:
    def __init__(self, home: Path) -> None:
        stored = Corrected(home / "encoder.safetensors", home / "correction.safetensors")
        about = stored.metadata
        self._known = vocabulary(home / "vocabulary.txt")
        self._longest, self._heads = int(about["longest"]), int(about["attention_heads"])
        self._eps = np.float32(about["eps"])
        self._word, self._scale = stored.stored("word"), stored["word.scale"]
        self._position, self._segment = stored["position"], stored["segment"]
        self._norm = stored["embed.norm.weight"], stored["embed.norm.bias"]
        self._layers = [layer(stored, n) for n in range(int(about["layers"]))]

    def __call__(self, question: str, said: str) -> Array:
        """Mean and maximum of the last states of what was said."""
        ids, begin = self.pieces(question, said)
        states = self.states(ids, begin)[begin:-1]
        return np.concatenate((states.mean(0), states.max(0)))

    def pieces(self, question: str, said: str) -> tuple[list[int], int]:
        """Both in one row, and where the words begin; too long, their end falls."""
        cls, sep = self._known[CLS], self._known[SEP]
        first = [cls, *rows(question, self._known), sep]
        return [*[*first, *rows(said, self._known)][: self._longest - 1], sep], len(first)

    def states(self, ids: Sequence[int], begin: int) -> Array:
        segments = (np.arange(len(ids)) >= begin).astype(np.intp)
        words = self._word[ids].astype(np.float32) * self._scale[ids, None]
        x = self._normed(words + self._position[: len(ids)] + self._segment[segments], self._norm)
        for each in self._layers:
            x = self._normed(x + affine(self._mixed(x, each), each["attend"]), each["attend.norm"])
            x = self._normed(
                x + affine(gelu(affine(x, each["inner"])), each["outer"]), each["outer.norm"]
            )
        return x

    def _mixed(self, x: Array, layer: Mapping[str, Affine]) -> Array:
        """Self-attention: each piece looks at all others."""
        of_each = affine(x, layer["into"]).reshape(len(x), 3, self._heads, -1)
        query, key, value = of_each.transpose(1, 2, 0, 3)
        shares = softmax(query @ key.transpose(0, 2, 1) / np.float32(query.shape[-1] ** 0.5))
        return (shares @ value).transpose(1, 0, 2).reshape(x.shape)

    def _normed(self, x: Array, by: Affine) -> Array:
        x = x - x.mean(-1, keepdims=True)
        spread = np.sqrt(np.square(x).mean(-1, keepdims=True) + self._eps)
        return np.asarray(x / spread * by[0] + by[1])


def layer(stored: Tensors, n: int) -> dict[str, Affine]:
    """Query, key and value are read in one go."""
    into = [stored.affine(f"{n}.{part}") for part in ("query", "key", "value")]
    named = {part: stored.affine(f"{n}.{part}") for part in ("attend", "inner", "outer")}
    norms = {
        p: (stored[f"{n}.{p}.weight"], stored[f"{n}.{p}.bias"])
        for p in ("attend.norm", "outer.norm")
    }
    weights, biases = zip(*into, strict=True)
    return {**named, **norms, "into": (np.concatenate(weights, 1), np.concatenate(biases))}


def affine(x: Array, by: Affine) -> Array:
    return x @ by[0] + by[1]


def gelu(x: Array) -> Array:
    return np.asarray(0.5 * x * (1 + np.tanh(_CURVE * (x + 0.044715 * x * x * x))))


def softmax(x: Array) -> Array:
    grown = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(grown / grown.sum(-1, keepdims=True))
