"""Timers and reminders: Alexa is asked, not our memory, within the turn's budget."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from spasm_guide.services import alerts
from spasm_guide.services.api import Answer, call
from spasm_guide.services.budget import Budget
from spasm_guide.services.caller import Caller
from spasm_guide.services.diary import Outcome
from spasm_guide.services.zone import PATIENCE, ask_zone, zone_of

Label = Callable[[str, str], str]
"""The words on a timer or reminder, which may be read aloud to a whole room; by kind and locale."""
Run = Callable[[Mapping[str, Any], Label, Caller, Budget], Outcome]

TIMERS: Final = ("ice_timer", "heat_timer")
AGAIN: Final = "_again"
"""Of the name of one that was set anew: it shows that the pack has been on before."""
SHOWN: Final = ("what", "left", "on", "paused", "prolonged")


def set_timer(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    body = alerts.timer(data["minutes"], label(data["what"], caller.locale))
    return _create(alerts.TIMERS, body, caller, budget)


def set_reminder(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    zone = budget.spend(lambda: ask_zone(caller), PATIENCE)
    now = caller.now.astimezone(zone_of(zone))
    if data["day"] == "today" and alerts.gone_by(now, data):
        return {"status": "past"}
    body = alerts.reminder(
        now,
        zone,
        data,
        label(data["what"], caller.locale),
        caller.locale,
    )
    return _create(alerts.REMINDERS, body, caller, budget)


def until(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    """How many minutes it is till then, by the device's own clock."""
    zone = zone_of(budget.spend(lambda: ask_zone(caller), PATIENCE))
    hour, minute = data["until"]
    return {
        "status": "done",
        "minutes": alerts.minutes_until(caller.now.astimezone(zone), hour, minute),
    }


def change(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    """Cancelled and set anew: Alexa knows no other change, and no two of one name."""
    status, found = _ours(data, label, caller, budget)
    for timer in found:
        gone = _ask("DELETE", f"{alerts.TIMERS}/{quote(timer['id'], safe='')}", caller, budget)
        if alerts.status(gone, empty=True) != "done":
            return {"status": alerts.status(gone, empty=True)}
    if not found:
        return {"status": status if status != "done" else "none"}
    anew = set_timer({**data, "what": data["what"] + AGAIN}, label, caller, budget)
    return anew if anew["status"] == "done" else {"status": "lost"}


def look(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    """What runs of what was set here, by Alexa's own word."""
    status, found = _ours(data, label, caller, budget)
    shown = [{name: timer[name] for name in SHOWN} for timer in found]
    return {"status": status, "timers": shown}


def _act(method: str, action: str) -> Run:
    def run(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
        status, found = _ours(data, label, caller, budget)
        for timer in found:
            path = f"{alerts.TIMERS}/{quote(timer['id'], safe='')}{action}"
            status = alerts.status(_ask(method, path, caller, budget), empty=True)
            if status != "done":
                break
        shown = [{name: timer[name] for name in SHOWN} for timer in found]
        return {"status": status, "timers": shown}

    return run


SETS: Final[Mapping[str, Run]] = {
    "timer": set_timer,
    "reminder": set_reminder,
    "until": until,
    "timer_left": look,
    "timer_list": look,
    "timer_cancel": _act("DELETE", ""),
    "timer_pause": _act("POST", "/pause"),
    "timer_resume": _act("POST", "/resume"),
    "timer_change": change,
}


def _ours(
    data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget
) -> tuple[str, list[dict[str, Any]]]:
    """Timers with one of our names, or with that of `what`; what has rung is none any more."""
    wanted = [data["what"]] if data.get("what") else TIMERS
    names = {
        label(what + more, caller.locale): (what, more) for what in wanted for more in ("", AGAIN)
    }
    answer = _ask("GET", alerts.TIMERS, caller, budget)
    if alerts.status(answer) != "done":
        return alerts.status(answer), []
    found = []
    for timer in answer.body.get("timers") or ():
        if timer.get("timerLabel") in names and timer.get("status") in ("ON", "PAUSED"):
            what, more = names[timer["timerLabel"]]
            stands = alerts.running(timer, caller.now)
            found.append({"id": str(timer["id"]), "what": what, "prolonged": bool(more), **stands})
    return "done", [timer for timer in found if timer["left"] > 0]


def _ask(method: str, path: str, caller: Caller, budget: Budget) -> Answer:
    return budget.spend(
        lambda: call(caller.api_endpoint, caller.api_token, method, path, budget.left)
    )


def _create(path: str, body: Any, caller: Caller, budget: Budget) -> Outcome:
    def post() -> Answer:
        return call(caller.api_endpoint, caller.api_token, "POST", path, budget.left, body)

    return {"status": alerts.status(budget.spend(post))}
