"""Timers and reminders, as Alexa's services want them, and what their answers mean."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from spasm_guide.services.api import Answer, code

TIMERS: Final = "/v1/alerts/timers"
REMINDERS: Final = "/v1/alerts/reminders"


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


def reminder(
    now: datetime, zone: str, hour: int, daily: bool, label: str, locale: str
) -> dict[str, Any]:
    """Tomorrow at that hour of the device's own clock, or daily from its next coming.

    `now` is in the zone.
    """
    first = now.replace(hour=hour, minute=0, second=0, microsecond=0, tzinfo=None)
    if not daily or first <= now.replace(tzinfo=None):
        first += timedelta(days=1)
    trigger: dict[str, Any] = {
        "type": "SCHEDULED_ABSOLUTE",
        "scheduledTime": _clock(first),
        "timeZoneId": zone,
    }
    if daily:
        rule = f"FREQ=DAILY;BYHOUR={hour};BYMINUTE=0;BYSECOND=0;INTERVAL=1;"
        trigger["recurrence"] = {"recurrenceRules": [rule]}
    return {
        "requestTime": _clock(now.replace(tzinfo=None)),
        "trigger": trigger,
        "alertInfo": {"spokenInfo": {"content": [{"locale": locale, "text": label}]}},
        "pushNotification": {"status": "ENABLED"},
    }


def status(answer: Answer) -> str:
    """How it went, in the conversation's words."""
    if 200 <= answer.status < 300:
        return "done" if isinstance(answer.body, Mapping) and answer.body else "unavailable"
    fault = code(answer)
    if answer.status == 401:
        return "permission"
    if answer.status == 403:
        if "MAX" in fault or "LIMIT" in fault:
            return "full"
        if any(part in fault for part in ("PERMISSION", "CONSENT", "AUTHORIZED")):
            return "permission"
        return "unsupported"
    return "unavailable"


def _clock(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
