"""The lines of a verdict: how soon, why, one next step, and when not to wait for it."""

from typing import Final

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.clinical.rule import Verdict, closed, counts, triage
from spasm_guide.conversation.checking.reasons import doubted, named, told
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import line

STRONGEST: Final = (
    "weakness",
    "after_injury",
    "numbness_tingling",
    "radiating",
    "persistent",
    "interferes_daily_life",
    "everyday_trigger",
    "morning_stiffness",
)
"""Whose advice of the article is spoken, where several signs were told."""
AT_ONCE: Final = ("weakness", "after_injury")
"""Signs whose advice is as urgent as an urgent verdict."""
TODAY: Final = ("everyday_trigger",)
"""Signs that, where a cough or a sneeze newly brings them, are a matter of today."""
WHOM: Final = {
    "SOON": (
        ("under_18", "next_child"),
        ("pregnancy", "next_pregnancy"),
        ("recent_spine_procedure", "next_procedure"),
    ),
    "URGENT": (("pregnancy", "next_pregnancy"), ("recent_spine_procedure", "next_procedure")),
    "EMERGENCY": (
        ("serious_accident", "keep_still"),
        ("after_injury", "keep_still"),
        ("pregnancy_danger", "maternity"),
        ("recent_spine_procedure", "procedure"),
        ("blood_thinners", "thinners"),
    ),
}
"""What somebody with a condition is told to do, the first that was told; an injured back is kept
still, whatever made it an emergency."""


NAMED: Final = ("under_18", "pregnancy", "recent_spine_procedure", "blood_thinners")
"""Conditions that the line of what to do names, so that they need not be among the reasons."""
BRIEF: Final = ("next", "do_not_drive", "keep_still")
"""Lines of what to do that leave time for more than one reason."""
MOST: Final = 2
"""Reasons in a verdict, for 20 seconds are soon over; the others are told on request."""
MORE: Final = "verdict"
"""The topic of the offer to tell more, while it is about what a verdict left out."""


def advice(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """The lines of a tier below EMERGENCY. A milder sign's advice gives way to an urgent one."""
    name = reached.tier.lower()
    return (
        line(f"verdict/{name}:{how_soon(session, reached)}", **told(session, _said(session))),
        line(f"verdict/{name}:{whom(session, reached)}"),
        *_action(session, reached),
        line(f"verdict/{name}:safety_net"),
    )


def alarm(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """Number first, then what to do until help comes and how to reach it, then why."""
    return (
        line("verdict/emergency:call"),
        line(f"verdict/emergency:{whom(session, reached)}"),
        line("verdict/emergency:phone"),
        line("verdict/emergency:again", **told(session, _said(session))),
    )


def left_out(session: Session) -> tuple[Line, ...]:
    """What the verdict left out so as to be short: the other reasons, and what to do about each
    sign of which it has not said all."""
    reached, said = triage(session.answers), _said(session)
    others = [name for name in _reasons(session, reached) if name not in said]
    also = (line("verdict/reasons:also", **told(session, others)),) if others else ()
    if reached.tier != "SOON":
        return also
    whole = strongest(session) not in TODAY or whom(session, reached) == "next"
    return (*also, *(line(f"sign/{sign}:advice") for sign in signs(session)[whole:]))


def how_soon(session: Session, reached: Verdict) -> str:
    """The block that says it: in the article's own words where a sign of it is as urgent."""
    sign = strongest(session)
    return f"tier_{sign}" if reached.tier == "URGENT" and sign in AT_ONCE else "tier"


def whom(session: Session, reached: Verdict) -> str:
    """The block that says what to do, and whom to call."""
    otherwise = "do_not_drive" if reached.tier == "EMERGENCY" else "next"
    return dict(WHOM.get(reached.tier, ())).get(_condition(session, reached), otherwise)


def _condition(session: Session, reached: Verdict) -> str:
    known = closed(session.answers)
    told = WHOM.get(reached.tier, ())
    return next((finding for finding, _ in told if known.get(finding) == "yes"), "")


def _action(session: Session, reached: Verdict) -> tuple[Line, ...]:
    """What to do about the strongest sign; from URGENT up the tier says it, and those who are to
    call somebody today need not hear when to call today."""
    sign = strongest(session)
    if reached.tier != "SOON" or sign is None:
        return ()
    today = sign in TODAY and whom(session, reached) == "next"
    return tuple(line(f"sign/{sign}:{b}") for b in ("action", *(("today",) if today else ())))


def _said(session: Session) -> list[str]:
    """The reasons that a verdict says: what is sure, else one doubt."""
    reached = triage(session.answers)
    names = _reasons(session, reached)
    brief = whom(session, reached) in BRIEF and how_soon(session, reached) == "tier"
    most = MOST if brief and strongest(session) not in TODAY else 1
    return names[:1] + [name for name in names[1:most] if not doubted(session, name)]


def _reasons(session: Session, reached: Verdict) -> list[str]:
    """What is sure first, then a sign that is advised on, then the worst. What the line of whom
    to call names is left out, but where it is all."""
    sign = strongest(session)
    advised = reached.tier == "SOON" or how_soon(session, reached) != "tier"
    here = _condition(session, reached)
    names = named(session)
    names = [name for name in names if name != here or name not in NAMED] or names
    return sorted(names, key=lambda name: (doubted(session, name), advised and name != sign))


def strongest(session: Session) -> str | None:
    return next(iter(signs(session)), None)


def signs(session: Session) -> list[str]:
    known = closed(session.answers)
    return [s for s in STRONGEST if s in SIGNS and counts(s, known)]


def card(session: Session) -> Line:
    return line("card/verdict", tier=session.tier)
