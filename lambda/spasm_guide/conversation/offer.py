"""What may follow a verdict: stretches, relief, or comfort only; each offered once."""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.stretching import permission
from spasm_guide.conversation.checking.advice import MORE, left_out
from spasm_guide.conversation.checking.reasons import why
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handlers, Step, again, ask, end, go, line, wanted

BY_TIER: Final = {
    None: ("stretches", "relief"),
    "SELF_CARE": ("stretches", "relief"),
    "SOON": ("relief",),
    "URGENT": ("comfort",),
}
PORTION: Final = 2
"""Lines of what a verdict left out that are told at once."""


def first(session: Session, *before: Line) -> Step:
    """After the verdict: what it left out, then what the person had asked for, then an offer."""
    if _ahead(session):
        return ask(replace(session, topic=MORE), "offer:more", *before)
    return wish(session, *before)


def rest(session: Session) -> Step:
    """What the verdict left out, as much of it as one listens to at once."""
    told = _ahead(session)[:PORTION]
    return first(replace(session, offered=(*session.offered, "more")), *told)


def no_more(session: Session) -> Step:
    session = replace(session, offered=(*session.offered, "no_more"))
    return wish(session, line("offer/offer:declined"))


def _ahead(session: Session) -> tuple[Line, ...]:
    if session.tier in (None, "EMERGENCY") or "no_more" in session.offered:
        return ()
    return left_out(session)[PORTION * session.offered.count("more") :]


def following(session: Session, *before: Line) -> Step:
    """The next thing that may be offered, or goodbye."""
    for name in BY_TIER.get(session.tier, ()):
        if name in session.offered or (name == "stretches" and not may_stretch(session)):
            continue
        session = replace(session, offered=(*session.offered, name))
        return ask(session, f"offer:{name}", *before)
    by_tier = "goodbye" if session.tier is None else f"goodbye_{session.tier.lower()}"
    return end(session, *before, line(f"offer/offer:{by_tier}"))


def wish(session: Session, *before: Line) -> Step:
    """Go on with what the person asked for before the questions got in the way; where a verdict
    forbids stretches, it has just said so."""
    wanted, session = session.wish, replace(session, wish=None)
    if wanted and wanted.partition(":")[0] == "stretch" and not session.locked:
        return go(session, "stretches", *before, stretch=wanted.partition(":")[2] or None)
    if wanted == "relief" and level(session.tier) < level("URGENT"):
        session = replace(session, offered=(*session.offered, "relief"))
        return go(session, "relief", *before)
    return following(session, *before)


def may_stretch(session: Session) -> bool:
    """After a crisis nobody is offered any unasked."""
    return not (session.locked or session.crisis) and permission(session.answers) in ("yes", "gate")


def on_yes(session: Session, heard: Heard) -> Step:
    match session.asking:
        case "offer:stretches":
            return go(session, "stretches", stretch=wanted(heard))
        case "offer:relief":
            return go(session, "relief")
        case "offer:comfort":
            return go(session, "comfort")
    return go(session, "not_understood")


def on_no(session: Session, heard: Heard) -> Step:
    return following(session, line("offer/offer:declined"))


def on_unsure(session: Session, heard: Heard) -> Step:
    """An offer does no harm: explained once, then taken for a no."""
    if session.unsure == session.asking:
        return on_no(session, heard)
    return again(replace(session, unsure=session.asking), line("offer/offer:plainer"))


def on_explain(session: Session, heard: Heard) -> Step:
    """Why this verdict: the reasons once more."""
    return again(session, *(why(session) or (line("offer/offer:plainer"),)))


ON: Final[Handlers] = {
    "yes": on_yes,
    "no": on_no,
    "unsure": on_unsure,
    "explain": on_explain,
    "next": on_no,
}
DOORS: Final = {
    "offers": first,
    "rest": rest,
    "no_more": no_more,
    "next_offer": following,
    "wish": wish,
}
