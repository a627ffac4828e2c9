"""The diary is read back: how many, how bad, what set them off; and more of it on a card."""

from collections.abc import Mapping
from typing import Any, Final

from spasm_guide.conversation.diary.detour import ASIDE, back, defer, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    again,
    checking,
    do,
    line,
    state_of,
    with_card,
)


def on_summary(session: Session, heard: Heard) -> Step:
    if checking(session):
        return defer(session)
    if state_of(session.asking) not in ASIDE:
        session = leave(session)
    return do(session, "summary", period=str(heard.details.get("period", "month")))


def on_summed_up(session: Session, outcome: Mapping[str, Any]) -> Step:
    """Asked for in the middle of another matter, it leads back to that."""
    lead_on = again if state_of(session.asking) in ASIDE else back
    if outcome["status"] != "done":
        off = outcome["status"] == "off"
        return lead_on(session, line("diary/diary:off" if off else "diary/summary:unavailable"))
    found = outcome["summary"]
    if not found["count"]:
        return lead_on(session, line("diary/summary:none", **found))
    card = line("diary/card", **found, **outcome["card"])
    return with_card(lead_on(session, line("diary/summary:say", **found)), card)


ANYWHERE: Final[Handlers] = {"diary_summary": on_summary}
OUTCOMES: Final = {"summary": on_summed_up}
