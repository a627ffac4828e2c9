"""A spasm is noted: what set it off, how bad it was, when. At most two questions, all optional."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.diary.detour import back, defer, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Spasm
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    OTHERWISE,
    Handlers,
    Step,
    again,
    ask,
    checking,
    do,
    line,
    state_of,
    topic,
)

WHEN: Final = ("hours_ago", "days_ago", "weekday", "hour")
FACTS: Final = ("cause", "severity", *WHEN)
ASKED: Final = ("cause", "severity", "when")
LONGEST_CAUSE: Final = 60
"""Characters of a cause in the person's own words: more is a story, not a cause."""


def on_log(session: Session, heard: Heard) -> Step:
    if checking(session) or session.likely:
        return defer(replace(session, spasm=Spasm(**told(heard)) if told(heard) else None))
    if state_of(session.asking) == "diary":
        return take(session, heard)
    spasm = (session.spasm or Spasm())._replace(**told(heard))
    session = replace(leave(session), spasm=spasm._replace(left=plan(spasm)))
    if session.subject == "child" or session.answers.get("under_18") == "yes":
        return back(session, line("diary/diary:under_18"))
    return do(session, "diary")


def told(heard: Heard) -> dict[str, Any]:
    facts = {name: heard.details[name] for name in FACTS if heard.details.get(name) is not None}
    if "cause" in facts:
        facts["cause"] = str(facts["cause"])[:LONGEST_CAUSE].strip()
    return facts


def plan(spasm: Spasm) -> tuple[str, ...]:
    """The questions to put: somebody who told all but one thing is also asked when it was."""
    left = tuple(name for name in ("cause", "severity") if not known(spasm, name))
    return (*left, "when") if len(left) == 1 and not known(spasm, "when") else left


def go_on(session: Session, *before: Line) -> Step:
    """The next question, else it is noted; of one noted before, what is told now is changed."""
    spasm = session.spasm or Spasm()
    left = tuple(name for name in spasm.left if not known(spasm, name))
    session = replace(session, unclear=0, spasm=spasm._replace(left=left[1:]))
    if left:
        return ask(session, f"diary:{left[0]}", *before)
    facts = {name: getattr(spasm, name) for name in FACTS}
    facts = {name: fact for name, fact in facts.items() if fact is not None}
    if not spasm.amend:
        return do(session, "note", **facts)
    if not facts:
        return back(session, line("diary/amend:kept"))
    return do(session, "change", entry=spasm.entry, **facts)


def known(spasm: Spasm, name: str) -> bool:
    names = WHEN if name == "when" else (name,)
    return any(getattr(spasm, each) is not None for each in names)


def take(session: Session, heard: Heard) -> Step:
    """*An eight when I moved* is no other cause than the one that was told."""
    facts, spasm = told(heard), session.spasm or Spasm()
    if topic(session) != "cause" and known(spasm, "cause") and "amend" not in heard.details:
        facts.pop("cause", None)
    return go_on(replace(session, spasm=spasm._replace(**facts)))


def on_answer(session: Session, heard: Heard) -> Step:
    if told(heard):
        return take(session, heard)
    if heard.meaning != "yes":
        return go_on(session)
    if topic(session) == "when":
        return go_on(replace(session, spasm=(session.spasm or Spasm())._replace(hours_ago=0)))
    return otherwise(session, heard)


def on_explain(session: Session, heard: Heard) -> Step:
    return again(session, line("diary/diary:why"))


def otherwise(session: Session, heard: Heard) -> Step:
    """Whatever is told here is the answer; a danger in it has been dealt with before.

    Not understood twice: a diary is not worth a third try, the rest is noted.
    """
    if told(heard):
        return take(session, heard)
    if session.unclear or heard.details.get("skip"):
        return go_on(session)
    return again(replace(session, unclear=1), line("anywhere/unclear:first"))


def on_permitted(session: Session, outcome: Mapping[str, Any]) -> Step:
    """Whether this person once agreed that a diary is kept."""
    match outcome["status"]:
        case "agreed":
            return go_on(session)
        case "ask":
            return ask(session, "consent:diary")
    return failed(session, outcome)


def agreed(session: Session, *, outcome: Mapping[str, Any]) -> Step:
    return go_on(session) if outcome["status"] == "done" else failed(session, outcome)


def on_noted(session: Session, outcome: Mapping[str, Any]) -> Step:
    if outcome["status"] != "done":
        return failed(session, outcome)
    return back(session, line("diary/diary:noted"))


def failed(session: Session, outcome: Mapping[str, Any]) -> Step:
    why = "off" if outcome["status"] == "off" else "unavailable"
    return back(session, line(f"diary/diary:{why}"))


ON: Final[Handlers] = {
    **dict.fromkeys(("yes", "no", "unsure", "next"), on_answer),
    **dict.fromkeys(("report", "correct", "unclear", "out_of_scope"), otherwise),
    "explain": on_explain,
    OTHERWISE: otherwise,
}
OUTCOMES: Final = {"diary": on_permitted, "note": on_noted}
DOORS: Final = {"diary": agreed}
