"""The reader as it ships: int8 rows, heads apart, vocabulary, and vectors to hold numpy to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import torch

from interaction_model.training import network
from interaction_model.training.fit import Batch
from interaction_model.training.lessons import LABELS, Lesson
from interaction_model.training.network import Reader
from interaction_model.training.pieces import Pieces

Array = Any


def rounded(weights: Array) -> tuple[Array, Array]:
    """Each row as bytes, and what a step of it is worth."""
    scale = np.maximum(np.abs(weights).max(1), 1e-9).astype(np.float32) / 127
    return np.rint(weights / scale[:, None]).astype(np.int8), scale


def encoder(reader: Reader) -> dict[str, Array]:
    arrays: dict[str, Array] = {}

    def rows(name: str, weights: torch.Tensor) -> None:
        arrays[name], arrays[f"{name}.scale"] = rounded(weights.numpy())

    with torch.no_grad():
        rows("word", reader.word.weight)
        arrays["position"] = reader.position.weight.numpy()
        arrays["segment"] = reader.segment.weight.numpy()
        _norm(arrays, "embed.norm", reader.embed_norm)
        for number, layer in enumerate(reader.layers):
            for part in network.PARTS:
                rows(f"{number}.{part}", getattr(layer, part).weight)
                arrays[f"{number}.{part}.bias"] = getattr(layer, part).bias.numpy()
            for norm in ("attend", "outer"):
                _norm(arrays, f"{number}.{norm}.norm", getattr(layer, f"{norm}_norm"))
    return arrays


def correction(reader: Reader) -> dict[str, Array]:
    """What is added to the encoder that stands still, and what stands in place of the rest of it.

    Empty where the encoder itself was learnt.
    """
    arrays: dict[str, Array] = {}
    with torch.no_grad():
        for number, layer in enumerate(reader.layers):
            for part in network.PARTS:
                found = getattr(layer, part)
                if not isinstance(found, network.Corrected):
                    return {}
                arrays[f"{number}.{part}.down"] = found.down.numpy().astype(np.float16)
                arrays[f"{number}.{part}.up"] = found.up.numpy().astype(np.float16)
                arrays[f"{number}.{part}.bias"] = found.bias.numpy()
            for norm in ("attend", "outer"):
                _norm(arrays, f"{number}.{norm}.norm", getattr(layer, f"{norm}_norm"))
        _norm(arrays, "embed.norm", reader.embed_norm)
    return arrays


def _norm(arrays: dict[str, Array], name: str, module: torch.nn.Module) -> None:
    for part in ("weight", "bias"):
        arrays[f"{name}.{part}"] = getattr(module, part).numpy()


def with_bytes(reader: Reader) -> None:
    """Rounds the reader's own weights, so that it computes what ships."""
    with torch.no_grad():
        for module in reader.modules():
            if isinstance(module, torch.nn.Embedding) and module.num_embeddings > network.LONGEST:
                _round(module.weight)
        for layer in reader.layers:
            for part in network.PARTS:
                found = getattr(layer, part)
                if isinstance(found, network.Corrected):
                    found.down.copy_(found.down.half().float())
                    found.up.copy_(found.up.half().float())
                else:
                    _round(found.weight)


def _round(weights: torch.nn.Parameter) -> None:
    values, scale = rounded(weights.detach().numpy())
    weights.copy_(torch.from_numpy(values.astype(np.float32) * scale[:, None]))


def heads(reader: Reader) -> dict[str, Array]:
    with torch.no_grad():
        return {
            f"{name}.{part}": getattr(head, part).numpy().astype(np.float32)
            for name, head in reader.heads.items()
            for part in ("weight", "bias")
        }


def about_encoder(base: str) -> dict[str, str]:
    return {
        "base": base,
        "gelu": "tanh",
        "layers": str(network.LAYERS),
        "attention_heads": str(network.ATTENTION_HEADS),
        "eps": str(network.EPS),
        "longest": str(network.LONGEST),
    }


def about_heads(temperature: Mapping[str, Any]) -> dict[str, str]:
    labels = {name: list(names) for name, names in LABELS.items()}
    return {"labels": json.dumps(labels), "temperature": json.dumps(temperature)}


def vectors(reader: Reader, pieces: Pieces, said: Sequence[Lesson]) -> list[dict[str, Any]]:
    """What PyTorch makes of a few phrases: a test holds the forward pass in numpy to it."""
    reader.eval()
    found = []
    with torch.no_grad():
        for each in said:
            ids, begun = pieces.of(each.state, each.text)
            segments = [int(i >= begun) for i in range(len(ids))]
            words = [begun <= i < len(ids) - 1 for i in range(len(ids))]
            rows = (torch.tensor([ids]), torch.tensor([segments]), torch.tensor([words]))
            told = reader(*rows)
            found.append(
                {
                    "state": each.state,
                    "text": each.text,
                    "pieces": ids,
                    "segments": segments,
                    "meaning": [round(x, 5) for x in told["meaning"][0].tolist()],
                }
            )
    return found


def spread(reader: Reader, batches: Iterable[Batch]) -> Array:
    """The second moment of what the heads see, a one for their bias beside it: its upper half."""
    reader.eval()
    size, count = 2 * network.HIDDEN + 1, 0
    total = torch.zeros(size, size, dtype=torch.float64)
    with torch.no_grad():
        for batch in batches:
            with torch.autocast("cpu", torch.bfloat16):
                seen = reader.encode(batch.ids, batch.segments, batch.words)
            seen = torch.cat([seen, torch.ones(len(seen), 1)], 1).double()
            total += seen.T @ seen
            count += len(seen)
    return (total / count).numpy()[np.triu_indices(size)].astype(np.float32)
