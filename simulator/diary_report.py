"""The diary on one page, for an appointment: numbers, two charts, the list."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from spasm_guide.languages.load import DEFAULT
from spasm_guide.services.summary import common_causes, part
from spasm_guide.storage.store import Spasm

TEMPLATE: Final = "diary_report.html.j2"
MOST_WEEKS: Final = 26
PARTS: Final = ("night", "morning", "afternoon", "evening")
MOST_ROWS: Final = 14
"""So that it stays one page; the CSV has them all."""
CHART_HEIGHT: Final = 90


def report(spasms: Sequence[Spasm], now: datetime) -> str:
    days = [datetime.fromtimestamp(each.at, now.tzinfo) for each in spasms]
    severities = [each.severity for each in spasms if each.severity is not None]
    parts = Counter(part(each.at, now.tzinfo) for each in spasms if now.tzinfo)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        made=now.date(),
        first=days[0].date() if days else None,
        count=len(spasms),
        average=round(sum(severities) / len(severities), 1) if severities else None,
        worst=max(severities, default=None),
        causes=common_causes(spasms, DEFAULT)[:8],
        weeks=bars(by_week([day.date() for day in days], now.date())),
        parts=bars([(name, parts[name]) for name in PARTS]),
        rows=[
            {"at": day.strftime("%Y-%m-%d %H:%M"), "severity": each.severity, "cause": each.cause}
            for day, each in reversed(list(zip(days, spasms, strict=True))[-MOST_ROWS:])
        ],
        height=CHART_HEIGHT,
    )


def by_week(days: Sequence[date], today: date) -> list[tuple[str, int]]:
    """From the first week on, at most half a year, each by its Monday."""
    if not days:
        return []
    this = today - timedelta(days=today.weekday())
    counts = Counter(day - timedelta(days=day.weekday()) for day in days)
    number = min(MOST_WEEKS, (this - min(counts)).days // 7 + 1)
    weeks = [this - timedelta(weeks=ago) for ago in reversed(range(number))]
    return [(f"{week.day} {week:%b}", counts[week]) for week in weeks]


def bars(counts: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    most = max((number for _, number in counts), default=0) or 1
    return [
        {"label": label, "number": number, "height": round(number / most * CHART_HEIGHT)}
        for label, number in counts
    ]
