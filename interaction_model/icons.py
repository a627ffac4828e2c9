"""The store icons: a back seen from behind, its spine, and the place that has locked.

`python -m interaction_model.icons` draws them anew.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from interaction_model.drawing import Canvas, Point, curve, ellipse, rounded_box

FOLDER: Final = Path(__file__).parent / "skill-package" / "assets" / "images"
SIZES: Final = (108, 512)

_SPAN: Final = 512
_SKY, _SEA = (34, 124, 128), (13, 66, 82)
_LINEN, _SPINE, _GLOW = (245, 240, 229), (22, 92, 104), (240, 122, 78)
_VERTEBRAE: Final = 8
_SORE: Final = 5


def icon(size: int) -> bytes:
    canvas = Canvas(size, _SPAN, _SKY, _SEA)
    canvas.fill(ellipse(256, 118, 49, 58), _LINEN)
    canvas.fill(_body(), _LINEN)
    for gap in (_gap(), [(_SPAN - x, y) for x, y in _gap()]):
        canvas.fill(gap, (18, 84, 97))
    sore = _vertebra(_SORE)
    for radius, opacity in ((74, 0.16), (56, 0.22), (40, 0.32)):
        canvas.fill(ellipse(sore[0], sore[1], radius, radius), _GLOW, opacity)
    for i in range(_VERTEBRAE):
        x, y, width, turn = _vertebra(i)
        canvas.fill(rounded_box(x, y, width, 23, 10, turn), _GLOW if i == _SORE else _SPINE)
    return canvas.png()


def _body() -> list[Point]:
    """Neck, shoulders, arms hanging; closed below the picture's edge."""
    left = curve(
        (228, 150),
        ((229, 186), (224, 196), (196, 206)),
        ((150, 220), (116, 228), (102, 280)),
        ((90, 340), (84, 440), (82, 530)),
    )
    return left + [(_SPAN - x, y) for x, y in reversed(left)]


def _gap() -> list[Point]:
    """Between an arm and the waist."""
    return curve(
        (152, 300),
        ((166, 350), (178, 380), (176, 420)),
        ((174, 450), (160, 480), (156, 530)),
        ((150, 530), (142, 530), (134, 530)),
        ((138, 440), (142, 380), (152, 300)),
    )


def _vertebra(i: int) -> tuple[float, float, float, float]:
    """Middle, width and turn: the spine's own gentle curve."""
    share = i / (_VERTEBRAE - 1)
    sway = math.sin(share * 2 * math.pi)
    return 256 + 7 * sway, 214 + 36 * i, 34 + 16 * share, -5 * math.cos(share * 2 * math.pi)


def files() -> Iterator[tuple[Path, bytes]]:
    for size in SIZES:
        yield FOLDER / f"icon_{size}.png", icon(size)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file, content in files():
        file.write_bytes(content)
        print(f"{file.relative_to(Path(__file__).parents[1])}  {len(content)} bytes")


if __name__ == "__main__":
    main()
