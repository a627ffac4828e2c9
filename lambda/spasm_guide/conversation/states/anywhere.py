"""What may be said at any moment, whatever is being asked."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation import check, outcomes
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.questions import due
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import answer, confirm, consent, offer, verdict
from spasm_guide.conversation.turn import Turn, again, ask, end, line, state_of

SLOWEST, FASTEST = -2, 2


def on_crisis(session: Session, heard: Heard) -> Turn:
    """One kind sentence and where to turn, before anything else."""
    return again(session, line("anywhere/crisis:say"))


def on_other_emergency(session: Session, heard: Heard) -> Turn:
    return end(session, line("anywhere/other_emergency:say"))


def on_help_already_here(session: Session, heard: Heard) -> Turn:
    return end(session, line("anywhere/help_already_here:say"))


def on_stop(session: Session, heard: Heard) -> Turn:
    return end(session, *verdict.in_short(session), line("anywhere/stop:say"))


def on_repeat(session: Session, heard: Heard) -> Turn:
    """The last answer once more, word for word."""
    if not session.asking:
        return again(session)
    *before, question = (Line(name, data) for name, data in session.said)
    return ask(session, session.asking, *before, question=question)


def on_help(session: Session, heard: Heard) -> Turn:
    """During the check the emergency route comes first: "help" may be a cry."""
    block = "checking" if checking(session) else "say"
    return again(session, line(f"anywhere/help:{block}"))


def on_back(session: Session, heard: Heard) -> Turn:
    if checking(session):
        return check.step_back(session)
    if session.tier:
        return ask(session, "confirm:change")
    return again(session)


def on_correct(session: Session, heard: Heard) -> Turn:
    """Before a verdict an answer is simply taken back; after it, one question confirms."""
    if session.tier:
        return confirm.on_correct(session, heard)
    if not heard.answers:
        return on_back(session, heard)
    corrected = check.take_back(session, heard.answers)
    return check.begin(corrected, line("anywhere/correct:say"), goal=session.goal or "check")


def on_start_over(session: Session, heard: Heard) -> Turn:
    return check.begin(afresh(session), line("anywhere/start_over:say"))


def on_start_check(session: Session, heard: Heard) -> Turn:
    if checking(session):
        return again(session)
    if session.tier and not due(replace(session, goal="check")):
        return on_start_over(session, heard)
    return check.begin(session, *check.noted(session, heard), line("menu/menu:opening"))


def on_start_stretch(session: Session, heard: Heard) -> Turn:
    """In the middle of the check the questions are finished first."""
    if checking(session) and session.goal == "check":
        wish = f"stretch:{heard.stretch or ''}"
        return again(replace(session, wish=wish), line("stretch/stretch:after_check"))
    return offer.stretches(session, heard)


def on_relief(session: Session, heard: Heard) -> Turn:
    """Comfort at once; steps only after the warning signs were asked."""
    if checking(session):
        return again(replace(session, wish="relief"), line("relief/comfort:say"))
    if session.tier:
        return offer.wish(replace(session, wish="relief"))
    return check.begin(
        session, line("relief/comfort:say"), line("menu/menu:opening"), wish="relief"
    )


def on_pause(session: Session, heard: Heard) -> Turn:
    return again(session, line("anywhere/pause:say"))


def on_resume(session: Session, heard: Heard) -> Turn:
    return again(session)


def on_slower(session: Session, heard: Heard) -> Turn:
    slower = replace(session, pace=max(SLOWEST, session.pace - 1))
    return again(slower, line("anywhere/pace:slower"))


def on_faster(session: Session, heard: Heard) -> Turn:
    faster = replace(session, pace=min(FASTEST, session.pace + 1))
    return again(faster, line("anywhere/pace:faster"))


def on_how_long(session: Session, heard: Heard) -> Turn:
    if checking(session):
        return again(session, line("anywhere/how_long:questions", left=len(due(session))))
    return again(session, line("anywhere/how_long:say"))


def on_too_painful(session: Session, heard: Heard) -> Turn:
    return again(session, line("relief/comfort:say"))


def on_out_of_scope(session: Session, heard: Heard) -> Turn:
    return again(session, line("anywhere/out_of_scope:say"))


def checking(session: Session) -> bool:
    return state_of(session.asking) in ("screen", "sign", "confirm")


def afresh(session: Session) -> Session:
    """A new check; what was spoken and what it forbids stay to the end of the session."""
    return Session(
        pace=session.pace,
        tier=session.tier,
        rule=session.rule,
        reasons=session.reasons,
        locked=session.locked,
        subject=session.subject,
    )


FIRST: Final = {
    "crisis": on_crisis,
    "other_emergency": on_other_emergency,
    "help_already_here": on_help_already_here,
}
"""Come before everything, a verdict included."""

ON: Final = {
    **FIRST,
    **answer.ON,
    **consent.ANYWHERE,
    "outcome": outcomes.on_outcome,
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
    "easier": on_out_of_scope,
    "too_painful": on_too_painful,
    "report": check.aside,
    "out_of_scope": on_out_of_scope,
    "unclear": check.not_understood,
}
