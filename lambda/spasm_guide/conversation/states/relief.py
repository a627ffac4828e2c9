"""Relief, one step at a time: rest, ice or heat, gentle movement, and when to be seen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.load import load
from spasm_guide.conversation import check
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import offer
from spasm_guide.conversation.turn import Turn, again, ask, end, line

NO_PACK_WITH: Final = ("numbness_tingling", "cauda_equina")
"""Skin that is numb cannot tell when ice or heat harms it."""

FIRST_DAY: Final = 24.0
WHEN: Final = {"yes": "new", "no": "old", "unsure": "unsure"}


def start(session: Session, *before: Line) -> Turn:
    if session.locked or level(triage(session.answers).tier) >= level("URGENT"):
        return comfort(session, *before)
    intro = [*before, line("relief/relief:intro")]
    if session.tier is None:
        intro.append(line("relief/relief:unchecked"))
    if no_pack(session) or session.relief.get("when"):
        return put(session, "ease", *intro)
    return ask(session, "relief:when", *intro)


def comfort(session: Session, *before: Line) -> Turn:
    """All that is allowed until a doctor has looked: a position of ease, a short rest."""
    return end(session, *before, line("relief/comfort:say"), line("relief/comfort:meanwhile"))


def put(session: Session, step: str, *before: Line) -> Turn:
    lines = [*before, line(f"relief/{step}:say", **data(step))]
    if step == "cold" and session.relief.get("when") == "unsure":
        lines.insert(-1, line("relief/cold:unsure"))
    if step == "heat" and session.answers.get("pregnancy") in ("yes", "unsure"):
        lines.append(line("relief/heat:pregnant"))
    return ask(session, f"relief:{step}", *lines)


def steps(session: Session) -> tuple[str, ...]:
    """In their order, for this person: ice on the first day, later heat, neither where numb."""
    unfit = {"heat"} if session.relief.get("when") in ("new", "unsure") else {"cold"}
    if no_pack(session):
        unfit = {"cold", "heat"}
    return tuple(step for step in load("relief")["steps"] if step not in unfit)


def data(step: str) -> dict[str, Any]:
    minutes = load("relief")["minutes"]
    if step not in minutes:
        return {}
    return {"minutes": minutes[step], "look": minutes["look"]}


def no_pack(session: Session) -> bool:
    return any(session.answers.get(finding) in ("yes", "unsure") for finding in NO_PACK_WITH)


def on_next(session: Session, heard: Heard) -> Turn:
    ahead = steps(session)
    here = step_of(session)
    place = ahead.index(here) + 1 if here in ahead else 0
    if place == len(ahead):
        return offer.following(session, line("relief/relief:done"), line("relief/relief:net"))
    skipped = [line("relief/relief:numb")] if here == "ease" and no_pack(session) else []
    return put(session, ahead[place], *skipped)


def on_back(session: Session, heard: Heard) -> Turn:
    ahead = steps(session)
    here = step_of(session)
    return put(session, ahead[max(0, ahead.index(here) - 1 if here in ahead else 0)])


def on_no(session: Session, heard: Heard) -> Turn:
    return end(session, line("relief/relief:enough"), line("relief/relief:net"))


def on_when(session: Session, answer: str) -> Turn:
    return put(replace(session, relief={"when": WHEN[answer]}), "ease")


def on_answer(session: Session, heard: Heard) -> Turn:
    """At the one question that has an answer, when it began; else it means go on, or enough."""
    if session.asking == "relief:when":
        return on_when(session, heard.meaning)
    return on_no(session, heard) if heard.meaning == "no" else on_next(session, heard)


def on_report(session: Session, heard: Heard) -> Turn:
    """Something told: a time or a pain of days answers the question, the rest is noted."""
    if session.asking != "relief:when":
        return check.aside(session, heard)
    hours = heard.details.get("hours_ago")
    if isinstance(hours, int | float):
        return on_when(session, "yes" if hours <= FIRST_DAY else "no")
    if heard.answers.get("persistent") == "yes":
        return on_when(session, "no")
    return check.aside(session, heard)


def on_explain(session: Session, heard: Heard) -> Turn:
    if session.asking == "relief:when":
        return again(session, line("relief/when:why"))
    step = step_of(session)
    return ask(session, f"relief:{step}", line(f"relief/{step}:more"))


def on_skip(session: Session, heard: Heard) -> Turn:
    if session.asking == "relief:when":
        return on_when(session, "unsure")
    return on_back(session, heard) if heard.details.get("previous") else on_next(session, heard)


def on_relief(session: Session, heard: Heard) -> Turn:
    return put(session, steps(session)[0])


def step_of(session: Session) -> str:
    return (session.asking or "").partition(":")[2]


def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final[dict[str, Callable[[Session, Heard], Turn]]] = {
    "yes": on_answer,
    "no": on_answer,
    "unsure": on_answer,
    "report": on_report,
    "next": on_skip,
    "resume": on_skip,
    "back": on_back,
    "explain": on_explain,
    "relief": on_relief,
    "start_over": on_relief,
}
