"""Timers and reminders, as Alexa's services want them, and what their answers mean."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from spasm_guide.services.api import Answer, code

TIMERS: Final = "/v1/alerts/timers"
REMINDERS: Final = "/v1/alerts/reminders"


_DURATION: Final = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?")


def timer(minutes: int, label: str) -> dict[str, Any]:
    return {
        "duration": f"PT{minutes}M",
        "timerLabel": label,
        "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
        "triggeringBehavior": {
            "operation": {"type": "NOTIFY_ONLY"},
            "notificationConfig": {"playAudible": True},
        },
    }


def seconds(duration: Any) -> int:
    """Of `PT1H2M3S`. Raise ValueError for what is none."""
    found = _DURATION.fullmatch(str(duration))
    if not found:
        raise ValueError(duration)
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return 3600 * hours + 60 * minutes + rest


def minutes_until(now: datetime, hour: int | None, minute: int) -> int:
    """Whole ones, to when a clock shows that next: of twelve hours, unless more were said."""
    cycle = 60 if hour is None else 24 * 60 if hour == 0 or hour > 12 else 12 * 60
    at = 60 * (hour or 0) + minute
    return (at - 60 * now.hour - now.minute - 1) % cycle + 1


def running(timer: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Seconds that are left of it and that it has run. Raise ValueError for what is no timer."""
    length = seconds(timer["duration"])
    paused = timer["status"] == "PAUSED"
    if paused:
        left = seconds(timer["remainingTimeWhenPaused"])
    else:
        left = round((datetime.fromisoformat(timer["triggerTime"]) - now).total_seconds())
    return {"left": max(0, left), "on": max(0, length - left), "paused": paused}


def reminder(
    now: datetime, zone: str, data: Mapping[str, Any], label: str, locale: str
) -> dict[str, Any]:
    """On that day at that time of the device's own clock, or daily from its next coming.

    `now` is in the zone.
    """
    hour, minute, day = data["hour"], data.get("minute", 0), data["day"]
    first = _at(now, data)
    if day == "tomorrow" or gone_by(now, data):
        first += timedelta(days=1)
    trigger: dict[str, Any] = {
        "type": "SCHEDULED_ABSOLUTE",
        "scheduledTime": _clock(first),
        "timeZoneId": zone,
    }
    if day == "daily":
        rule = f"FREQ=DAILY;BYHOUR={hour};BYMINUTE={minute};BYSECOND=0;INTERVAL=1;"
        trigger["recurrence"] = {"recurrenceRules": [rule]}
    return {
        "requestTime": _clock(now.replace(tzinfo=None)),
        "trigger": trigger,
        "alertInfo": {"spokenInfo": {"content": [{"locale": locale, "text": label}]}},
        "pushNotification": {"status": "ENABLED"},
    }


def gone_by(now: datetime, data: Mapping[str, Any]) -> bool:
    """Whether today's clock has shown that time."""
    return _at(now, data) <= now.replace(tzinfo=None)


def _at(now: datetime, data: Mapping[str, Any]) -> datetime:
    hour, minute = data["hour"], data.get("minute", 0)
    return now.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None)


def status(answer: Answer, empty: bool = False) -> str:
    """How it went, in the conversation's words; `empty`: no body is expected."""
    if 200 <= answer.status < 300:
        told = isinstance(answer.body, Mapping) and answer.body
        return "done" if told or empty else "unavailable"
    fault = code(answer)
    if answer.status == 401:
        return "permission"
    if "EXIST" in fault or "DUPLICATE" in fault:
        return "running"
    if answer.status == 403:
        if "MAX" in fault or "LIMIT" in fault:
            return "full"
        if any(part in fault for part in ("PERMISSION", "CONSENT", "AUTHORIZED")):
            return "permission"
        return "unsupported"
    return "unavailable"


def _clock(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
