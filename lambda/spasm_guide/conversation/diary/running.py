"""A timer that runs: how long is left; stopped, paused, changed. Alexa is asked, not our memory."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.diary.detour import back, defer, leave
from spasm_guide.conversation.diary.timers import CHANGE, PACKS, barred
from spasm_guide.conversation.diary.wish import until
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Alert
from spasm_guide.conversation.packs import most
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
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

NAMES: Final = {"ice": "ice_timer", "heat": "heat_timer"}
SOME: Final = 5
"""Minutes that *a bit longer* means."""


def on_left(session: Session, heard: Heard) -> Step:
    return do(session, "timer_left", **_which(heard))


def timers_left(session: Session, *before: Line) -> Step:
    return do(session, "timer_left")


def on_cancel(session: Session, heard: Heard) -> Step:
    return do(session, "timer_cancel", **_which(heard))


def on_change(session: Session, heard: Heard, **named: str) -> Step:
    """Time added needs the yes that every timer needs, and what already ran counts."""
    change, minutes = heard.details.get("change"), heard.details.get("minutes")
    if change in ("pause", "resume"):
        return do(session, f"timer_{change}", **_which(heard))
    if checking(session):
        return defer(session)
    minutes, clock = minutes if isinstance(minutes, int) else None, until(heard)
    change = "set" if clock else str(change or ("set" if minutes else "add"))
    which = _which(heard) or named
    alert = Alert(minutes=minutes, change=change, what=which.get("what", ""))
    session = replace(leave(session), alert=alert)
    return do(session, "until", until=clock) if clock else do(session, "timer_list", **which)


def again_with(session: Session, heard: Heard) -> Step | None:
    """*No, make it five*, said where another length was to be agreed on."""
    alert, said = session.alert or Alert(), heard.details
    if topic(session) != CHANGE or not (said.keys() & {"minutes", "until", "change"}):
        return None
    if heard.meaning == "yes" and said.get("change") not in (None, "set"):
        return None
    same = said.get("minutes") == alert.minutes and said.get("change") in (None, "set")
    named = {"what": alert.what} if alert.what else {}
    return None if same and until(heard) is None else on_change(session, heard, **named)


def _which(heard: Heard) -> dict[str, str]:
    pack = NAMES.get(str(heard.details.get("pack")))
    return {"what": pack} if pack else {}


def on_listed(session: Session, outcome: Mapping[str, Any]) -> Step:
    if outcome["status"] != "done" or not outcome.get("timers"):
        return back(session, *told(outcome, "timer_change"))
    timer, alert = outcome["timers"][0], session.alert or Alert()
    what = str(timer["what"])
    if reason := barred(session, what):
        return back(session, reason)
    wanted, longest = changed(alert, timer), longest_for(timer, what)
    minutes = max(1, min(wanted, longest))
    if wanted > longest and minutes <= timer["left"] / 60:
        return back(session, line("consent/running:enough", most=most(PACKS[what]), what=what))
    session = replace(session, alert=alert._replace(minutes=minutes, what=what))
    facts: dict[str, Any] = {"minutes": minutes, "what": what, "capped": wanted > longest}
    asking = "consent:timer_change"
    return ask(session, asking, question=prompt(asking, **facts))


def longest_for(timer: Mapping[str, Any], what: str) -> int:
    """Minutes from now: what has run counts; one that was made longer before stays as it is."""
    left, run = (round(float(timer[name]) / 60) for name in ("left", "on"))
    return left if timer["prolonged"] else max(left, most(PACKS[what]) - run)


def changed(alert: Alert, timer: Mapping[str, Any]) -> int:
    """Minutes from now on."""
    left, some = float(timer["left"]) / 60, alert.minutes or SOME
    return round(
        {
            "add": left + some,
            "take": left - some,
            "double": 2 * left,
            "half": left / 2,
            "restart": left + float(timer["on"]) / 60,
        }.get(alert.change, some)
    )


def on_changed(session: Session, outcome: Mapping[str, Any]) -> Step:
    alert = session.alert or Alert()
    if alert.minutes is None:
        return again(session)
    if outcome["status"] == "done":
        return back(session, line("consent/timer_change:done", minutes=alert.minutes))
    return back(session, *told(outcome, "timer_change", minutes=alert.minutes))


def told(outcome: Mapping[str, Any], task: str, **data: Any) -> tuple[Any, ...]:
    """How it went; where Alexa refuses or fails, how to ask her without us."""
    status = outcome["status"]
    if status in ("done", "none"):
        timers = outcome.get("timers") or ()
        said = task if timers else "none"
        return (line(f"consent/running:{said}", timers=[dict(each) for each in timers]),)
    if status == "lost":
        return (line("consent/running:lost", **data),)
    why = {"permission": "denied", "unsupported": "unsupported"}.get(status, "unavailable")
    return line(f"consent/running:{why}"), line(f"consent/running:{task}_instead")


def _on(task: str) -> Any:
    def on_outcome(session: Session, outcome: Mapping[str, Any]) -> Step:
        return (
            again(session, *told(outcome, task))
            if session.asking
            else back(session, *told(outcome, task))
        )

    return on_outcome


DOORS: Final = {"timers_left": timers_left}
ANYWHERE: Final[Handlers] = {
    "timer_left": on_left,
    "timer_cancel": on_cancel,
    "timer_change": on_change,
}
OUTCOMES: Final = {
    **{f"timer_{task}": _on(f"timer_{task}") for task in ("left", "cancel", "pause", "resume")},
    "timer_list": on_listed,
    "timer_change": on_changed,
}
