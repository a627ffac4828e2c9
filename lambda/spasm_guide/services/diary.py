"""What the conversation wants of the diary, for the person who speaks."""

import json
from collections.abc import Mapping
from datetime import UTC, tzinfo
from typing import Any, Final

from spasm_guide.services.api import ApiFailed
from spasm_guide.services.budget import Budget, TooLate
from spasm_guide.services.caller import Caller
from spasm_guide.services.summary import short, spoken, sum_up
from spasm_guide.services.zone import (
    PATIENCE,
    WHEN,
    ask_zone,
    days_since,
    moment,
    needs_zone,
    zone_of,
)
from spasm_guide.storage.owner import keyed, owner
from spasm_guide.storage.store import Owner, Spasm, Store, Told

Outcome = Mapping[str, Any]

DONE: Final[Outcome] = {"status": "done"}
ASK: Final[Outcome] = {"status": "ask"}
BOOKMARK_LASTS: Final = 7 * 24 * 60 * 60
"""Seconds: after a week a back is another back."""
SAME_VISIT: Final = 12 * 60 * 60
"""Seconds: a summary heard again on the same day is for the same visit."""
FORGETTING: Final = 5.0
"""Seconds that deleting may take: somebody waits for it to be certain."""


class Diary:
    def __init__(self, store: Store, pepper: str) -> None:
        self._store = store
        self._pepper = pepper

    def permitted(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        agreed = self._preferences(caller, budget).get("diary") == "yes"
        return {"status": "agreed"} if agreed else ASK

    def agree(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        """The yes to one of two things that may be kept: `diary`, `bookmark`."""
        self._prefer(str(data["what"]), "yes", caller, budget)
        return DONE

    def note(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        zone = self._zone(caller, budget) if needs_zone(data) else None
        at = moment(caller.now, data, zone or UTC)
        spasm = Spasm(at, data.get("cause") or None, _severity(data.get("severity")))
        once = keyed(self._pepper, caller.request_id)
        whose = self._owner(caller)
        budget.spend(lambda: self._store.note(whose, spasm, once, _now(caller)))
        return DONE

    def last(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        """What was noted last, and how many days ago it was by the device's clock."""
        zone, whose = self._zone(caller, budget), self._owner(caller)
        found = budget.spend(lambda: self._store.last(whose, _now(caller)))
        if found is None:
            return {**self.permitted(data, caller, budget), "entry": None}
        once, spasm = found
        days = days_since(spasm.at, caller.now, zone) if zone else None
        told = {"cause": spoken(spasm.cause or ""), "severity": spasm.severity, "days": days}
        return {"status": "done", "entry": once, **told}

    def change(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        told: Told = {}
        if any(data.get(name) is not None for name in WHEN):
            zone = self._zone(caller, budget) if needs_zone(data) else None
            told["at"] = moment(caller.now, data, zone or UTC)
        if data.get("cause"):
            told["cause"] = data["cause"]
        if (severity := _severity(data.get("severity"))) is not None:
            told["severity"] = severity
        whose, once = self._owner(caller), str(data["entry"])
        there = budget.spend(lambda: self._store.change(whose, once, told, _now(caller)))
        return DONE if there else {"status": "none"}

    def remove(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        whose, once = self._owner(caller), str(data["entry"])
        budget.spend(lambda: self._store.remove(whose, once, _now(caller)))
        return DONE

    def summary(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        zone, now, period = self._zone(caller, budget), _now(caller), str(data.get("period"))
        whose = self._owner(caller)
        spasms = budget.spend(lambda: self._store.entries(whose, now))
        since = self._visited(caller, budget) if period == "visit" and spasms else None
        return {"status": "done", **sum_up(spasms, now, period, since, zone, caller.locale)}

    def keep_bookmark(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        """Where the stretches stand, for those who want it remembered."""
        if self._preferences(caller, budget).get("bookmark") != "yes":
            return ASK
        bookmark = {"bookmark": data.get("bookmark"), "at": _now(caller)}
        self._prefer("stands", json.dumps(bookmark), caller, budget)
        return DONE

    def read_bookmark(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        preferences = self._preferences(caller, budget)
        if preferences.get("bookmark") != "yes":
            return ASK
        stands = json.loads(preferences.get("stands") or "{}")
        fresh = _now(caller) - stands.get("at", 0) < BOOKMARK_LASTS
        return {"status": "done", "bookmark": stands.get("bookmark") if fresh else None}

    def forget(self, data: Mapping[str, Any], caller: Caller, budget: Budget) -> Outcome:
        account = self._owner(caller).account
        Budget(FORGETTING).spend(lambda: self._store.forget(account), FORGETTING)
        return DONE

    def _visited(self, caller: Caller, budget: Budget) -> int | None:
        """When the summary was heard last, before today; from now on, that is now."""
        before, last = _visits(self._preferences(caller, budget).get("visits"))
        now = _now(caller)
        if last and now - last < SAME_VISIT:
            return before
        self._prefer("visits", f"{last or 0} {now}", caller, budget)
        return last

    def _zone(self, caller: Caller, budget: Budget) -> tzinfo | None:
        try:
            return zone_of(budget.spend(lambda: ask_zone(caller), PATIENCE))
        except (ApiFailed, TooLate):
            return None

    def _preferences(self, caller: Caller, budget: Budget) -> dict[str, str]:
        whose = self._owner(caller)
        return budget.spend(lambda: self._store.preferences(whose, _now(caller)))

    def _prefer(self, name: str, value: str, caller: Caller, budget: Budget) -> None:
        whose = self._owner(caller)
        budget.spend(lambda: self._store.prefer(whose, name, value, _now(caller)))

    def _owner(self, caller: Caller) -> Owner:
        return owner(self._pepper, caller.user, caller.person)


DOES: Final = {
    "diary": Diary.permitted,
    "agree": Diary.agree,
    "note": Diary.note,
    "last": Diary.last,
    "change": Diary.change,
    "remove": Diary.remove,
    "summary": Diary.summary,
    "forget": Diary.forget,
    "keep_bookmark": Diary.keep_bookmark,
    "read_bookmark": Diary.read_bookmark,
}


def carry_out(diary: Diary, task: str, data: Mapping[str, Any], caller: Caller) -> Outcome:
    """Raise LookupError for a task that nobody knows, and for a caller whom nobody knows."""
    if not caller.user:
        raise LookupError
    return DOES[task](diary, data, caller, Budget())


def _now(caller: Caller) -> int:
    return int(caller.now.timestamp())


def _severity(value: Any) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return short(round(2 * value) / 2) if known and 0 <= value <= 10 else None


def _visits(value: str | None) -> tuple[int | None, int | None]:
    before, _, last = (value or "").partition(" ")
    return int(before or 0) or None, int(last or 0) or None
