"""The safety questions and the follow-ups to a yes."""

from dataclasses import replace
from typing import Final

from spasm_guide.content.questions import Question, goals, question
from spasm_guide.conversation.checking.check import plainer, proceed, put_part, settle
from spasm_guide.conversation.checking.questions import doubted, left, unknown
from spasm_guide.conversation.checking.told import note, noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, ask, briefly, go, line, prompt


def on_yes(session: Session, heard: Heard) -> Step:
    """A yes to one finding is that finding; a yes to several asks which one."""
    q = question(session.asking)
    if q is None:
        return proceed(session)
    if named(session, heard):
        return on_report(session, heard)
    if session.asking == q.which:
        return settle(session, "yes", line("screen/screen:all_of_them"))
    if len(unknown(q, session)) <= 1:
        return settle(session, "yes")
    if q.which and _asks_which(q, session):
        names = [item.name for item in left(q, session)]
        return ask(replace(session, unclear=0), q.which, question=prompt(q.which, left=names))
    if q.told:
        doubts = dict.fromkeys(unknown(q, session), "unsure")
        return proceed(note(session, doubts, q.name), prompt(q.name, "told"))  # type: ignore[arg-type]
    if q.then:
        return one_by_one(session, q)
    return settle(session, "yes")


def _asks_which(q: Question, session: Session) -> bool:
    return not q.which_beside or any(doubted(f, session.answers) for f in q.which_beside)


def one_by_one(session: Session, q: Question) -> Step:
    """A bare yes to what no question can ask about at once."""
    session, opening = replace(session, asking=None), prompt(q.name, "one_by_one")
    for goal in goals().keys() & set(q.then):
        return go(session, "check", opening, goal=goal)
    return proceed(replace(session, ahead=(*q.then, *session.ahead)), opening)


def on_no(session: Session, heard: Heard) -> Step:
    """A plain no denies all that was put; *no fever* denies the fever, and the rest is asked."""
    q = question(session.asking)
    if q and session.asking == q.name and named(session, heard) and unknown(q, session):
        return on_report(session, heard)
    if q and session.asking == q.which and not any_told(session):
        return none_of_them(session, q)
    return settle(session, "no")


def none_of_them(session: Session, q: Question) -> Step:
    """A yes, and then none of it: asked once more, then in doubt."""
    if session.unsure == q.which:
        return settle(session, "unsure", line("screen/screen:taken_seriously"))
    session = replace(session, unsure=q.which, unclear=1)
    return put_again(session, q)


def put_again(session: Session, q: Question) -> Step:
    names = [item.name for item in left(q, session)]
    before = line("screen/screen:none_of_them")
    if len(names) < len(q.items):
        return put_part(session, q, names, "rest", before)
    return ask(session, q.name, before)


def on_unsure(session: Session, heard: Heard) -> Step:
    """Dangerous: asked once more in other words, then taken as it is and said aloud."""
    q = question(session.asking)
    if q and q.danger and session.asking == q.name and session.unsure is None:
        return plainer(session, q)
    if q and q.then and not _signs(q):
        return one_by_one(session, q)
    return settle(session, "unsure", line("screen/screen:taken_seriously"))


def on_report(session: Session, heard: Heard) -> Step:
    """Findings named: at *which one* the others are thereby denied, else they are asked for."""
    q = question(session.asking)
    if q is None or not named(session, heard):
        return go(session, "aside", heard=heard)
    told = {f: a for f, a in heard.answers.items() if f in q.findings}
    if q.danger and session.unsure is None and "unsure" in told.values():
        return plainer(session, q)
    before = noted(session, heard)
    if "yes" in told.values() and q.then and not _signs(q):
        return one_by_one(session, q)
    others_denied = session.asking == q.which or session.put or not q.settles
    if others_denied and set(told.values()) & {"yes", "unsure"}:
        return settle(session, "no", *before)
    if session.asking == q.which and unknown(q, session):
        return none_of_them(session, q)
    return proceed(session, *before)


def on_unclear(session: Session, heard: Heard) -> Step:
    """Only some of it was denied: the rest is put, and a no to that denies all."""
    q, rest = question(session.asking), still_open(session, heard)
    if q and rest:
        return put_part(session, q, rest, "rest")
    return go(session, "not_understood", block="some" if heard.details.get("some") else "first")


def still_open(session: Session, heard: Heard) -> list[str]:
    """The items that a denial of the others leaves; none where it denied nothing that was put."""
    q, denied = question(session.asking), heard.details.get("denied")
    if not q or q.whole or session.asking != q.name or not isinstance(denied, list | tuple):
        return []
    names = [item.name for item in left(q, session)]
    rest = [name for name in names if name not in denied]
    return rest if len(rest) < len(names) else []


def named(session: Session, heard: Heard) -> bool:
    """Whether the words named one of this question's own findings."""
    q = question(session.asking)
    return bool(q and set(heard.answers) & set(q.findings))


def any_told(session: Session) -> bool:
    q = question(session.asking)
    return bool(q and any(session.answers.get(f) in ("yes", "unsure") for f in q.findings))


def _signs(q: Question) -> bool:
    return all(name not in goals() for name in q.then)


def on_explain(session: Session, heard: Heard) -> Step:
    q = question(session.asking)
    return briefly(session, prompt(q.name, "why")) if q else briefly(session)


ON: Final[Handlers] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "report": on_report,
    "unclear": on_unclear,
    "explain": on_explain,
}
