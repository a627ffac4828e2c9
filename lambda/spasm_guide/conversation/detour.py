"""A short way aside from the open question, and back to it."""

from dataclasses import replace
from typing import Any, Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import counts, triage
from spasm_guide.conversation import check
from spasm_guide.conversation.reply import Line, Reply, Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import verdict
from spasm_guide.conversation.turn import Turn, again, ask, end, line, state_of

ASIDE: Final = ("diary", "consent")
"""States that lead back to where they were entered from."""
WAY_BACK: Final = ("back", "put", "floor")


def leave(session: Session, **facts: Any) -> Session:
    """Remember the open question, and what is known already of the matter at hand.

    A way aside from a way aside still leads back to the first question.
    """
    if state_of(session.asking) in ASIDE:
        kept = {name: session.diary[name] for name in WAY_BACK if name in session.diary}
        return replace(session, diary={**kept, **facts})
    if state_of(session.asking) == "menu":
        return replace(session, diary=facts)
    put = list(session.said[-1]) if session.said else None
    kept = {"back": session.asking, "put": put, "floor": triage(session.answers).tier}
    return replace(session, diary={**kept, **facts})


def back(session: Session, *before: Line) -> Turn:
    """To the question that was open, or goodbye; warning signs told on the way come first."""
    where, put, floor = (session.diary.get(name) for name in WAY_BACK)
    session = replace(session, diary={}, unclear=0)
    if level(triage(session.answers).tier) > max(level(floor), level(session.tier), 0):
        return _signs(session, where, *before)
    if not where:
        return end(session, *before)
    said = ((put[0], put[1]),) if put else ()
    return again(replace(session, asking=where, said=said), *before)


def defer(session: Session) -> Turn:
    """The check goes first: it is short, and it matters more."""
    return again(session, line("consent/consent:later"))


def checking(session: Session) -> bool:
    return state_of(session.asking) in ("screen", "sign", "confirm")


def do(session: Session, name: str, *before: Line, **data: Any) -> Turn:
    """Have something done outside; what is said next depends on its outcome."""
    return session, Reply(lines=before, task=Task(name, data))


def _signs(session: Session, where: str | None, *before: Line) -> Turn:
    told = [f for f in session.answers if counts(f, session.answers)]
    if session.tier:
        return verdict.raised(session, *before, line("screen/screen:noted", findings=told))
    if told == ["everyday_trigger"] and not where:
        return ask(session, "menu", *before, question=line("diary/diary:check"))
    return check.begin(session, *before, line("diary/diary:signs"))
