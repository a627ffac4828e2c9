"""What may be said at any moment, whatever is being asked."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation.checking.questions import due
from spasm_guide.conversation.checking.told import noted, take_back
from spasm_guide.conversation.checking.verdict import unspoken
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    again,
    answering,
    ask,
    briefly,
    checking,
    end,
    go,
    line,
    state_of,
    wanted,
)

SLOWEST, FASTEST = -2, 2


def on_other_emergency(session: Session, heard: Heard) -> Step:
    """In a crisis it is something taken, most likely."""
    if state_of(session.asking) == "crisis":
        return end(session, line("crisis/crisis:taken"))
    return end(session, line("anywhere/other_emergency:say"))


def on_help_already_here(session: Session, heard: Heard) -> Step:
    return end(session, line("anywhere/help_already_here:say"))


def on_stop(session: Session, heard: Heard) -> Step:
    """What was told and not spoken of yet is the last that is said (see table.py)."""
    goodbye = line(f"anywhere/stop:{farewell(session)}")
    dropped = (line("diary/amend:dropped"),) if state_of(session.asking) == "diary" else ()
    return end(session, *dropped, *(() if unspoken(session) else (goodbye,)))


def farewell(session: Session) -> str:
    """By the verdict that was spoken, whose next step is not put more weakly at the door."""
    return (session.tier or "say").lower()


def on_repeat(session: Session, heard: Heard) -> Step:
    """The last answer once more, word for word."""
    if not (session.asking and session.said):
        return again(session)
    *before, question = session.said
    return ask(session, session.asking, *before, question=question)


def on_help(session: Session, heard: Heard) -> Step:
    """During the check the emergency route comes first: "help" may be a cry."""
    block = "checking" if checking(session) else "say"
    return briefly(session, line(f"anywhere/help:{block}"))


def on_back(session: Session, heard: Heard) -> Step:
    if answering(session):
        steps = heard.details.get("steps")
        return go(session, "step_back", steps=steps if isinstance(steps, int) else 1)
    if session.tier:
        return ask(session, "confirm:change")
    return again(session)


def on_correct(session: Session, heard: Heard) -> Step:
    """Before a verdict an answer is simply taken back; after it, one question confirms."""
    if session.tier:
        return go(session, "change", answers=heard.answers)
    if not heard.answers:
        return on_back(session, heard)
    corrected = take_back(session, heard.answers)
    goal = session.goal or "check"
    return go(corrected, "check", line("anywhere/correct:say"), goal=goal)


def on_start_over(session: Session, heard: Heard) -> Step:
    return go(afresh(session), "check", line("anywhere/start_over:say"))


def on_start_check(session: Session, heard: Heard) -> Step:
    """Before stretches too: the whole check then comes first, and what was wished for after."""
    if checking(session) and session.goal == "gate":
        return go(session, "check", line("menu/menu:check_first"), goal="check")
    if checking(session):
        return again(session)
    if session.tier and not due(replace(session, goal="check")):
        return on_start_over(session, heard)
    return go(session, "check", *noted(session, heard), line("menu/menu:opening"))


def on_start_stretch(session: Session, heard: Heard) -> Step:
    """In the middle of the check the questions are finished first."""
    if checking(session) and session.goal == "check":
        wish = f"stretch:{wanted(heard) or ''}"
        return again(replace(session, wish=wish), line("stretch/stretch:after_check"))
    return go(session, "stretches", stretch=wanted(heard))


def on_relief(session: Session, heard: Heard) -> Step:
    """Comfort at once; steps only after the warning signs were asked."""
    if checking(session):
        return briefly(replace(session, wish="relief"), line("relief/comfort:say"))
    if session.tier:
        return go(replace(session, wish="relief"), "wish")
    before = line("relief/comfort:say"), line("menu/menu:opening")
    return go(session, "check", *before, wish="relief")


def on_pause(session: Session, heard: Heard) -> Step:
    return again(session, line("anywhere/pause:say"))


def on_resume(session: Session, heard: Heard) -> Step:
    return again(session)


def on_slower(session: Session, heard: Heard) -> Step:
    slower = replace(session, pace=max(SLOWEST, session.pace - 1))
    return briefly(slower, line("anywhere/pace:slower"))


def on_faster(session: Session, heard: Heard) -> Step:
    faster = replace(session, pace=min(FASTEST, session.pace + 1))
    return briefly(faster, line("anywhere/pace:faster"))


def on_how_long(session: Session, heard: Heard) -> Step:
    """Of questions, how many; elsewhere only a timer can run, and Alexa knows."""
    if checking(session):
        return briefly(session, line("anywhere/how_long:questions", left=len(due(session))))
    return go(session, "timers_left")


def on_too_painful(session: Session, heard: Heard) -> Step:
    return briefly(session, line("relief/comfort:say"))


def on_report(session: Session, heard: Heard) -> Step:
    return go(session, "aside", heard=heard)


def on_unclear(session: Session, heard: Heard) -> Step:
    return go(session, "not_understood")


def afresh(session: Session) -> Session:
    """A new check; what was spoken and what it forbids stay to the end of the session."""
    return Session(
        pace=session.pace,
        tier=session.tier,
        rule=session.rule,
        reasons=session.reasons,
        locked=session.locked,
        subject=session.subject,
        crisis=session.crisis,
        spot=session.spot,
        hurt=session.hurt,
        warned=session.warned,
    )


FIRST: Final[Handlers] = {
    "other_emergency": on_other_emergency,
    "help_already_here": on_help_already_here,
}
"""Come before everything, a verdict included."""

ON: Final[Handlers] = {
    **FIRST,
    "stop": on_stop,
    "repeat": on_repeat,
    "help": on_help,
    "back": on_back,
    "correct": on_correct,
    "start_over": on_start_over,
    "start_check": on_start_check,
    "start_stretch": on_start_stretch,
    "relief": on_relief,
    "pause": on_pause,
    "resume": on_resume,
    "next": on_resume,
    "slower": on_slower,
    "faster": on_faster,
    "how_long": on_how_long,
    "too_painful": on_too_painful,
    "report": on_report,
    "unclear": on_unclear,
}
