"""Bars with their intervals, as a small picture that any browser and repository page shows."""

from collections.abc import Sequence
from html import escape
from typing import Final

from interaction_model.evaluation.figures import Share

WIDTH: Final = 720
LABEL: Final = 200
ROW: Final = 24
TOP: Final = 44
LEAST: Final = 50
"""The axis begins here: below it nothing would be worth drawing to scale."""


def bars(title: str, rows: Sequence[tuple[str, Share]], aim: float | None = None) -> str:
    height = TOP + ROW * len(rows) + 28
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-size="16" fill="#1a1a1a">{escape(title)}</text>',
    ]
    bottom = TOP + ROW * len(rows)
    for tick in range(LEAST, 101, 10):
        parts.append(_line(_x(tick), TOP - 6, _x(tick), bottom, "#d8d8d8"))
        parts.append(
            f'<text x="{_x(tick):.0f}" y="{bottom + 18}" text-anchor="middle" '
            f'fill="#555555">{tick}%</text>'
        )
    for number, (name, share) in enumerate(rows):
        parts.extend(_bar(name, share, TOP + ROW * number))
    if aim is not None:
        parts.append(_line(_x(aim), TOP - 6, _x(aim), bottom, "#b3261e", "4 3"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bar(name: str, share: Share, y: int) -> list[str]:
    low, high = share.interval
    middle = y + ROW / 2
    start, end = _x(LEAST), _x(share.percent)
    return [
        f'<text x="{LABEL - 10}" y="{middle + 4:.0f}" text-anchor="end" fill="#1a1a1a">'
        f"{escape(name)} ({share.cases})</text>",
        f'<rect x="{start:.1f}" y="{y + 4}" width="{max(end - start, 0):.1f}" '
        f'height="{ROW - 8}" fill="#3a6ea5"/>',
        _line(_x(low), middle, _x(high), middle, "#12263a"),
    ]


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="1.5"{dashed}/>'
    )


def _x(percent: float) -> float:
    shown = max(percent, LEAST) - LEAST
    return LABEL + shown * (WIDTH - LABEL - 30) / (100 - LEAST)
