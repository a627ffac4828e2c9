"""What is wished of a timer or reminder: how long, till when, on which day and at what time."""

from typing import Any, Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Alert

DAY: Final = 24 * 60
"""Minutes: whoever says more means a long time."""


def told(heard: Heard, alert: Alert) -> Alert:
    """How long, or at what time and how often, as far as these words say."""
    whole = {name: heard.details.get(name) for name in ("hour", "minute", "minutes")}
    said: dict[str, Any] = {name: min(n, DAY) for name, n in whole.items() if isinstance(n, int)}
    if "hour" in said:
        said = {"minute": 0, **said}
    often, day = heard.details.get("often"), heard.details.get("day")
    if often == "daily":
        said["day"] = "daily"
    elif day in ("today", "tomorrow"):
        said["day"] = day
    elif often == "once" and alert.day != "today":
        said["day"] = "tomorrow"
    return alert._replace(**said)


def until(heard: Heard) -> list[Any] | None:
    """Hour, where it was said, and minute; a number of minutes is plainer."""
    said = heard.details.get("until")
    if isinstance(heard.details.get("minutes"), int):
        return None
    return said if isinstance(said, list) else None
