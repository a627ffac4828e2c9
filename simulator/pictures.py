"""The stretches' figures as SVG, for the page and the documents."""

from typing import Final
from xml.sax.saxutils import quoteattr

from spasm_guide.alexa.figures import ARROW, BACK, GROUND, Drawing, Stroke, drawing, size

KEPT: Final = "0;0.1;0.35;0.75;1"
"""Of a moving picture's time: the first pose, the way to the second, its hold, the way back."""


def svg(stretch: str, place: str, t: float, flip: bool = False, ground: bool = True) -> str:
    """One moment of a stretch; `t` leads from the first pose (0) to the second (1)."""
    drawn = drawing(stretch, place)
    body = "".join(_path(_data(stroke, t), stroke.colour, stroke.width) for stroke in drawn.strokes)
    if drawn.arrow and t > 0.5:
        body += _path(drawn.arrow, BACK, ARROW)
    return _framed(drawn, body, flip, ground)


def moving(stretch: str, place: str, seconds: float = 8) -> str:
    """From the first pose to the second and back, without end."""
    drawn = drawing(stretch, place)
    body = ""
    for stroke in drawn.strokes:
        first, second = _data(stroke, 0), _data(stroke, 1)
        moves = (
            f'<animate attributeName="d" dur="{seconds:g}s" repeatCount="indefinite"'
            f' keyTimes="{KEPT}" values="{first};{first};{second};{second};{first}"/>'
        )
        body += _path(first, stroke.colour, stroke.width, moves if first != second else "")
    return _framed(drawn, body, flip=False, ground=True)


def _framed(drawn: Drawing, body: str, flip: bool, ground: bool) -> str:
    width, height = size()
    props = "".join(
        f'<path d={quoteattr(shape["path"])} fill="{shape["fill"]}"/>'
        if "fill" in shape
        else _path(shape["path"], shape["stroke"], shape["width"])
        for shape in drawn.props
    )
    mirror = (
        "translate(0 300) scale(1 -1)" if drawn.view == "above" else "translate(400) scale(-1 1)"
    )
    side = f' transform="{mirror}"' if flip else ""
    back = f'<rect width="{width}" height="{height}" rx="16" fill="{GROUND}"/>' if ground else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{back}'
        f'<g transform="translate(0 {-drawn.up})"><g{side}>{props}'
        f'<g transform="translate(0 {-drawn.rise})">{body}</g></g></g></svg>'
    )


def _path(data: str, colour: str, width: float, moves: str = "") -> str:
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width}"'
        ' stroke-linecap="round" stroke-linejoin="round"' + (f">{moves}</path>" if moves else "/>")
    )


def _data(stroke: Stroke, t: float) -> str:
    first, *rest = (f"{x.at(t):.1f},{y.at(t):.1f}" for x, y in stroke.points)
    return f"M{first} Q{' '.join(rest)}" if stroke.curved else f"M{first} L{' L'.join(rest)}"
