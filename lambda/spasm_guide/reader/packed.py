"""Numbers in a file: a line of JSON that names them, then arrays that are read where they lie.

Little-endian, as every machine is that this runs on.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from struct import calcsize
from typing import Any

Arrays = Mapping[str, "memoryview[int]"]


def unpack(data: bytes) -> tuple[dict[str, Any], Arrays]:
    end = data.index(b"\n")
    header = json.loads(data[:end])
    view, at = memoryview(data), end + 1
    arrays: dict[str, memoryview[int]] = {}
    for name, kind, count in header.pop("arrays"):
        size = count * calcsize(kind)
        arrays[name] = view[at : at + size].cast(kind)
        at += size
    return header, arrays


def places(numbers: "memoryview[int]", wanted: Iterable[int]) -> Iterator[int]:
    """Where those of the wanted that are among the ascending numbers lie."""
    last = len(numbers) - 1
    for number in wanted:
        place = bisect_left(numbers, number)
        if place <= last and numbers[place] == number:
            yield place


def pack(header: Mapping[str, Any], arrays: Mapping[str, "array[int]"]) -> bytes:
    named = [[name, values.typecode, len(values)] for name, values in arrays.items()]
    line = json.dumps({**header, "arrays": named}, separators=(",", ":")).encode()
    return line + b"\n" + b"".join(values.tobytes() for values in arrays.values())
