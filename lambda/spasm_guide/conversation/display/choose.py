"""Which picture goes with a reply. Nothing needs it: all that it shows is also said."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.stretching import places
from spasm_guide.conversation.checking.questions import due
from spasm_guide.conversation.display import film
from spasm_guide.conversation.display.buttons import (
    ANSWER,
    MENU,
    PLAYING,
    RESTING,
    STEPS,
    Buttons,
    buttons,
    expected,
    few,
)
from spasm_guide.conversation.relief import steps
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.turn import state_of, topic

TO_DO: Final = (
    *("keep_still", "do_not_drive", "maternity", "procedure", "thinners", "phone"),
    *("next", "next_closed", "next_procedure", "next_pregnancy", "next_child"),
)
"""What of a verdict says what to do."""
NET: Final = ("safety_net",)
"""And what would make it more urgent; where there is no room for it, its short form is shown."""


ONCE_MORE: Final = {"anywhere/unclear": "unclear", "anywhere/help": "help"}
"""Said before the question is put again: then its screen tells what it can be answered with."""


def displayed(session: Session, reply: Reply) -> Line | None:
    """None leaves what is shown as it is."""
    if reply.task and not reply.task.silent:
        return None
    for begins, show in BY_LINE:
        told = next((line for line in reply.lines if line.name.startswith(begins)), None)
        if told:
            return show(session, reply, told)
    show_state = BY_STATE.get(state_of(session.asking))
    return show_state(session, reply) if session.asking and show_state else None


def welcome(session: Session, reply: Reply) -> Line:
    return _picture("welcome", reply, MENU, after=_after(reply))


def ask(session: Session, reply: Reply) -> Line:
    progress: tuple[int | None, int | None] = (None, None)
    if session.goal and state_of(session.asking) in ("screen", "sign"):
        asked = len(session.asked)
        progress = asked, asked - 1 + max(1, len(due(session)))
    return put(reply, session.asking, buttons(session), progress)


def put(
    reply: Reply,
    asking: str | None,
    touch: Buttons,
    progress: tuple[int | None, int | None] = (None, None),
) -> Line:
    step, of = progress
    hint = {"after": _after(reply), "expected": expected(touch)}
    return _picture("question", reply, touch, asking=asking, step=step, of=of, **hint)


def _after(reply: Reply) -> str | None:
    told = (ONCE_MORE.get(line.name.partition(":")[0]) for line in reply.lines)
    return next(filter(None, told), None)


def verdict(session: Session, reply: Reply, told: Line) -> Line:
    tier = told.name.removeprefix("verdict/").partition(":")[0].upper()
    reasons = list(session.reasons) if tier == session.tier else []
    said, net = (_of_verdict(reply, blocks) for blocks in (TO_DO, NET))
    touch = buttons(session)
    return _picture("verdict", reply, touch, tier=tier, reasons=reasons, said=said, net=net)


def _of_verdict(reply: Reply, blocks: Collection[str]) -> list[list[Any]]:
    return [
        [line.name, dict(line.data)]
        for line in reply.lines
        if line.name.startswith("verdict/") and line.name.partition(":")[2] in blocks
    ]


def other_emergency(session: Session, reply: Reply, told: Line) -> Line:
    shown = [["verdict/emergency:phone", {}]]
    return _picture("verdict", reply, (), tier="EMERGENCY", reasons=[], said=shown, net=[])


def stretch(session: Session, reply: Reply) -> Line:
    now = routine.known(session.routine)
    if now is None:
        return put(reply, session.asking, buttons(session))
    if now.state == "new":
        fit = places(session.answers)
        touch = [f"place:{place}" for place in reversed(PLACES) if place in fit]
        return put(reply, "stretch:place", touch)
    if any(line.name == routine.GAP for line in reply.lines):
        playing = film.film(now, session.pace, reply.lines)
        return _picture("stretch", reply, PLAYING, **playing)
    after = None if now.last else now.names[now.index + 1]
    still = {**film.still(now, session.pace), "next": after}
    return _picture("stretch", reply, RESTING, **still)


def relief(session: Session, reply: Reply) -> Line:
    if session.asking == "relief:when":
        return put(reply, session.asking, ANSWER)
    ahead, step = steps(session), topic(session)
    place = ahead.index(step) + 1 if step in ahead else 1
    return _picture(
        "relief", reply, STEPS, step=step, place=place, of=len(ahead), said=_said(reply)
    )


def explained(session: Session, reply: Reply, told: Line) -> Line:
    about = told.name.removeprefix("answer/").partition(":")[0]
    number = SIGNS.index(about) + 1 if about in SIGNS else None
    said = [[told.name, dict(told.data)]]
    return _picture("sign", reply, few(session), topic=about, number=number, said=said)


def said(session: Session, reply: Reply, told: Line) -> Line:
    """The words themselves, where they matter too much to be only heard."""
    shown = [[told.name, dict(told.data)]]
    return _picture("sign", reply, few(session), topic="note", number=None, said=shown)


def diary(session: Session, reply: Reply, told: Line) -> Line:
    """How many a day; the words of the person stay on the card."""
    card: Mapping[str, Any] = reply.card.data if reply.card else {}
    days = list(card.get("by_day", ()))
    chart = {name: told.data[name] for name in ("count", "days", "period", "average", "worst")}
    return _picture(
        "diary",
        reply,
        few(session),
        **chart,
        by_day=days,
        most=max(days, default=1) or 1,
    )


BY_LINE: Final[tuple[tuple[str, Callable[[Session, Reply, Line], Line]], ...]] = (
    ("verdict/emergency:call", verdict),
    ("verdict/urgent:tier", verdict),
    ("verdict/soon:tier", verdict),
    ("verdict/self_care:tier", verdict),
    ("anywhere/other_emergency", other_emergency),
    ("crisis/crisis", said),
    ("relief/comfort:say", said),
    ("diary/summary:say", diary),
    ("answer/", explained),
)
"""What is said decides first, in this order; what is asked after."""

BY_STATE: Final[Mapping[str, Callable[[Session, Reply], Line | None]]] = {
    "menu": welcome,
    "screen": ask,
    "sign": ask,
    "confirm": ask,
    "offer": ask,
    "consent": ask,
    "diary": ask,
    "stretch": stretch,
    "relief": relief,
}


def _picture(name: str, reply: Reply, touch: Buttons, **data: Any) -> Line:
    """`ask` is the open question as it is spoken; empty where nothing is asked."""
    asked = reply.lines[-1] if reply.listening else None
    put = [asked.name, dict(asked.data)] if asked else None
    return Line(name, {**data, "ask": put, "buttons": list(touch)})


def _said(reply: Reply) -> list[list[Any]]:
    told = reply.lines[:-1] if reply.listening else reply.lines
    return [[line.name, dict(line.data)] for line in told]
