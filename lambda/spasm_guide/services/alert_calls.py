"""Sets a timer or a reminder: one call to Alexa, within what is left of the turn's budget."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spasm_guide.services import alerts
from spasm_guide.services.api import Answer, call
from spasm_guide.services.budget import Budget
from spasm_guide.services.caller import Caller
from spasm_guide.services.diary import Outcome
from spasm_guide.services.zone import PATIENCE, ask_zone, zone_of

Label = Callable[[str, str], str]
"""The words on a timer or reminder, which may be read aloud to a whole room; by kind and locale."""


def set_timer(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    body = alerts.timer(data["minutes"], label(data["what"], caller.locale))
    return _create(alerts.TIMERS, body, caller, budget)


def set_reminder(data: Mapping[str, Any], label: Label, caller: Caller, budget: Budget) -> Outcome:
    zone = budget.spend(lambda: ask_zone(caller), PATIENCE)
    body = alerts.reminder(
        caller.now.astimezone(zone_of(zone)),
        zone,
        data["hour"],
        data["daily"],
        label(data["what"], caller.locale),
        caller.locale,
    )
    return _create(alerts.REMINDERS, body, caller, budget)


SETS: Final = {"timer": set_timer, "reminder": set_reminder}


def _create(path: str, body: Any, caller: Caller, budget: Budget) -> Outcome:
    def post() -> Answer:
        return call(caller.api_endpoint, caller.api_token, "POST", path, budget.left, body)

    return {"status": alerts.status(budget.spend(post))}
