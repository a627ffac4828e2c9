"""The device's clock: Alexa tells the zone, requests come in universal time."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Final
from urllib.parse import quote

from spasm_guide.services.api import ApiFailed, call
from spasm_guide.services.caller import Caller

PATIENCE: Final = 0.4
"""Seconds of the turn's budget that the question may take."""

WHEN: Final = ("hours_ago", "days_ago", "weekday", "hour")
"""What may be told of when a spasm was."""


def ask_zone(caller: Caller) -> str:
    """Its name, `Europe/London`. Raise ApiFailed where Alexa does not tell."""
    path = f"/v2/devices/{quote(caller.device, safe='')}/settings/System.timeZone"
    answer = call(caller.api_endpoint, caller.api_token, "GET", path, PATIENCE)
    if answer.status != 200 or not isinstance(answer.body, str):
        raise ApiFailed
    return answer.body


def zone_of(name: str) -> tzinfo:
    """Raise ApiFailed for a zone that nobody knows."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return _zone_of_dateutil(name)


def _zone_of_dateutil(name: str) -> tzinfo:
    """A system without time zone files may have dateutil's own, which comes with botocore."""
    try:
        from dateutil.zoneinfo import get_zonefile_instance  # type: ignore[import-untyped]
    except ImportError as error:
        raise ApiFailed from error
    zone: tzinfo | None = get_zonefile_instance().get(name)
    if zone is None:
        raise ApiFailed
    return zone


def moment(now: datetime, told: Any, zone: tzinfo = UTC) -> int:
    """When a spasm was, in epoch seconds, from what was told of it; never in the future."""
    hours, days, weekday, hour = (_number(told.get(name)) for name in WHEN)
    if hours is not None:
        return int(now.timestamp() - hours * 3600)
    local = now.astimezone(zone)
    if weekday is not None:
        days = (local.weekday() - weekday) % 7
    at = local - timedelta(days=days or 0)
    if hour is not None and hour < 24:
        at = at.replace(hour=int(hour), minute=0, second=0, microsecond=0)
    if at > local and days is None and at.hour >= 12:
        at -= timedelta(hours=12)
    if at > local:
        at -= timedelta(days=7 if weekday is not None else 1)
    return int(at.timestamp())


def needs_zone(told: Any) -> bool:
    return any(told.get(name) is not None for name in WHEN[1:])


def days_since(at: int, now: datetime, zone: tzinfo) -> int:
    """Midnights between."""
    return (now.astimezone(zone).date() - datetime.fromtimestamp(at, zone).date()).days


def _number(value: Any) -> float | None:
    """Not negative, and within the year that anything is kept."""
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return value if known and 0 <= value < 8760 else None
