"""Filled shapes to PNG, smooth at the edges, without any library."""

import math
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Final

Colour = tuple[int, int, int]
Point = tuple[float, float]

_SUBLINES: Final = 4
_STEPS: Final = 24


def ellipse(x: float, y: float, rx: float, ry: float) -> list[Point]:
    turns = [2 * math.pi * i / 72 for i in range(72)]
    return [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns]


def rounded_box(
    x: float, y: float, width: float, height: float, radius: float, turn: float = 0.0
) -> list[Point]:
    """Around its middle, turned by so many degrees."""
    w, h = width / 2 - radius, height / 2 - radius
    corners = (w, h, 0), (-w, h, 90), (-w, -h, 180), (w, -h, 270)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for cx, cy, start in corners:
        for i in range(10):
            angle = math.radians(start + 10 * i)
            px, py = cx + radius * math.cos(angle), cy + radius * math.sin(angle)
            points.append((x + px * cos - py * sin, y + px * sin + py * cos))
    return points


def curve(start: Point, *cubics: tuple[Point, Point, Point]) -> list[Point]:
    """A path of Bézier curves, each given by two controls and its end."""
    points = [start]
    for a, b, end in cubics:
        x0, y0 = points[-1]
        for i in range(1, _STEPS + 1):
            t = i / _STEPS
            u = 1 - t
            k = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            points.append(
                (
                    k[0] * x0 + k[1] * a[0] + k[2] * b[0] + k[3] * end[0],
                    k[0] * y0 + k[1] * a[1] + k[2] * b[1] + k[3] * end[1],
                )
            )
    return points


class Canvas:
    """A square picture; shapes are given in units of `span` to a side."""

    def __init__(self, size: int, span: float, top: Colour, bottom: Colour) -> None:
        self.size, self._scale = size, size / span
        self._rows = [
            [_mix(top, bottom, y / max(size - 1, 1)) for _ in range(size)] for y in range(size)
        ]

    def fill(self, shape: Sequence[Point], colour: Colour, opacity: float = 1.0) -> None:
        points = [(x * self._scale, y * self._scale) for x, y in shape]
        for y in range(self.size):
            cover = self._cover(points, y)
            if cover:
                row = self._rows[y]
                for x, share in cover.items():
                    row[x] = _mix(row[x], colour, min(share, 1.0) * opacity)

    def _cover(self, points: Sequence[Point], y: int) -> dict[int, float]:
        cover: dict[int, float] = {}
        for line in range(_SUBLINES):
            crossings = _crossings(points, y + (line + 0.5) / _SUBLINES)
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                left, right = max(left, 0.0), min(right, float(self.size))
                for x in range(int(left), min(math.ceil(right), self.size)):
                    share = min(right, x + 1) - max(left, x)
                    cover[x] = cover.get(x, 0.0) + max(share, 0.0) / _SUBLINES
        return cover

    def png(self) -> bytes:
        raw = b"".join(b"\0" + bytes(v for c in row for v in c) for row in self._rows)
        header = struct.pack(">IIBBBBB", self.size, self.size, 8, 2, 0, 0, 0)
        chunks = (b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _crossings(points: Sequence[Point], y: float) -> list[float]:
    found = []
    for (x0, y0), (x1, y1) in _edges(points):
        if (y0 <= y) != (y1 <= y):
            found.append(x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    return sorted(found)


def _edges(points: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return zip(points, [*points[1:], points[0]], strict=True)


def _mix(a: Colour, b: Colour, share: float) -> Colour:
    r, g, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return r, g, blue


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
