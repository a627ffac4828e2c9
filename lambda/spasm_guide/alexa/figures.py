"""The person in the pictures: joints from content/figures.json to strokes that move."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

SOURCE: Final = Path(__file__).resolve().parents[1] / "content" / "figures.json"

BODY: Final = "#E9EFF2"
FAR_SIDE: Final = "#93A7B1"
BACK: Final = "#F4A95D"
GROUND: Final = "#13232C"
"""What a figure is drawn on: also the outline that parts an arm from the body."""

ARM, LEG, NECK, SPINE, HEAD, SHOULDERS, ARROW, OUTLINE = 13, 19, 14, 9, 38, 24, 6, 5
TORSO: Final = {"above": 52, "front": 48}
SIDE_TORSO: Final = 34
SPINE_FROM_MIDDLE: Final = 10
BACK_SIDE: Final = {"lying": 1, "fours": -1, "sitting": 1}
"""On which side of the way from shoulder to hip the back is; no entry where it is not seen."""
LAYERS: Final = {
    "side": "far_arm far_leg neck torso spine near_leg head near_arm|",
    "above": "far_arm near_arm neck torso shoulders head far_leg| near_leg|",
    "front": "neck torso shoulders head far_leg| near_leg| near_arm| far_arm|",
}
"""From the back to the front; a bar marks what is outlined."""


@dataclass(frozen=True, slots=True)
class Moving:
    """One coordinate on its way from the first pose (t = 0) to the second (t = 1)."""

    start: float
    way: float
    bulge: float = 0.0
    """How far it leaves the straight line half way, so that a limb swings and does not shrink."""

    def at(self, t: float) -> float:
        return self.start + self.way * t + 4 * self.bulge * t * (1 - t)


Point = tuple[Moving, Moving]


@dataclass(frozen=True, slots=True)
class Stroke:
    points: tuple[Point, ...]
    colour: str
    width: float
    curved: bool = False
    """Three points are start, pull and end of a curve."""


@dataclass(frozen=True, slots=True)
class Drawing:
    view: str
    """`lying`, `fours` and `sitting` are seen from the side; else `above`, `front`."""
    props: tuple[Mapping[str, Any], ...]
    """What the person is on: paths with `fill`, or with `stroke` and `width`."""
    rise: float
    """How much higher than the floor that is."""
    up: float
    """How far the whole picture is moved up, to stand in the middle."""
    strokes: tuple[Stroke, ...]
    arrow: str | None
    """Where the movement goes, as a path."""
    at: Mapping[str, float]
    """Where between the two poses each pose that the stretch names stands."""


def size() -> tuple[int, int]:
    width, height = _source()["size"]
    return width, height


@cache
def drawing(stretch: str, place: str) -> Drawing:
    """Raise KeyError for what is not drawn."""
    found = _source()["figures"][stretch][place]
    first, second = (_source()["poses"][found[name]] for name in ("from", "to"))
    view = found["view"]
    layers = LAYERS.get(view, LAYERS["side"]).split()
    strokes = tuple(
        stroke
        for layer in layers
        for stroke in _part(layer.rstrip("|"), layer.endswith("|"), view, first, second)
    )
    prop = _source()["props"][found["prop"]]
    shapes = tuple(map(_coloured, prop["shapes"]))
    return Drawing(
        view,
        shapes,
        prop.get("rise", 0),
        prop.get("up", 0),
        strokes,
        found.get("arrow"),
        found["at"],
    )


@cache
def _source() -> Mapping[str, Any]:
    source: Mapping[str, Any] = json.loads(SOURCE.read_text(encoding="utf-8"))
    return source


def _coloured(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    colours = _source()["colours"]
    return {k: colours[v] if k in ("fill", "stroke") else v for k, v in shape.items()}


def _part(
    name: str, outlined: bool, view: str, first: Mapping[str, Any], second: Mapping[str, Any]
) -> Iterable[Stroke]:
    if name.endswith(("arm", "leg")):
        width = ARM if name.endswith("arm") else LEG
        far = name.startswith("far") and view != "front" and not (view == "above" and width == ARM)
        points = _swung(first[name], second[name])
        if outlined:
            yield Stroke(points, GROUND, width + OUTLINE)
        yield Stroke(points, FAR_SIDE if far else BODY, width)
    elif name == "torso":
        points = _straight(first[name], second[name])
        yield Stroke(points, BODY, TORSO.get(view, SIDE_TORSO), curved=True)
    elif name == "spine":
        backs = (_shifted(pose["torso"], BACK_SIDE[view]) for pose in (first, second))
        yield Stroke(_straight(*backs), BACK, SPINE, curved=True)
    elif name == "neck":
        ends = ([pose["torso"][0], pose["head"]] for pose in (first, second))
        yield Stroke(_straight(*ends), BODY, NECK)
    elif name == "shoulders":
        ends = ([pose["near_arm"][0], pose["far_arm"][0]] for pose in (first, second))
        yield Stroke(_straight(*ends), BODY, SHOULDERS)
    else:
        ends = ([pose[name], pose[name]] for pose in (first, second))
        yield Stroke(_straight(*ends), BODY, HEAD)


def _straight(
    first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]
) -> tuple[Point, ...]:
    return tuple(
        (Moving(a[0], b[0] - a[0]), Moving(a[1], b[1] - a[1]))
        for a, b in zip(first, second, strict=True)
    )


def _swung(
    first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]
) -> tuple[Point, ...]:
    """A limb keeps its length: half way, each bone points half way between its two directions."""
    points = []
    middle = [(first[0][i] + second[0][i]) / 2 for i in (0, 1)]
    for joint, (a, b) in enumerate(zip(first, second, strict=True)):
        if joint:
            (from_length, from_angle), (to_length, to_angle) = (
                _bone(limb[joint - 1], limb[joint]) for limb in (first, second)
            )
            turn = math.remainder(to_angle - from_angle, math.tau)
            length, angle = (from_length + to_length) / 2, from_angle + turn / 2
            middle[0] += length * math.cos(angle)
            middle[1] += length * math.sin(angle)
        x, y = (Moving(a[i], b[i] - a[i], middle[i] - (a[i] + b[i]) / 2) for i in (0, 1))
        points.append((x, y))
    return tuple(points)


def _bone(start: Sequence[float], end: Sequence[float]) -> tuple[float, float]:
    x, y = end[0] - start[0], end[1] - start[1]
    return math.hypot(x, y), math.atan2(y, x)


def _shifted(torso: Sequence[Sequence[float]], side: int) -> list[list[float]]:
    """The torso's curve moved towards the back."""
    _, angle = _bone(torso[0], torso[2])
    x, y = -math.sin(angle), math.cos(angle)
    shift = side * SPINE_FROM_MIDDLE
    return [[px + shift * x, py + shift * y] for px, py in torso]
