"""The store icons: a back seen from behind, its spine, and the place that has locked.

`python -m interaction_model.icons` draws them anew.
"""

import math
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

FOLDER: Final = Path(__file__).parent / "skill-package" / "assets" / "images"
SIZES: Final = (108, 512)

_SPAN: Final = 512
_FINE: Final = 4
"""Drawn that many times larger, then made smaller: smooth edges."""
_SKY, _SEA = (34, 124, 128), (13, 66, 82)
_LINEN, _GAP, _SPINE, _GLOW = (245, 240, 229), (18, 84, 97), (22, 92, 104), (240, 122, 78)
_VERTEBRAE: Final = 8
_SORE: Final = 5
_STEPS: Final = 24

_Colour = tuple[int, int, int]
_Point = tuple[float, float]


class _Picture:
    def __init__(self) -> None:
        self.side = _SPAN * _FINE
        shade = Image.linear_gradient("L").resize((self.side, self.side))
        self.image = Image.new("RGB", shade.size, _SKY)
        self.image.paste(_SEA, mask=shade)

    def polygon(self, points: list[_Point], colour: _Colour) -> None:
        mask, draw = self._mask()
        draw.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=255)
        self.image.paste(colour, mask=mask)

    def ellipse(
        self, at: _Point, rx: float, ry: float, colour: _Colour, opacity: float = 1
    ) -> None:
        mask, draw = self._mask()
        draw.ellipse(_box(at, rx, ry), fill=round(255 * opacity))
        self.image.paste(colour, mask=mask)

    def bone(self, at: _Point, width: float, turn: float, colour: _Colour) -> None:
        mask, draw = self._mask()
        draw.rounded_rectangle(_box(at, width / 2, 11.5), 10 * _FINE, fill=255)
        middle = at[0] * _FINE, at[1] * _FINE
        mask = mask.rotate(-turn, Image.Resampling.BICUBIC, center=middle)
        self.image.paste(colour, mask=mask)

    def _mask(self) -> tuple[Image.Image, ImageDraw.ImageDraw]:
        mask = Image.new("L", (self.side, self.side))
        return mask, ImageDraw.Draw(mask)


def icon(size: int) -> Image.Image:
    picture = _Picture()
    picture.ellipse((256, 118), 49, 58, _LINEN)
    picture.polygon(_body(), _LINEN)
    for gap in (_gap(), [(_SPAN - x, y) for x, y in _gap()]):
        picture.polygon(gap, _GAP)
    for radius, opacity in ((74, 0.16), (56, 0.22), (40, 0.32)):
        picture.ellipse(_vertebra(_SORE)[0], radius, radius, _GLOW, opacity)
    for i in range(_VERTEBRAE):
        picture.bone(*_vertebra(i), _GLOW if i == _SORE else _SPINE)
    return picture.image.resize((size, size), Image.Resampling.BOX)


def _box(at: _Point, rx: float, ry: float) -> tuple[float, float, float, float]:
    x, y = at
    return (x - rx) * _FINE, (y - ry) * _FINE, (x + rx) * _FINE, (y + ry) * _FINE


def _body() -> list[_Point]:
    """Neck, shoulders, arms hanging; closed below the picture's edge."""
    left = _curve(
        (228, 150),
        ((229, 186), (224, 196), (196, 206)),
        ((150, 220), (116, 228), (102, 280)),
        ((90, 340), (84, 440), (82, 530)),
    )
    return left + [(_SPAN - x, y) for x, y in reversed(left)]


def _gap() -> list[_Point]:
    """Between an arm and the waist."""
    return _curve(
        (152, 300),
        ((166, 350), (178, 380), (176, 420)),
        ((174, 450), (160, 480), (156, 530)),
        ((150, 530), (142, 530), (134, 530)),
        ((138, 440), (142, 380), (152, 300)),
    )


def _curve(start: _Point, *cubics: tuple[_Point, _Point, _Point]) -> list[_Point]:
    """A path of Bézier curves, each given by two controls and its end."""
    points = [start]
    for controls in cubics:
        bend = (points[-1], *controls)
        for i in range(1, _STEPS + 1):
            t = i / _STEPS
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, bend, strict=True)) for axis in (0, 1))
            points.append((x, y))
    return points


def _vertebra(i: int) -> tuple[_Point, float, float]:
    """Middle, width and turn: the spine's own gentle curve."""
    share = i / (_VERTEBRAE - 1)
    sway = math.sin(share * 2 * math.pi)
    return (256 + 7 * sway, 214 + 36 * i), 34 + 16 * share, -5 * math.cos(share * 2 * math.pi)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        file = FOLDER / f"icon_{size}.png"
        icon(size).save(file, optimize=True)
        print(f"{file.relative_to(Path(__file__).parents[1])}  {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
