"""Timers and reminders: each only after a spoken yes, none where it could harm."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.conversation.diary.detour import back, defer, leave
from spasm_guide.conversation.diary.permission import ask_permission
from spasm_guide.conversation.diary.wish import told, until
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Alert
from spasm_guide.conversation.packs import minutes, most, no_pack
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handler,
    Handlers,
    Step,
    again,
    ask,
    checking,
    do,
    line,
    prompt,
    topic,
)

PACKS: Final = {"ice_timer": "cold", "heat_timer": "heat"}
HOURS: Final = {"remind_heat": 9, "remind_stretch": 18}
"""Of a reminder, by the device's clock, unless the person names another."""
DAILY: Final = ("remind_stretch",)
ALERTS: Final = (*PACKS, *HOURS)
CHANGE: Final = "timer_change"
"""Of a timer that runs (running.py)."""

AFTER_ICE: Final = "remind_heat"

SPOKEN_OF: Final = ("denied", "unsupported", "full", "running")
"""Failures that are said as what they are; all others are *unavailable*."""


def offer(session: Session, what: str, *before: Line, alert: Alert | None = None) -> Step:
    """Ask for the yes that Alexa wants for each single timer or reminder."""
    if checking(session):
        return defer(session)
    session = replace(leave(session), alert=alert or Alert())
    if reason := barred(session, what):
        return back(session, *before, reason)
    asking = f"consent:{what}"
    return ask(session, asking, *before, question=prompt(asking, **facts(session, what)))


def barred(session: Session, what: str) -> Line | None:
    """Why none may be set now."""
    if what != "remind_stretch" and no_pack(session):
        return line("consent/consent:numb")
    if session.locked or level(triage(session.answers).tier) >= level("URGENT"):
        return line("consent/consent:not_now")
    return None


def facts(session: Session, what: str) -> dict[str, Any]:
    alert = session.alert or Alert()
    if what in PACKS:
        usual, longest = minutes(PACKS[what]), most(PACKS[what])
        wanted = alert.minutes or usual["minutes"]
        return {**usual, "minutes": min(wanted, longest), "capped": wanted > longest}
    hour = HOURS[what] if alert.hour is None else alert.hour
    day = alert.day or ("daily" if what in DAILY else "tomorrow")
    return {"hour": hour, "minute": alert.minute, "day": day}


def agreed(session: Session, what: str) -> Step:
    if what == CHANGE:
        alert = session.alert or Alert()
        return do(session, CHANGE, what=alert.what, minutes=alert.minutes)
    if what != "remind_stretch" and no_pack(session):
        return back(session, line("consent/consent:numb"))
    if what in PACKS:
        return do(session, "timer", what=what, minutes=facts(session, what)["minutes"])
    return do(session, "reminder", what=what, **facts(session, what))


def on_outcome(session: Session, outcome: Mapping[str, Any]) -> Step:
    what = topic(session)
    if what not in ALERTS:
        return again(session)
    status = outcome["status"]
    if status == "done":
        done = line(f"consent/{what}:done", **facts(session, what))
        if session.alert and session.alert.then:
            alert = session.alert._replace(minutes=None, permitted=False, then=False)
            return offer(session, AFTER_ICE, done, alert=alert)
        return back(session, done)
    if status == "past":
        alert = (session.alert or Alert())._replace(day="tomorrow")
        return offer(session, what, line("consent/reminder:past"), alert=alert)
    if status == "permission" and not (session.alert and session.alert.permitted):
        return ask_permission(session, what, "timer" if what in PACKS else "reminder")
    return failed(session, what, "denied" if status == "permission" else status)


def failed(session: Session, what: str, status: str) -> Step:
    block = status if status in SPOKEN_OF else "unavailable"
    state = "timer" if what in PACKS else "reminder"
    return back(session, line(f"consent/{state}:{block}", **facts(session, what)))


def on_permission(session: Session, outcome: Mapping[str, Any]) -> Step:
    what = outcome.get("token")
    if what not in ALERTS:
        return again(session)
    if session.asking != f"consent:{what}":
        session = replace(leave(session), asking=f"consent:{what}")
    if outcome["status"] != "accepted":
        return failed(session, what, "denied")
    alert = (session.alert or Alert())._replace(permitted=True)
    return agreed(replace(session, alert=alert), what)


def _on(what: str) -> Handler:
    def on_alert(session: Session, heard: Heard) -> Step:
        then = what == "ice_timer" and heard.details.get("then") == "heat"
        return wanted(session, heard, what, told(heard, Alert(then=then)))

    return on_alert


def again_with(session: Session, heard: Heard) -> Step | None:
    """Another time or length is asked for anew, as Alexa wants each one to be."""
    what, alert = topic(session), session.alert or Alert()
    now = told(heard, alert)
    if what not in ALERTS or (now == alert and until(heard) is None):
        return None
    return wanted(session, heard, what, now)


def wanted(session: Session, heard: Heard, what: str, alert: Alert) -> Step:
    """*Till half past* is as many minutes as the device's clock says."""
    clock = until(heard) if what in PACKS else None
    if clock is None or checking(session):
        return offer(session, what, alert=alert)
    session = replace(leave(session), alert=alert._replace(what=what))
    return do(session, "until", until=clock)


def on_until(session: Session, outcome: Mapping[str, Any]) -> Step:
    alert, minutes = session.alert or Alert(), outcome.get("minutes")
    known = isinstance(minutes, int)
    if alert.change:
        if not known:
            return back(session, line("consent/timer:no_clock"))
        named = {"what": alert.what} if alert.what else {}
        return do(replace(session, alert=alert._replace(minutes=minutes)), "timer_list", **named)
    if alert.what not in PACKS:
        return again(session)
    before = () if known else (line("consent/timer:no_clock_usual"),)
    return offer(session, alert.what, *before, alert=alert._replace(minutes=minutes))


ANYWHERE: Final[Handlers] = {what: _on(what) for what in ALERTS}
OUTCOMES: Final = {
    "timer": on_outcome,
    "reminder": on_outcome,
    "permission": on_permission,
    "until": on_until,
}
