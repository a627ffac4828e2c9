"""Drawings as Alexa Vector Graphics, with a parameter that moves them.

`t` leads from the first pose (0) to the second (1); `flip` is -1 for the other side.
"""

from typing import Any, Final

from spasm_guide.alexa.figures import ARROW, BACK, Drawing, Moving, Stroke, size

STILL: Final = 0.5
"""A joint that moves less than this does not move."""


def graphic(drawing: Drawing) -> dict[str, Any]:
    width, height = size()
    axis, middle = ("Y", 150) if drawing.view == "above" else ("X", width / 2)
    body = [_path(_data(stroke), stroke.colour, stroke.width) for stroke in drawing.strokes]
    if drawing.arrow:
        body.append({**_path(drawing.arrow, BACK, ARROW), "strokeOpacity": "${1-t}"})
    props = [
        {"type": "path", "pathData": shape["path"], "fill": shape["fill"]}
        if "fill" in shape
        else _path(shape["path"], shape["stroke"], shape["width"])
        for shape in drawing.props
    ]
    person = {"type": "group", "translateY": -drawing.rise, "items": body}
    turned = {
        "type": "group",
        "translateY": -drawing.up,
        f"scale{axis}": "${flip}",
        f"pivot{axis}": middle,
        "items": [*props, person],
    }
    return {
        "type": "AVG",
        "version": "1.1",
        "width": width,
        "height": height,
        "viewportWidth": width,
        "viewportHeight": height,
        "parameters": [
            {"name": "t", "type": "number", "default": 0},
            {"name": "flip", "type": "number", "default": 1},
        ],
        "items": [turned],
    }


def _path(data: str, colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "path",
        "pathData": data,
        "stroke": colour,
        "strokeWidth": width,
        "strokeLineCap": "round",
        "strokeLineJoin": "round",
    }


def _data(stroke: Stroke) -> str:
    first, *rest = (f"{_number(x)},{_number(y)}" for x, y in stroke.points)
    return f"M{first} Q{' '.join(rest)}" if stroke.curved else f"M{first} L{' L'.join(rest)}"


def _number(moving: Moving) -> str:
    way = f"{moving.way:+.0f}*t" if abs(moving.way) >= STILL else ""
    bulge = f"{4 * moving.bulge:+.0f}*t*(1-t)" if abs(moving.bulge) >= STILL else ""
    start = f"{moving.start:.0f}"
    return f"${{{start}{way}{bulge}}}" if way or bulge else start
