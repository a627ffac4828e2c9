"""Where a conversation stands: the one thing kept between turns, in Alexa's session attributes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from spasm_guide.clinical.findings import ANSWERS, FINDINGS, TIERS, Answer, Tier
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation import shapes
from spasm_guide.conversation.heard import Subject
from spasm_guide.conversation.kept import Alert, Crisis, Fact, Routine, Spasm, Spot, WayBack
from spasm_guide.conversation.reply import Line

VERSION: Final = 3

Goal = Literal["check", "gate", "legs"]
Began = Literal["new", "old", "unsure"]


class ForeignSession(ValueError):
    """The attributes are of another version or not ours; the message names the field."""


@dataclass(frozen=True, slots=True)
class Session:
    asking: str | None = None
    """The open question, by its name in the contract: `sign:weakness`, `offer:stretches`."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """By finding; nothing in it is guessed."""
    subject: Subject = "self"
    not_pregnant: bool = False
    """A man, a boy or a small child: never asked about a pregnancy."""
    goal: Goal | None = None
    """What the questions lead to: `check` (a verdict), `gate` (before stretching),
    `legs` (the leg signs again, after a stretch hurt)."""
    wish: str | None = None
    """What to go on with when they are done: `relief`, `stretch`."""
    asked: tuple[str, ...] = ()
    """Check questions put so far, oldest first, for *back*."""
    ahead: tuple[str, ...] = ()
    """Questions that come before the others, because an answer opened them."""
    put: tuple[str, ...] = ()
    """Items of the open question that were put; empty: all of them."""
    likely: tuple[str, ...] = ()
    """Findings still to be confirmed by one question each."""
    unclear: int = 0
    """Turns in a row that answered nothing; in the check, of the open question."""
    unsure: str | None = None
    """The question that was put again, more plainly, because the person was not sure."""
    tier: Tier | None = None
    """The verdict as spoken; it falls only by a confirmed correction."""
    rule: str | None = None
    """The rule that decided; None with a tier: corrected, the new verdict is still to be spoken."""
    reasons: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    """Offers made after the verdict, so that none is made twice."""
    pace: int = 0
    """How fast we speak and count: -2 (slowest) to 2, changed by *slower* and *faster*."""
    locked: bool = False
    """No stretches any more in this session: an urgent or emergency verdict was spoken."""
    changing: Mapping[str, Answer] = field(default_factory=dict)
    """A correction, or what an age would mean, that waits for the person's yes."""
    said: tuple[Line, ...] = ()
    """The lines of the last answer, for *repeat*; what they are called decides nothing."""
    topic: str | None = None
    """What the open offer to tell more is about."""
    beyond: int = 0
    """How often something was asked that is not ours: said in other words each time."""
    guessed: bool = False
    """The nearest two topics were offered for a question not understood: not again."""
    comforts: int = 0
    """How often a warm word was said to who is scared: in other words each time."""
    scripted: bool = False
    """What to tell the doctor was said in short; asked again, all of it is read out."""
    brief: bool = False
    """In short, as the person wished: no lead-ins, no reasons; every safety question stays."""
    routine: Routine | None = None
    spot: Spot | None = None
    """The place that was said last."""
    hurt: tuple[str, ...] = ()
    """Stretches that hurt: out to the end of the session."""
    warned: bool = False
    """The stop rules were spoken in full."""
    sounding: bool = False
    """The last answer was a stretch: the clock tells where in it the person is."""
    began: Began | None = None
    """How old the pain is, which decides between ice and heat."""
    spasm: Spasm | None = None
    alert: Alert | None = None
    way_back: WayBack | None = None
    crisis: Crisis | None = None

    def to_attributes(self) -> dict[str, Any]:
        """JSON-ready; what is still at its default is left out."""
        return {"version": VERSION, **shapes.written(self)}

    @classmethod
    def from_attributes(cls, attributes: Mapping[str, Any] | None) -> "Session":
        """Raise ForeignSession for anything that `to_attributes` could not have written."""
        if not attributes:
            return cls()
        if attributes.get("version") != VERSION:
            raise ForeignSession("version")
        try:
            return shapes.read(cls, SHAPES, attributes)
        except ValueError as fault:
            raise ForeignSession(str(fault)) from fault


_ANSWERS: Final = shapes.mapping(FINDINGS, ANSWERS)
_ROUTINE: Final = shapes.record(
    Routine,
    names=shapes.texts,
    place=shapes.one_of("", *PLACES),
    index=shapes.whole,
    beat=shapes.whole,
    lead=shapes.number,
    known=shapes.texts,
    by_itself=shapes.flag,
    minutes=shapes.whole,
    state=shapes.one_of("new", "playing", "held", "halfway", "done"),
)


def routine(value: Any) -> Routine:
    """Raise ValueError for what is no place in a routine."""
    found = _ROUTINE(value)
    if not 0 <= found.index < len(found.names) or found.beat < 0:
        raise ValueError("routine")
    return found


SHAPES: Final[Mapping[str, shapes.Shape]] = {
    "asking": shapes.text,
    "answers": _ANSWERS,
    "facts": shapes.mapping_of(
        FINDINGS,
        shapes.record(Fact, item=shapes.text, words=shapes.text, n=shapes.whole, unit=shapes.text),
    ),
    "subject": shapes.one_of("self", "someone", "child"),
    "not_pregnant": shapes.flag,
    "goal": shapes.one_of("check", "gate", "legs"),
    "wish": shapes.text,
    "asked": shapes.texts,
    "ahead": shapes.texts,
    "put": shapes.texts,
    "likely": shapes.texts,
    "unclear": shapes.whole,
    "unsure": shapes.text,
    "tier": shapes.one_of(*TIERS),
    "rule": shapes.text,
    "reasons": shapes.texts,
    "offered": shapes.texts,
    "pace": shapes.whole,
    "locked": shapes.flag,
    "changing": _ANSWERS,
    "said": shapes.lines,
    "topic": shapes.text,
    "beyond": shapes.whole,
    "guessed": shapes.flag,
    "comforts": shapes.whole,
    "scripted": shapes.flag,
    "brief": shapes.flag,
    "routine": routine,
    "spot": shapes.record(Spot, place=shapes.one_of(*PLACES), there=shapes.flag),
    "hurt": shapes.texts,
    "warned": shapes.flag,
    "sounding": shapes.flag,
    "began": shapes.one_of("new", "old", "unsure"),
    "spasm": shapes.record(
        Spasm,
        cause=shapes.text,
        severity=shapes.number,
        hours_ago=shapes.number,
        days_ago=shapes.number,
        weekday=shapes.whole,
        hour=shapes.whole,
        left=shapes.texts,
        amend=shapes.one_of("", "change", "delete"),
        entry=shapes.text,
    ),
    "alert": shapes.record(
        Alert,
        hour=shapes.whole,
        permitted=shapes.flag,
        minute=shapes.whole,
        day=shapes.one_of("", "today", "tomorrow", "daily"),
        minutes=shapes.whole,
        change=shapes.text,
        what=shapes.text,
        then=shapes.flag,
    ),
    "way_back": shapes.record(
        WayBack, asking=shapes.text, question=shapes.line, floor=shapes.one_of(*TIERS)
    ),
    "crisis": shapes.record(Crisis, asking=shapes.text, question=shapes.line, said=shapes.texts),
}
"""What each field looks like in the attributes."""
