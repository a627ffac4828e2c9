"""Which picture goes with a reply. Nothing needs it: all that it shows is also said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.conversation import filming
from spasm_guide.conversation.questions import due, question, unknown
from spasm_guide.conversation.reply import Line, Reply
from spasm_guide.conversation.routine import GAP, Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states.relief import step_of, steps
from spasm_guide.conversation.turn import Turn, state_of

ANSWER: Final = ("yes", "no", "unsure")
CHOICE: Final = ("yes", "no")
STEPS: Final = ("next", "repeat", "stop")
PLACES: Final = ("place:chair", "place:bed", "place:floor")
TO_DO: Final = ("keep_still", "do_not_drive", "maternity", "phone", "next", "safety_net")
"""What of a verdict says what to do."""
PLAYING: Final = ("pause", "next", "easier", "too_painful")
RESTING: Final = ("resume", "next", "easier", "stop")
MOST_BESIDE: Final = 4
SEVERITIES: Final = tuple(f"severity:{n}" for n in range(11))

Buttons = Sequence[str]
"""Each a meaning, `skip` for *next*, or `report:<finding>`, `place:<place>`, `severity:<n>`."""


def with_screen(turn: Turn) -> Turn:
    session, reply = turn
    return session, replace(reply, screen=screen_for(session, reply))


def screen_for(session: Session, reply: Reply) -> Line | None:
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
    return _screen("welcome", reply, ("start_check", "start_stretch", "relief"))


def ask(session: Session, reply: Reply) -> Line:
    progress: tuple[int | None, int | None] = (None, None)
    if session.goal and state_of(session.asking) in ("screen", "sign"):
        asked = len(session.asked)
        progress = asked, asked - 1 + max(1, len(due(session)))
    return put(reply, session.asking, _buttons(session, reply), progress)


def put(
    reply: Reply,
    asking: str | None,
    buttons: Buttons,
    progress: tuple[int | None, int | None] = (None, None),
) -> Line:
    step, of = progress
    return _screen("question", reply, buttons, asking=asking, step=step, of=of)


def verdict(session: Session, reply: Reply, told: Line) -> Line:
    tier = told.name.removeprefix("verdict/").partition(":")[0].upper()
    reasons = list(session.reasons) if tier == session.tier else []
    shown = [
        [line.name, dict(line.data)]
        for line in reply.lines
        if line.name.startswith("verdict/") and line.name.partition(":")[2] in TO_DO
    ]
    buttons = _buttons(session, reply)
    return _screen("verdict", reply, buttons, tier=tier, reasons=reasons, said=shown)


def other_emergency(session: Session, reply: Reply, told: Line) -> Line:
    shown = [["verdict/emergency:phone", {}]]
    return _screen("verdict", reply, (), tier="EMERGENCY", reasons=[], said=shown)


def stretch(session: Session, reply: Reply) -> Line | None:
    now = Routine.of(session.routine)
    if now is None:
        return None
    if now.state == "new":
        buttons = CHOICE if now.place else PLACES
        return put(reply, "stretch:place", buttons)
    if any(line.name == GAP for line in reply.lines):
        film = filming.film(now, session.pace, reply.lines)
        return _screen("stretch", reply, PLAYING, **film)
    after = None if now.last else now.names[now.index + 1]
    still = filming.still(now, session.pace)
    return _screen("stretch", reply, RESTING, **still, next=after)


def relief(session: Session, reply: Reply) -> Line:
    if session.asking == "relief:when":
        return put(reply, session.asking, ANSWER)
    ahead, step = steps(session), step_of(session)
    place = ahead.index(step) + 1 if step in ahead else 1
    return _screen("relief", reply, STEPS, step=step, place=place, of=len(ahead), said=_said(reply))


def explained(session: Session, reply: Reply, told: Line) -> Line:
    topic = told.name.removeprefix("answer/").partition(":")[0]
    number = SIGNS.index(topic) + 1 if topic in SIGNS else None
    said = [[told.name, dict(told.data)]]
    return _screen("sign", reply, _few(session, reply), topic=topic, number=number, said=said)


def said(session: Session, reply: Reply, told: Line) -> Line:
    """The words themselves, where they matter too much to be only heard."""
    shown = [[told.name, dict(told.data)]]
    return _screen("sign", reply, _few(session, reply), topic="note", number=None, said=shown)


def diary(session: Session, reply: Reply, told: Line) -> Line:
    """How many a day; the words of the person stay on the card."""
    card: Mapping[str, Any] = reply.card.data if reply.card else {}
    days = list(card.get("by_day", ()))
    chart = {name: told.data[name] for name in ("count", "days", "period", "average", "worst")}
    return _screen(
        "diary",
        reply,
        _few(session, reply),
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
    ("anywhere/crisis", said),
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


def _screen(name: str, reply: Reply, buttons: Buttons, **data: Any) -> Line:
    """`ask` is the open question as it is spoken; empty where nothing is asked."""
    asked = reply.lines[-1] if reply.listening else None
    put = [asked.name, dict(asked.data)] if asked else None
    return Line(name, {**data, "ask": put, "buttons": list(buttons)})


def _said(reply: Reply) -> list[list[Any]]:
    told = reply.lines[:-1] if reply.listening else reply.lines
    return [[line.name, dict(line.data)] for line in told]


def _few(session: Session, reply: Reply) -> Buttons:
    """Beside something told there is no room for a whole scale: its way on, the last, is enough."""
    buttons = _buttons(session, reply)
    return buttons if len(buttons) <= MOST_BESIDE else buttons[-1:]


def _buttons(session: Session, reply: Reply) -> Buttons:
    """What answers the open question by touch."""
    state, _, topic = (session.asking or "").partition(":")
    q = question(session.asking)
    if q and session.asking == q.which:
        return [*(f"report:{finding}" for finding in unknown(q, session.answers)), "unsure"]
    match state:
        case "":
            return ()
        case "menu":
            return ("start_check", "start_stretch", "relief")
        case "offer" | "consent":
            return CHOICE
        case "diary":
            return {"severity": (*SEVERITIES, "next"), "when": ("yes", "next")}.get(
                topic, ("next",)
            )
        case "relief":
            return ANSWER if topic == "when" else STEPS
        case "stretch":
            return ("resume", "next", "stop")
        case "confirm":
            return () if topic == "change" else ANSWER
    return ANSWER
