"""A spasm is noted: what set it off, how bad it was, when. At most two questions, all optional."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from spasm_guide.conversation.detour import ASIDE, back, checking, defer, do, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Turn, again, ask, line, state_of, with_card

WHEN: Final = ("hours_ago", "days_ago", "weekday", "hour")
FACTS: Final = ("cause", "severity", *WHEN)
LONGEST_CAUSE: Final = 60
"""Characters of a cause in the person's own words: more is a story, not a cause."""


def on_log(session: Session, heard: Heard) -> Turn:
    facts = told(heard)
    if checking(session) or session.likely:
        return defer(replace(session, diary=facts))
    if state_of(session.asking) == "diary":
        return take(session, facts)
    facts = {**{name: session.diary[name] for name in FACTS if name in session.diary}, **facts}
    session = leave(session, **facts, left=plan(facts))
    if session.subject == "child" or session.answers.get("under_18") == "yes":
        return back(session, line("diary/diary:under_18"))
    return do(session, "diary")


def told(heard: Heard) -> dict[str, Any]:
    facts = {name: heard.details[name] for name in FACTS if heard.details.get(name) is not None}
    if "cause" in facts:
        facts["cause"] = str(facts["cause"])[:LONGEST_CAUSE].strip()
    return facts


def plan(facts: Mapping[str, Any]) -> list[str]:
    """The questions to put: somebody who told all but one thing is also asked when it was."""
    left = [name for name in ("cause", "severity") if name not in facts]
    if len(left) == 1 and not any(name in facts for name in WHEN):
        left.append("when")
    return left


def go_on(session: Session) -> Turn:
    left = [name for name in session.diary.get("left", ()) if not known(session, name)]
    session = replace(session, unclear=0, diary={**session.diary, "left": left[1:]})
    if left:
        return ask(session, f"diary:{left[0]}")
    return do(session, "note", **{n: v for n, v in session.diary.items() if n in FACTS})


def known(session: Session, name: str) -> bool:
    names = WHEN if name == "when" else (name,)
    return any(each in session.diary for each in names)


def take(session: Session, facts: Mapping[str, Any]) -> Turn:
    return go_on(replace(session, diary={**session.diary, **facts}))


def on_answer(session: Session, heard: Heard) -> Turn:
    facts = told(heard)
    if facts:
        return take(session, facts)
    if heard.meaning == "yes":
        return (
            take(session, {"hours_ago": 0})
            if asked(session) == "when"
            else otherwise(session, heard)
        )
    return go_on(session)


def on_report(session: Session, heard: Heard) -> Turn:
    """Whatever is told here is the answer; a danger in it has been dealt with before."""
    return otherwise(session, heard)


def on_explain(session: Session, heard: Heard) -> Turn:
    return again(session, line("diary/diary:why"))


def otherwise(session: Session, heard: Heard) -> Turn:
    """Not understood twice: a diary is not worth a third try, the rest is noted."""
    facts = told(heard)
    if facts:
        return take(session, facts)
    if session.unclear or heard.details.get("skip"):
        return go_on(session)
    return again(replace(session, unclear=1), line("anywhere/unclear:first"))


def asked(session: Session) -> str:
    return (session.asking or "").partition(":")[2]


def on_permitted(session: Session, outcome: Mapping[str, Any]) -> Turn:
    """Whether this person once agreed that a diary is kept."""
    match outcome["status"]:
        case "agreed":
            return go_on(session)
        case "ask":
            return ask(session, "consent:diary")
    return failed(session, outcome)


def on_noted(session: Session, outcome: Mapping[str, Any]) -> Turn:
    if outcome["status"] != "done":
        return failed(session, outcome)
    return back(session, line("diary/diary:noted"))


def on_summary(session: Session, heard: Heard) -> Turn:
    if checking(session):
        return defer(session)
    if state_of(session.asking) not in ASIDE:
        session = leave(session)
    return do(session, "summary", period=str(heard.details.get("period", "month")))


def on_summed_up(session: Session, outcome: Mapping[str, Any]) -> Turn:
    """Asked for in the middle of another matter, it leads back to that."""
    go = again if state_of(session.asking) in ASIDE else back
    if outcome["status"] != "done":
        off = outcome["status"] == "off"
        return go(session, line("diary/diary:off" if off else "diary/summary:unavailable"))
    found = outcome["summary"]
    if not found["count"]:
        return go(session, line("diary/summary:none", **found))
    card = line("diary/card", **found, **outcome["card"])
    return with_card(go(session, line("diary/summary:say", **found)), card)


def failed(session: Session, outcome: Mapping[str, Any]) -> Turn:
    known = "off" if outcome["status"] == "off" else "unavailable"
    return back(session, line(f"diary/diary:{known}"))


ON: Final[dict[str, Callable[[Session, Heard], Turn]]] = {
    "yes": on_answer,
    "no": on_answer,
    "unsure": on_answer,
    "next": on_answer,
    "report": on_report,
    "correct": on_report,
    "explain": on_explain,
    "unclear": otherwise,
    "out_of_scope": otherwise,
}
ANYWHERE: Final = {"log_spasm": on_log, "diary_summary": on_summary}
OUTCOMES: Final = {"diary": on_permitted, "note": on_noted, "summary": on_summed_up}
