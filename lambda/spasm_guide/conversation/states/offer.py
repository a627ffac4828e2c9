"""What may follow a verdict: stretches, relief, or comfort only; each offered once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation import check
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.states import answer, relief, stretch
from spasm_guide.conversation.turn import Turn, again, ask, end, line

BY_TIER: Final = {
    None: ("stretches", "relief"),
    "SELF_CARE": ("stretches", "relief"),
    "SOON": ("relief",),
    "URGENT": ("comfort",),
}


def first(session: Session, *before: Line) -> Turn:
    """After the verdict: what the person had asked for, else what may be offered first."""
    if session.wish:
        return wish(session, *before)
    return following(session, *before)


def following(session: Session, *before: Line) -> Turn:
    """The next thing that may be offered, or goodbye."""
    for name in BY_TIER.get(session.tier, ()):
        if name in session.offered or (name == "stretches" and not may_stretch(session)):
            continue
        session = replace(session, offered=(*session.offered, name))
        return ask(session, f"offer:{name}", *before)
    return end(session, *before, line("offer/offer:goodbye"))


def wish(session: Session, *before: Line) -> Turn:
    """Go on with what the person asked for before the questions got in the way."""
    wanted, session = session.wish, replace(session, wish=None)
    if wanted and wanted.partition(":")[0] == "stretch":
        named = Heard("start_stretch", stretch=wanted.partition(":")[2] or None)
        return stretches(session, named, *before)
    if wanted == "relief" and level(session.tier) < level("URGENT"):
        session = replace(session, offered=(*session.offered, "relief"))
        return relief.start(session, *before)
    return following(session, *before)


def stretches(session: Session, heard: Heard, *before: Line) -> Turn:
    """The one way to a stretch: the gate, then the rule, then the routine."""
    if session.locked or permission(session.answers) == "no":
        return stretch.refuse(session, *before)
    session = replace(session, offered=(*session.offered, "stretches"))
    if check.gate_open(session):
        wanted = f"stretch:{heard.stretch or ''}"
        opening = () if session.goal == "stretch" else (line("screen/gate:opening"),)
        return check.begin(session, *before, *opening, goal="stretch", wish=wanted)
    if permission(session.answers) == "ask_first" and "provider" not in session.offered:
        wanted = f"stretch:{heard.stretch or ''}"
        return ask(replace(session, wish=wanted), "confirm:provider", *before)
    return stretch.start(session, heard, *before)


def may_stretch(session: Session) -> bool:
    return not session.locked and permission(session.answers) in ("yes", "gate")


def on_yes(session: Session, heard: Heard) -> Turn:
    match session.asking:
        case "offer:stretches":
            return stretches(session, heard)
        case "offer:relief":
            return relief.start(session)
        case "offer:comfort":
            return relief.comfort(session)
    return check.not_understood(session, heard)


def on_no(session: Session, heard: Heard) -> Turn:
    return following(session, line("offer/offer:declined"))


def on_unsure(session: Session, heard: Heard) -> Turn:
    """An offer does no harm: explained once, then taken for a no."""
    if session.unsure == session.asking:
        return on_no(session, heard)
    return again(replace(session, unsure=session.asking), line("offer/offer:plainer"))


def on_explain(session: Session, heard: Heard) -> Turn:
    """Why this verdict: the reasons once more."""
    if session.reasons:
        reasons = line("verdict/reasons:say", reasons=list(session.reasons), unsure=[])
        return again(session, reasons)
    return again(session, line("offer/offer:plainer"))


def or_more(handler: Callable[[Session, Heard], Turn]) -> Callable[[Session, Heard], Turn]:
    """At the offer to tell more, the answers' own handler."""

    def handle(session: Session, heard: Heard) -> Turn:
        more = answer.MORE_ON.get(heard.meaning) if session.asking == "offer:more" else None
        return (more or handler)(session, heard)

    return handle


@or_more
def otherwise(session: Session, heard: Heard) -> Turn:
    return check.not_understood(session, heard)


ON: Final = {
    "yes": or_more(on_yes),
    "no": or_more(on_no),
    "unsure": or_more(on_unsure),
    "explain": or_more(on_explain),
    "next": or_more(on_no),
}
