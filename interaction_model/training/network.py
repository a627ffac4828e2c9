"""The encoder and its heads in PyTorch: only ever trained with, never shipped."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from interaction_model.training.lessons import ANSWERS, LABELS

LAYERS: Final = 6
HIDDEN: Final = 384
INNER: Final = 1536
ATTENTION_HEADS: Final = 12
EPS: Final = 1e-12
LONGEST: Final = 64
RANK: Final = 32
"""Of the correction of each map: all of them together ship in 2.7 MB."""
PARTS: Final = ("query", "key", "value", "attend", "inner", "outer")
SCALE: Final = (HIDDEN // ATTENTION_HEADS) ** -0.5
ROWS: Final = {
    **{name: len(LABELS[name]) for name in ("meaning", "topic", "whose", "sign", "stretch")},
    "finding": len(LABELS["finding"]) * len(ANSWERS),
}


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.attend = nn.Linear(HIDDEN, HIDDEN)
        self.attend_norm = nn.LayerNorm(HIDDEN, EPS)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, EPS)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        size, length, _ = states.shape

        def split(x: Tensor) -> Tensor:
            return x.view(size, length, ATTENTION_HEADS, -1).transpose(1, 2)

        # Written out: on a CPU, PyTorch's own attention is slow to learn through.
        near = split(self.query(states)) @ split(self.key(states)).transpose(2, 3)
        looked = (near * SCALE + mask).softmax(3) @ split(self.value(states))
        joined = looked.transpose(1, 2).reshape(size, length, HIDDEN)
        states = self.attend_norm(states + self.attend(joined))
        inner = functional.gelu(self.inner(states), approximate="tanh")
        return self.outer_norm(states + self.outer(inner))


class Corrected(nn.Module):
    """A map that stands still and, of low rank, what is learnt to add to it (LoRA)."""

    def __init__(self, whole: nn.Linear, rank: int) -> None:
        super().__init__()
        self.weight, self.bias = whole.weight, whole.bias
        self.weight.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(rank, whole.in_features) * whole.in_features**-0.5)
        self.up = nn.Parameter(torch.zeros(whole.out_features, rank))

    def forward(self, states: Tensor) -> Tensor:
        kept = functional.linear(states, self.weight, self.bias)
        return kept + functional.linear(functional.linear(states, self.down), self.up)


class Reader(nn.Module):
    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, HIDDEN)
        self.position = nn.Embedding(LONGEST, HIDDEN)
        self.segment = nn.Embedding(2, HIDDEN)
        self.embed_norm = nn.LayerNorm(HIDDEN, EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = nn.ModuleDict({k: nn.Linear(2 * HIDDEN, n) for k, n in ROWS.items()})
        self.dropout = nn.Dropout(0.1)

    def corrected(self, rank: int = RANK) -> None:
        """From now on the encoder stands still, and what is learnt corrects it."""
        for layer in self.layers:
            for name in PARTS:
                setattr(layer, name, Corrected(getattr(layer, name), rank))

    def encode(self, ids: Tensor, segments: Tensor, words: Tensor) -> Tensor:
        """Mean and maximum of the last states of the words, those pieces where `words` is true."""
        places = torch.arange(ids.shape[1])
        states = self.word(ids) + self.position(places) + self.segment(segments)
        states = self.dropout(self.embed_norm(states))
        mask = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        states = states.float()
        said = words[:, :, None]
        mean = (states * said).sum(1) / said.sum(1).clamp(min=1)
        most = states.masked_fill(~said, -1e4).max(1).values
        return torch.cat([mean, most], 1)

    def forward(self, ids: Tensor, segments: Tensor, words: Tensor) -> dict[str, Tensor]:
        vector = self.dropout(self.encode(ids, segments, words))
        return {name: head(vector) for name, head in self.heads.items()}


def begun(folder: Path, kept: list[int]) -> Reader:
    """A reader that begins from the base's weights; of its vocabulary those rows that are kept."""
    base = tensors(folder / "model.safetensors")
    reader = Reader(len(kept))
    with torch.no_grad():
        reader.word.weight.copy_(base["embeddings.word_embeddings.weight"][kept])
        reader.position.weight.copy_(base["embeddings.position_embeddings.weight"][:LONGEST])
        reader.segment.weight.copy_(base["embeddings.token_type_embeddings.weight"])
        _copy(reader.embed_norm, base, "embeddings.LayerNorm")
        for number, layer in enumerate(reader.layers):
            for name, theirs in _NAMES.items():
                _copy(getattr(layer, name), base, f"encoder.layer.{number}.{theirs}")
    for frozen in (reader.word, reader.position, reader.segment):
        frozen.weight.requires_grad_(False)
    return reader


_NAMES: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attend": "attention.output.dense",
    "attend_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def _copy(module: nn.Module, base: Mapping[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).copy_(base[f"{name}.{part}"])


def tensors(file: Path) -> dict[str, Tensor]:
    data = file.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header: dict[str, Any] = json.loads(data[8 : 8 + size])
    header.pop("__metadata__", None)
    found = {}
    for name, about in header.items():
        if about["dtype"] == "F32":
            start, end = (8 + size + n for n in about["data_offsets"])
            values = np.frombuffer(data[start:end], np.float32).reshape(about["shape"])
            found[name] = torch.from_numpy(values.copy())
    return found
