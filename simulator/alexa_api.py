"""Alexa's web services as far as the skill calls them: the time zone, timers, reminders.

A real server on this computer, so that the skill's own client is what is tried.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    timers: list[Mapping[str, Any]] = field(default_factory=list)
    reminders: list[Mapping[str, Any]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    """Of what was set since this was last looked at, in words."""

    def taken(self) -> tuple[str, ...]:
        found, self.new = tuple(self.new), []
        return found


def local_zone() -> str:
    """The name of this computer's time zone, where it tells one."""
    _, mark, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
    return name if mark else "UTC"


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
            timers = self.alerts.timers
            self._answer(200, {"timers": timers, "totalCount": len(timers)})
        elif self.path == REMINDERS and self._granted():
            reminders = self.alerts.reminders
            self._answer(200, {"alerts": reminders, "totalCount": str(len(reminders))})
        elif self.path not in SCOPES:
            self._answer(404, {"code": "NOT_FOUND", "message": "No such resource"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self._known():
            return
        if self.path not in SCOPES:
            self._answer(404, {"code": "NOT_FOUND", "message": "No such resource"})
        elif self._granted():
            try:
                self._set(json.loads(body))
            except (ValueError, KeyError, TypeError, IndexError):
                self._answer(400, {"code": "INVALID_REQUEST", "message": "Not as it must be"})

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
        if len(self.alerts.timers) >= MOST_TIMERS:
            self._answer(403, {"code": "MAX_TIMERS_EXCEEDED", "message": "Too many timers"})
            return
        timer = {"id": f"timer-{len(self.alerts.timers) + 1}", "status": "ON", **wanted}
        self.alerts.timers.append(timer)
        self.alerts.new.append(f"timer, {minutes} minutes: {label}")
        self._answer(200, timer)

    def _set_reminder(self, wanted: Mapping[str, Any]) -> None:
        trigger = wanted["trigger"]
        at = f"{trigger['scheduledTime'][:16].replace('T', ' ')} {trigger['timeZoneId']}"
        label = wanted["alertInfo"]["spokenInfo"]["content"][0]["text"]
        often = "daily from" if trigger.get("recurrence") else "at"
        number = len(self.alerts.reminders) + 1
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
        if SCOPES[self.path] in self.alerts.granted:
            return True
        self._answer(401, {"code": "UNAUTHORIZED", "message": "The person gave no permission"})
        return False

    def _answer(self, status: int, body: Any) -> None:
        said = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: Any) -> None:
        return None
