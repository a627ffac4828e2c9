"""A diary in short, as a doctor wants it: how many, when, what set them off, how bad, the trend."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Final

from spasm_guide.services.causes import kind
from spasm_guide.storage.store import Spasm

DAYS: Final = {"week": 7, "month": 30}
PARTS: Final = (("night", 0), ("morning", 5), ("afternoon", 12), ("evening", 18), ("night", 22))
"""Each from its hour on."""
DAY: Final = 24 * 60 * 60
MOST_CAUSES, MOST_LATEST = 5, 10
FEW: Final = 2
"""Spasms, of which each cause is told."""
LONGEST_SPOKEN: Final = 36
"""Characters of a cause that is read aloud."""


def sum_up(
    spasms: Sequence[Spasm],
    now: int,
    period: str,
    since: int | None,
    zone: tzinfo | None,
    locale: str,
) -> dict[str, Any]:
    """`summary` is spoken, `card` is shown. Without a zone nothing is said of the time of day."""
    days, clock = DAYS.get(period, 30), zone or UTC
    begin = since if period == "visit" and since else now - days * DAY
    inside = [each for each in spasms if each.at > begin]
    parts = Counter(part(each.at, clock) for each in inside if zone)
    causes = common_causes(inside, locale)
    severities = [each.severity for each in inside if each.severity is not None]
    earlier = earlier_count(spasms, begin, days) if period != "visit" else None
    return {
        "summary": {
            "count": len(inside),
            "days": days,
            "period": "visit" if period == "visit" and since else "days",
            "part": leading(parts, len(inside)),
            "set_off": spoken_causes(causes, len(inside)),
            "average": short(round(sum(severities) / len(severities), 1)) if severities else None,
            "worst": max(severities, default=None),
            "trend": trend(len(inside), earlier),
        },
        "card": {
            "first": day(begin, clock),
            "last": day(now, clock),
            "before": earlier,
            "parts": [[name, parts[name]] for name, _ in PARTS[:4] if parts[name]],
            "causes": [list(each) for each in causes[:MOST_CAUSES]],
            "latest": [shown(each, zone) for each in reversed(inside[-MOST_LATEST:])],
            "by_day": by_day(inside, now, days, clock),
        },
    }


def part(at: int, zone: tzinfo) -> str:
    hour = datetime.fromtimestamp(at, zone).hour
    return next(name for name, begin in reversed(PARTS) if hour >= begin)


def leading(parts: Counter[str], count: int) -> str | None:
    """The time of day of more than half of them; a tie or a scatter is no pattern."""
    (name, number), *_ = parts.most_common(1) or [("", 0)]
    return name if number * 2 > count else None


def common_causes(spasms: Iterable[Spasm], locale: str) -> list[tuple[str, int]]:
    """Like causes counted together, each in the words used last."""
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for each in spasms:
        if each.cause:
            name = kind(each.cause, locale)
            counts[name] += 1
            words[name] = each.cause
    return [(words[name], number) for name, number in counts.most_common()]


def spoken_causes(causes: Sequence[tuple[str, int]], count: int) -> list[str]:
    """Of one or two spasms all; of more, one that came more than once and leads."""
    if count > FEW:
        leads = len(causes) == 1 or (len(causes) > 1 and causes[0][1] > causes[1][1])
        causes = causes[:1] if leads and causes[0][1] > 1 else ()
    return [words for words in (spoken(cause) for cause, _ in causes) if words]


def spoken(cause: str) -> str:
    if len(cause) <= LONGEST_SPOKEN:
        return cause
    return cause[:LONGEST_SPOKEN].rpartition(" ")[0]


def short(number: float) -> float:
    """7 rather than 7.0: it is spoken."""
    return int(number) if number == int(number) else number


def earlier_count(spasms: Sequence[Spasm], begin: int, days: int) -> int | None:
    """In the days before; None where the diary does not reach back so far."""
    start = begin - days * DAY
    if not spasms or spasms[0].at > start:
        return None
    return sum(start < each.at <= begin for each in spasms)


def trend(count: int, earlier: int | None) -> str | None:
    if earlier is None:
        return None
    return "same" if count == earlier else "more" if count > earlier else "fewer"


def by_day(spasms: Iterable[Spasm], now: int, days: int, zone: tzinfo) -> list[int]:
    """How many on each day, today last."""
    today = datetime.fromtimestamp(now, zone).date()
    counts = Counter(datetime.fromtimestamp(each.at, zone).date() for each in spasms)
    return [counts[today - timedelta(days=ago)] for ago in reversed(range(days))]


def shown(spasm: Spasm, zone: tzinfo | None) -> dict[str, Any]:
    form = "%Y-%m-%d %H:%M" if zone else "%Y-%m-%d"
    at = datetime.fromtimestamp(spasm.at, zone or UTC).strftime(form)
    return {"at": at, "severity": spasm.severity, "cause": spasm.cause}


def day(at: int, zone: tzinfo) -> str:
    return datetime.fromtimestamp(at, zone).strftime("%Y-%m-%d")
