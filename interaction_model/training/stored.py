"""Writes the layout of safetensors: the header's length, the header, the arrays."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

Array = Any
_TYPES: Final = {"int8": "I8", "int32": "I32", "float32": "F32", "float16": "F16"}


def write(file: Path, arrays: Mapping[str, Array], about: Mapping[str, str]) -> None:
    header: dict[str, Any] = {"__metadata__": dict(about)}
    place = 0
    for name, array in arrays.items():
        end = place + array.nbytes
        kind = _TYPES[str(array.dtype)]
        header[name] = {"dtype": kind, "shape": array.shape, "data_offsets": [place, end]}
        place = end
    text = json.dumps(header).encode()
    text += b" " * (-(8 + len(text)) % 64)
    unfinished = file.with_suffix(".part")
    with unfinished.open("wb") as out:
        out.write(len(text).to_bytes(8, "little") + text)
        for array in arrays.values():
            out.write(np.ascontiguousarray(array).tobytes())
    unfinished.replace(file)
