"""What was noted last is changed, or taken out after a clear yes; nothing older is touched."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.diary import noting
from spasm_guide.conversation.diary.detour import back, defer, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Spasm
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
    state_of,
    topic,
)

AMENDS: Final = ("change", "delete")
REMOVAL: Final = "consent:delete_last"
SHOWN: Final = ("cause", "severity", "days")


def on_log(session: Session, heard: Heard) -> Step:
    amend = heard.details.get("amend")
    if amend == "keep":
        return again(session, line("diary/amend:kept"))
    if amend not in AMENDS:
        return noting.on_log(session, heard)
    if checking(session):
        return defer(session)
    if state_of(session.asking) == "diary" and session.spasm and not session.spasm.amend:
        return _unfinished(session, heard)
    told = noting.told(heard) if amend == "change" else {}
    session = replace(leave(session), spasm=Spasm(**told, amend=str(amend)))
    return do(session, "last")


def _unfinished(session: Session, heard: Heard) -> Step:
    """The one that is being noted just now is not in the diary yet."""
    if heard.details["amend"] == "delete":
        return back(session, line("diary/amend:dropped"))
    told, spasm = noting.told(heard), session.spasm or Spasm()
    if not told or noting.known(Spasm(**told), topic(session)):
        return noting.take(session, heard)
    return again(replace(session, spasm=spasm._replace(**told)), line("diary/amend:corrected"))


def on_last(session: Session, outcome: Mapping[str, Any]) -> Step:
    """A change that was told is made at once; else what it is to be is asked, as of a new one."""
    entry, spasm = outcome.get("entry"), session.spasm
    if spasm is None:
        return again(session)
    if not entry:
        return back(session, line(f"diary/amend:{NOTHING.get(outcome['status'], 'unavailable')}"))
    shown: dict[str, Any] = {name: outcome.get(name) for name in SHOWN}
    spasm = spasm._replace(entry=str(entry))
    if spasm.amend == "delete":
        session = replace(session, spasm=spasm._replace(days_ago=shown["days"]))
        return ask(session, REMOVAL, question=prompt(REMOVAL, **shown))
    told = any(noting.known(spasm, name) for name in noting.ASKED)
    left = () if told else ("cause", "severity")
    session = replace(session, spasm=spasm._replace(left=left))
    before = () if told else (line("diary/amend:last", **shown),)
    return noting.go_on(session, *before)


def remove(session: Session) -> Step:
    """After the yes."""
    if session.spasm and session.spasm.entry:
        return do(session, "remove", entry=session.spasm.entry)
    return back(session, line("diary/amend:unavailable"))


def on_changed(session: Session, outcome: Mapping[str, Any]) -> Step:
    spasm = session.spasm or Spasm()
    status = outcome["status"]
    if status != "done":
        return back(session, line(f"diary/amend:{NOTHING.get(status, 'unavailable')}"))
    told = {name: getattr(spasm, name) for name in noting.FACTS}
    return back(session, line("diary/amend:changed", **told))


def on_removed(session: Session, outcome: Mapping[str, Any]) -> Step:
    if outcome["status"] != "done":
        return back(session, line("diary/amend:unavailable"))
    days = session.spasm.days_ago if session.spasm else None
    return back(session, line("diary/amend:removed", days=days))


NOTHING: Final = {"agreed": "none", "none": "none", "ask": "unkept", "off": "off"}
"""Why there is no last one."""
ANYWHERE: Final[Handlers] = {"log_spasm": on_log}
OUTCOMES: Final = {"last": on_last, "change": on_changed, "remove": on_removed}
