"""The encoder that ships, in PyTorch again: what a correction is learnt on top of."""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from interaction_model.training.network import PARTS, Reader
from spasm_guide.reading.tensors import Tensors


def reader(folder: Path) -> Reader:
    """To be corrected further, with the heads that ship."""
    encoder, heads = Tensors(folder / "encoder.safetensors"), Tensors(folder / "heads.safetensors")
    correction = Tensors(folder / "correction.safetensors")
    found = Reader(len(encoder.stored("word")))
    with torch.no_grad():
        for name in ("word", "position", "segment"):
            weight = getattr(found, name).weight
            weight.copy_(torch.from_numpy(encoder[name]))
            weight.requires_grad_(False)
        for name, module in _named(found):
            source = heads if name in found.heads else _newer(correction, encoder, name)
            module.weight.copy_(torch.from_numpy(source[f"{name}.weight"]))
            module.bias.copy_(torch.from_numpy(source[f"{name}.bias"]))
        for number, layer in enumerate(found.layers):
            for part in PARTS:
                name = f"{number}.{part}"
                source = _newer(correction, encoder, name)
                getattr(layer, part).weight.copy_(torch.from_numpy(encoder[name]))
                getattr(layer, part).bias.copy_(torch.from_numpy(source[f"{name}.bias"]))
        found.corrected()
        for number, layer in enumerate(found.layers):
            for part in (p for p in PARTS if f"{number}.{p}.up" in correction):
                for way in ("up", "down"):
                    learnt = torch.from_numpy(correction[f"{number}.{part}.{way}"])
                    getattr(getattr(layer, part), way).copy_(learnt)
    return found


def _newer(correction: Tensors, encoder: Tensors, name: str) -> Tensors:
    return correction if f"{name}.bias" in correction else encoder


def _named(found: Reader) -> Iterator[tuple[str, nn.Module]]:
    yield "embed.norm", found.embed_norm
    for number, layer in enumerate(found.layers):
        yield f"{number}.attend.norm", layer.attend_norm
        yield f"{number}.outer.norm", layer.outer_norm
    yield from found.heads.items()
