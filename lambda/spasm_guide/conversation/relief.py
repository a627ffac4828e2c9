"""Relief, one step at a time: rest, ice or heat, gentle movement, and when to be seen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import triage
from spasm_guide.content.load import load
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.packs import minutes, no_pack
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Began, Session
from spasm_guide.conversation.turn import Handlers, Step, again, ask, end, go, line, topic

PACKS: Final = ("cold", "heat")
FIRST_DAY: Final = 24.0
WHEN: Final[Mapping[str, Began]] = {"yes": "new", "no": "old", "unsure": "unsure"}


def start(session: Session, *before: Line) -> Step:
    if session.locked or level(triage(session.answers).tier) >= level("URGENT"):
        return comfort(session, *before)
    intro = [*before, line("relief/relief:intro")]
    if session.tier is None:
        intro.append(line("relief/relief:unchecked"))
    if no_pack(session) or session.began:
        return put(session, "ease", *intro)
    return ask(session, "relief:when", *intro)


def comfort(session: Session, *before: Line) -> Step:
    """All that is allowed until a doctor has looked: a position of ease, a short rest."""
    return end(session, *before, line("relief/comfort:say"), line("relief/comfort:meanwhile"))


def put(session: Session, step: str, *before: Line) -> Step:
    lines = [*before, line(f"relief/{step}:say", **minutes(step))]
    if step == "cold" and session.began == "unsure":
        lines.insert(-1, line("relief/cold:unsure"))
    if step == "heat" and session.answers.get("pregnancy") in ("yes", "unsure"):
        lines.append(line("relief/heat:pregnant"))
    return ask(session, f"relief:{step}", *lines)


def steps(session: Session) -> tuple[str, ...]:
    """In their order, for this person: ice on the first day, later heat, neither where numb."""
    unfit = {"heat"} if session.began in ("new", "unsure") else {"cold"}
    if no_pack(session):
        unfit = {"cold", "heat"}
    return tuple(step for step in load("relief")["steps"] if step not in unfit)


def on_next(session: Session, heard: Heard) -> Step:
    ahead = steps(session)
    here = topic(session)
    place = ahead.index(here) + 1 if here in ahead else 0
    if place == len(ahead):
        return go(session, "next_offer", line("relief/relief:done"), line("relief/relief:net"))
    skipped = [line("relief/relief:numb")] if here == "ease" and no_pack(session) else []
    return put(session, ahead[place], *skipped)


def on_back(session: Session, heard: Heard) -> Step:
    ahead = steps(session)
    here = topic(session)
    return put(session, ahead[max(0, ahead.index(here) - 1 if here in ahead else 0)])


def on_no(session: Session, heard: Heard) -> Step:
    return end(session, line("relief/relief:enough"), line("relief/relief:net"))


def on_when(session: Session, answer: str) -> Step:
    return put(replace(session, began=WHEN[answer]), "ease")


def on_answer(session: Session, heard: Heard) -> Step:
    """At the one question that has an answer, when it began; else it means go on, or enough."""
    if session.asking == "relief:when":
        return on_when(session, heard.meaning)
    return on_no(session, heard) if heard.meaning == "no" else on_next(session, heard)


def on_report(session: Session, heard: Heard) -> Step:
    """Something told: a time or a pain of days answers the question, the rest is noted."""
    if session.asking != "relief:when":
        return go(session, "aside", heard=heard)
    hours = heard.details.get("hours_ago")
    if isinstance(hours, int | float):
        return on_when(session, "yes" if hours <= FIRST_DAY else "no")
    if heard.answers.get("persistent") == "yes":
        return on_when(session, "no")
    return go(session, "aside", heard=heard)


def on_explain(session: Session, heard: Heard) -> Step:
    if session.asking == "relief:when":
        return again(session, line("relief/when:why"))
    step = topic(session)
    return ask(session, f"relief:{step}", line(f"relief/{step}:more"))


def on_skip(session: Session, heard: Heard) -> Step:
    if session.asking == "relief:when":
        return on_when(session, "unsure")
    return on_back(session, heard) if heard.details.get("previous") else on_next(session, heard)


def on_relief(session: Session, heard: Heard) -> Step:
    return put(session, steps(session)[0])


def on_too_painful(session: Session, heard: Heard) -> Step:
    """Of ice or heat it is the skin; of a position, that it does not ease."""
    step = topic(session)
    if step == "when":
        return again(session, line("relief/comfort:say"))
    return again(session, line(f"relief/{step if step in PACKS else 'comfort'}:stop"))


ON: Final[Handlers] = {
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
    "too_painful": on_too_painful,
}
DOORS: Final = {"relief": start, "comfort": comfort}
