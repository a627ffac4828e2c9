"""Weights as they are stored: a safetensors file, its integer rows with a scale each."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float32]]

TYPES: Final = {"I8": np.int8, "F16": np.float16, "F32": np.float32}


class Tensors:
    def __init__(self, file: Path) -> None:
        raw = file.read_bytes()
        begin = 8 + int.from_bytes(raw[:8], "little")
        self._header: dict[str, Any] = json.loads(raw[8:begin])
        self.metadata: dict[str, str] = self._header.pop("__metadata__", {})
        self._data = memoryview(raw)[begin:]

    def stored(self, name: str) -> np.ndarray[Any, Any]:
        entry = self._header[name]
        start, end = entry["data_offsets"]
        kind = TYPES[entry["dtype"]]
        return np.frombuffer(self._data[start:end], kind).reshape(entry["shape"])

    def __contains__(self, name: str) -> bool:
        return name in self._header

    def __getitem__(self, name: str) -> Array:
        """As numbers to compute with: rows of integers times their scale."""
        found = self.stored(name).astype(np.float32)
        if f"{name}.scale" in self._header:
            found *= self.stored(f"{name}.scale").astype(np.float32)[:, None]
        return found

    def affine(self, name: str) -> tuple[Array, Array]:
        """A map's weight, what comes in by what goes out, as products of few rows are quickest."""
        weight = self.stored(name).T.astype(np.float32, order="C")
        if f"{name}.scale" in self._header:
            weight *= self.stored(f"{name}.scale").astype(np.float32)
        return weight, self[f"{name}.bias"]


class Corrected(Tensors):
    """With what was learnt since the file stands still: of low rank added, or in place of it."""

    def __init__(self, file: Path, correction: Path) -> None:
        super().__init__(file)
        self._by = Tensors(correction)

    def __getitem__(self, name: str) -> Array:
        return self._by[name] if name in self._by else super().__getitem__(name)

    def affine(self, name: str) -> tuple[Array, Array]:
        weight, bias = super().affine(name)
        if f"{name}.up" in self._by:
            weight += (self._by[f"{name}.up"] @ self._by[f"{name}.down"]).T
        return weight, bias
