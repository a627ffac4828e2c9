"""Plays a check with what was heard, without a reader."""

from spasm_guide.conversation.checking.age import bands
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import spoken


def heard(turn):
    """A meaning by its name, a number as an age, or as it is."""
    if isinstance(turn, int):
        return Heard("report", bands(turn), details={"age": turn})
    return turn if isinstance(turn, Heard) else Heard(turn)


def told(finding, item=None, **details):
    if item:
        details["items"] = {finding: [item]}
    return Heard("report", {finding: "yes"}, details=details)


def walk(*turns, session=None, locale="en-US"):
    """The session after them, what was asked, the texts and their seconds."""
    session, asked, texts, seconds = session or Session(), [], [], 0.0
    for turn in turns:
        session, reply = advance(session, heard(turn))
        sound = spoken(session, reply, locale)
        asked.append(session.asking)
        texts.append(sound.text)
        seconds += sound.seconds
    return session, asked, texts, seconds


def until(answers, *, age=42, most=30, session=None, locale="en-US"):
    """Answers each question by its name, no where none is given, to the verdict or the end."""
    session, asked, texts, _ = walk("start_check", session=session, locale=locale)
    left = {
        name: list(each) if isinstance(each, list) else [each] for name, each in answers.items()
    }
    for _ in range(most):
        if session.tier or session.asking is None:
            break
        name = session.asking
        turn = left[name].pop(0) if left.get(name) else age if name == "screen:age" else "no"
        session, more, said, _ = walk(turn, session=session, locale=locale)
        asked += more
        texts += said
    return session, asked, texts
