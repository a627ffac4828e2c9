"""Opened again soon after an emergency verdict: is help on its way?

The edge remembers that there was one (alexa/emergencies.py), and nothing else of it.
"""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    ask,
    briefly,
    end,
    go,
    prompt,
    whatever,
)

STATE: Final = "help_reached"


def say(block: str) -> Line:
    return prompt(STATE, block)


def on_open(session: Session, heard: Heard) -> Step:
    return ask(Session(pace=session.pace), STATE)


def on_yes(session: Session, heard: Heard) -> Step:
    return on_somebody_else(session, heard) if another(heard) else end(session, say("coming"))


def on_no(session: Session, heard: Heard) -> Step:
    """The session ends, because only outside it can Alexa call for help."""
    return on_somebody_else(session, heard) if another(heard) else end(session, say("not_yet"))


def on_somebody_else(session: Session, heard: Heard) -> Step:
    return ask(Session(pace=session.pace), "menu", say("somebody_else"))


def on_mistake(session: Session, heard: Heard) -> Step:
    """*I said yes by mistake* is no answer to a sign: the whole check is put again."""
    return go(Session(pace=session.pace), "check", say("somebody_else"))


def on_explain(session: Session, heard: Heard) -> Step:
    return briefly(session, say("why"))


def otherwise(session: Session, heard: Heard) -> Step:
    """Nothing else comes before help; stretches least of all."""
    if another(heard):
        return on_somebody_else(session, heard)
    return briefly(session, say("first"))


def on_unclear(session: Session, heard: Heard) -> Step:
    """Not understood twice: the number, and outside the skill Alexa can call for help."""
    if another(heard) or not session.unclear:
        return otherwise(replace(session, unclear=1), heard)
    return on_no(session, heard)


def another(heard: Heard) -> bool:
    return heard.subject in ("someone", "child")


ON: Final[Handlers] = {
    "open": on_open,
    **whatever(
        otherwise,
        *("question", "repeat", "slower", "faster"),
        yes=on_yes,
        no=on_no,
        unsure=on_no,
        stop=on_no,
        unclear=on_unclear,
        start_over=on_somebody_else,
        correct=on_mistake,
        back=on_mistake,
        explain=on_explain,
    ),
}
