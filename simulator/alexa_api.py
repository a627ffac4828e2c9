"""Alexa's web services as far as the skill calls them: the time zone, timers, reminders.

A real server on this computer, so that the skill's own client is what is tried.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar, Final
from urllib.parse import unquote

TIMERS: Final = "/v1/alerts/timers"
REMINDERS: Final = "/v1/alerts/reminders"
SCOPES: Final = {
    TIMERS: "alexa::alerts:timers:skill:readwrite",
    REMINDERS: "alexa::alerts:reminders:skill:readwrite",
}
MOST_TIMERS: Final = 10
LONGEST_TIMER: Final = 7200
TOKEN: Final = "local"


@dataclass(slots=True)
class Alerts:
    """What is set, and what the skill may set."""

    granted: set[str] = field(default_factory=lambda: set(SCOPES.values()))
    zone: str = field(default_factory=lambda: local_zone())
    timers: list[dict[str, Any]] = field(default_factory=list)
    reminders: list[Mapping[str, Any]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    """Of what was set since this was last looked at, in words."""
    now: datetime | None = None
    """What the device's clock says; None: this computer's."""
    count: int = 0

    def clock(self) -> datetime:
        return self.now or datetime.now(UTC)

    def named(self) -> str:
        self.count += 1
        return str(self.count)

    def taken(self) -> tuple[str, ...]:
        found, self.new = tuple(self.new), []
        return found


def local_zone() -> str:
    """The name of this computer's time zone, where it tells one."""
    _, mark, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
    return name if mark else "UTC"


def as_of(timer: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """A timer as Alexa tells of it: OFF once it has rung."""
    rung = timer["status"] == "ON" and datetime.fromisoformat(timer["triggerTime"]) <= now
    return {**timer, "status": "OFF"} if rung else {**timer}


def turn(timer: dict[str, Any], action: str, now: datetime) -> None:
    if action == "pause" and timer["status"] == "ON":
        left = datetime.fromisoformat(timer["triggerTime"]) - now
        timer |= {"status": "PAUSED", "remainingTimeWhenPaused": iso(left)}
    elif action == "resume" and timer["status"] == "PAUSED":
        left = timedelta(seconds=int(timer.pop("remainingTimeWhenPaused")[2:-1]))
        timer |= {"status": "ON", "triggerTime": (now + left).isoformat()}


def iso(left: timedelta) -> str:
    return f"PT{max(0, round(left.total_seconds()))}S"


class AlexaApi:
    def __init__(self, alerts: Alerts) -> None:
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (_Handler,), {"alerts": alerts})
        )
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    alerts: ClassVar[Alerts]

    def do_GET(self) -> None:
        if not self._known():
            return
        parts = unquote(self.path).split("/")
        if parts[1:3] == ["v2", "devices"] and parts[4:] == ["settings", "System.timeZone"]:
            self._answer(200, self.alerts.zone)
        elif self.path == TIMERS and self._granted():
            timers = [as_of(timer, self.alerts.clock()) for timer in self.alerts.timers]
            self._answer(200, {"timers": timers, "totalCount": len(timers)})
        elif self.path == REMINDERS and self._granted():
            reminders = self.alerts.reminders
            self._answer(200, {"alerts": reminders, "totalCount": str(len(reminders))})
        elif self.path not in SCOPES:
            self._answer(404, {"code": "NOT_FOUND", "message": "No such resource"})

    def do_DELETE(self) -> None:
        if self._known() and self._granted():
            timer, action = self._timer()
            if timer is None or action:
                self._answer(404, {"code": "NOT_FOUND", "message": "No such timer"})
                return
            self.alerts.timers.remove(timer)
            self.alerts.new.append(f"timer cancelled: {timer['timerLabel']}")
            self._answer(200, None)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self._known():
            return
        timer, action = self._timer()
        if timer and action in ("pause", "resume"):
            if self._granted():
                turn(timer, action, self.alerts.clock())
                self.alerts.new.append(f"timer {action}d: {timer['timerLabel']}")
                self._answer(200, None)
        elif self.path not in SCOPES:
            self._answer(404, {"code": "NOT_FOUND", "message": "No such resource"})
        elif self._granted():
            try:
                self._set(json.loads(body))
            except (ValueError, KeyError, TypeError, IndexError):
                self._answer(400, {"code": "INVALID_REQUEST", "message": "Not as it must be"})

    def _timer(self) -> tuple[dict[str, Any] | None, str]:
        """The one that the path names, and what is to be done with it."""
        name, _, action = unquote(self.path.removeprefix(f"{TIMERS}/")).partition("/")
        found = (timer for timer in self.alerts.timers if timer["id"] == name)
        return next(found, None), action

    def _set(self, wanted: Mapping[str, Any]) -> None:
        if self.path == TIMERS:
            self._set_timer(wanted)
        else:
            self._set_reminder(wanted)

    def _set_timer(self, wanted: Mapping[str, Any]) -> None:
        minutes = int(wanted["duration"].removeprefix("PT").removesuffix("M"))
        label = str(wanted["timerLabel"])
        wanted["triggeringBehavior"]["operation"]["type"]  # it must be there
        if not 0 < minutes * 60 <= LONGEST_TIMER:
            raise ValueError
        running = [as_of(timer, self.alerts.clock()) for timer in self.alerts.timers]
        if any(t["timerLabel"] == label and t["status"] != "OFF" for t in running):
            self._answer(400, {"code": "TIMER_ALREADY_EXISTS", "message": "One of that name runs"})
            return
        if sum(timer["status"] != "OFF" for timer in running) >= MOST_TIMERS:
            self._answer(403, {"code": "MAX_TIMERS_EXCEEDED", "message": "Too many timers"})
            return
        now = self.alerts.clock()
        ends = now + timedelta(minutes=minutes)
        timer = {
            "id": f"timer-{self.alerts.named()}",
            "status": "ON",
            **wanted,
            "createdTime": now.isoformat(),
            "triggerTime": ends.isoformat(),
        }
        self.alerts.timers.append(timer)
        self.alerts.new.append(f"timer, {minutes} minutes: {label}")
        self._answer(200, timer)

    def _set_reminder(self, wanted: Mapping[str, Any]) -> None:
        trigger = wanted["trigger"]
        at = f"{trigger['scheduledTime'][:16].replace('T', ' ')} {trigger['timeZoneId']}"
        label = wanted["alertInfo"]["spokenInfo"]["content"][0]["text"]
        often = "daily from" if trigger.get("recurrence") else "at"
        number = self.alerts.named()
        reminder = {"alertToken": f"reminder-{number}", "status": "ON", **wanted}
        self.alerts.reminders.append(reminder)
        self.alerts.new.append(f"reminder, {often} {at}: {label}")
        self._answer(200, reminder)

    def _known(self) -> bool:
        if self.headers.get("Authorization") == f"Bearer {TOKEN}":
            return True
        self._answer(401, {"code": "INVALID_BEARER_TOKEN", "message": "Not a token of ours"})
        return False

    def _granted(self) -> bool:
        scope = next((s for path, s in SCOPES.items() if self.path.startswith(path)), "")
        if scope in self.alerts.granted:
            return True
        self._answer(401, {"code": "UNAUTHORIZED", "message": "The person gave no permission"})
        return False

    def _answer(self, status: int, body: Any) -> None:
        said = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: Any) -> None:
        return None
