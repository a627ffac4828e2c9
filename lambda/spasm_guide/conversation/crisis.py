"""Somebody thinks of ending their life: heard first, never argued with, no line said twice.

There is no way back to the back but the person's own: a yes to that question, or a wish of theirs.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.conversation.checking.verdict import reminder
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Crisis
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Answered,
    Handlers,
    Step,
    again,
    ask,
    briefly,
    end,
    line,
    state_of,
    whatever,
)

STATE: Final = "crisis"
BACK: Final = "crisis:back"
GENERAL: Final = ("repeat", "slower", "faster")
"""What means the same here as anywhere."""
STRETCHING: Final = ("menu", "stretch", "offer")
"""States that offer stretches, which nobody is offered now unasked."""


def on_crisis(session: Session, heard: Heard) -> Step:
    if heard.details.get("other") or heard.subject in ("someone", "child"):
        return end(session, say("someone_else"))
    if heard.details.get("taken"):
        return end(session, say("taken"))
    if heard.details.get("young") or session.answers.get("under_18") == "yes":
        return child(session)
    if state_of(session.asking) == STATE:
        return ON.get(session.asking or "", {}).get("crisis", going_on)(session, heard)
    if session.crisis and session.crisis.said:
        return going_on(left(session), heard)
    session = left(session)
    if heard.details.get("doubted"):
        return ask(session, "crisis:meant")
    return first(session, heard)


def left(session: Session) -> Session:
    """Remember where the conversation stood, for the person's own way back."""
    put = session.said[-1] if session.said and session.asking else None
    said = session.crisis.said if session.crisis else ()
    return replace(session, crisis=Crisis(session.asking, put, said))


def say(block: str) -> Line:
    return line(f"crisis/crisis:{block}")


def said(session: Session, block: str) -> Session:
    crisis = session.crisis or Crisis()
    return replace(session, crisis=crisis._replace(said=(*crisis.said, block)))


def first(session: Session, heard: Heard) -> Step:
    return ask(said(session, "first"), "crisis:danger", say("first"))


def child(session: Session) -> Step:
    return end(session, say("child"))


def imminent(session: Session, heard: Heard) -> Step:
    """A doubt counts, and so does the same again: the number at once, then one answer more."""
    return ask(said(session, "imminent"), "crisis:near", say("imminent"))


def someone_near(session: Session, heard: Heard) -> Step:
    return end(session, say("someone_near"))


def nobody_near(session: Session, heard: Heard) -> Step:
    """The session ends, because only outside it can Alexa call for help."""
    return end(session, say("nobody_near"))


def going_on(session: Session, heard: Heard) -> Step:
    """No answer to what was asked: other words each time, and at last a person instead of us."""
    if heard.details.get("hostile"):
        return hostile(session, heard)
    before = session.crisis.said if session.crisis else ()
    if "hear" not in before:
        return ask(said(session, "hear"), "crisis:who", say("hear"))
    if "machine" not in before:
        return ask(said(session, "machine"), "crisis:number", say("machine"))
    return stop(session, heard)


def named(session: Session, heard: Heard) -> Step:
    """Perhaps somebody who could come."""
    if heard.details.get("hostile"):
        return hostile(session, heard)
    return ask(said(session, "machine"), "crisis:number", say("let_them_come"), say("machine"))


def given(session: Session, heard: Heard) -> Step:
    return end(session, say("given"))


def hostile(session: Session, heard: Heard) -> Step:
    """No arguing, and the number no third time."""
    if session.crisis and "hostile" in session.crisis.said:
        return stop(session, heard)
    return ask(said(session, "hostile"), "crisis:going_on", say("hostile"))


def safe(session: Session, heard: Heard) -> Step:
    return ask(said(session, "safe"), BACK, say("safe"))


def only_pain(session: Session, heard: Heard) -> Step:
    """It was never one: nothing of it is kept."""
    crisis = session.crisis or Crisis()
    put = (crisis.question,) if crisis.question else ()
    return again(replace(session, crisis=None, asking=crisis.asking, said=put), say("had_to_ask"))


def helped(session: Session, heard: Heard) -> Step:
    return briefly(session, say("help"))


def stop(session: Session, heard: Heard) -> Step:
    """What was told of the back in one line first; where to turn comes last."""
    return end(session, *reminder(session), say("stop"))


def back(session: Session, heard: Heard) -> Step:
    return again(returned(session))


def returned(session: Session) -> Session:
    """Where it stood, answers and tier as they were; no stretches unasked."""
    crisis = session.crisis or Crisis()
    if state_of(crisis.asking) in STRETCHING:
        return replace(session, asking="menu", said=(line("menu/menu:check"),), routine=None)
    put = (crisis.question,) if crisis.question else ()
    return replace(session, asking=crisis.asking, said=put)


def their_own(session: Session, heard: Heard) -> Step:
    """Whoever wishes for the back instead of an answer is asked once whether to go on with it."""
    before = session.crisis.said if session.crisis else ()
    return back(session, heard) if "safe" in before else safe(session, heard)


def on_their_own(session: Session, heard: Heard) -> Session:
    """Something about the back instead of an answer: that is the person's own way back to it."""
    if session.asking == BACK and heard.meaning not in AT_BACK:
        return returned(session)
    return session


def closed(session: Session, reply: Reply) -> Answered:
    """Whenever the session ends after a crisis, where to turn is the last that is said."""
    ends = not reply.listening and not reply.task
    if ends and session.crisis and not speaks(reply):
        lines = (*reply.lines, say("last"))
        return replace(session, said=lines), replace(reply, lines=lines)
    return session, reply


def speaks(reply: Reply) -> bool:
    return any(each.name.startswith("crisis/") for each in reply.lines)


AT_BACK: Final = (
    "yes",
    "next",
    "resume",
    "no",
    "unsure",
    "stop",
    "help",
    "crisis",
    "unclear",
    *GENERAL,
)

HERE: Final[Handlers] = {"stop": stop, "help": helped}
WISHES: Final = ("start_check", "start_stretch", "relief")
THEIR_OWN: Final[Handlers] = dict.fromkeys(WISHES, their_own)

ON: Final[Mapping[str, Handlers]] = {
    "crisis:danger": whatever(
        going_on,
        *GENERAL,
        **{**HERE, "help": imminent, **THEIR_OWN},
        yes=imminent,
        unsure=imminent,
        crisis=imminent,
        no=safe,
    ),
    "crisis:near": whatever(nobody_near, *GENERAL, **HERE, yes=someone_near),
    "crisis:who": whatever(
        named,
        *GENERAL,
        **{**HERE, **THEIR_OWN},
        **dict.fromkeys(("no", "unsure", "crisis"), going_on),
    ),
    "crisis:number": whatever(stop, *GENERAL, **HERE, **THEIR_OWN, yes=given, unsure=given),
    "crisis:going_on": whatever(stop, *GENERAL, **HERE, yes=back, next=back, resume=back),
    "crisis:meant": whatever(
        first,
        *GENERAL,
        **HERE,
        **dict.fromkeys(WISHES, only_pain),
        **dict.fromkeys(("no", "too_painful", "report"), only_pain),
    ),
    BACK: {
        **HERE,
        **dict.fromkeys(("yes", "next", "resume"), back),
        **dict.fromkeys(("no", "unsure"), stop),
        "crisis": going_on,
    },
}
DOORS: Final = {"crisis_child": child}
