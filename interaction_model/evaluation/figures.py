"""Shares with their 95% intervals, and Markdown tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

Z: Final = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    hits: int
    cases: int

    @classmethod
    def of(cls, values: Iterable[bool]) -> "Share":
        given = list(values)
        return cls(sum(given), len(given))

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.cases if self.cases else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's, in per cent."""
        if not self.cases:
            return 0.0, 0.0
        p, n = self.hits / self.cases, self.cases
        middle = p + Z * Z / (2 * n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        scale = 1 + Z * Z / n
        return 100 * max(0.0, middle - half) / scale, 100 * min(1.0, (middle + half) / scale)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.percent:.1f}% ({low:.0f} to {high:.0f})"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def share_table(head: str, groups: Iterable[tuple[str, Share]]) -> str:
    return table(
        (head, "right", "of", "95% interval"),
        (
            (name, f"{s.percent:.1f}%", s.cases, "{:.0f} to {:.0f}".format(*s.interval))
            for name, s in groups
        ),
    )
