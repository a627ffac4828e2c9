"""The age: asked as a number, kept as a band; refused, only the band is asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.clinical.rule import triage
from spasm_guide.content.questions import question
from spasm_guide.conversation.checking.check import proceed
from spasm_guide.conversation.checking.told import note
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import Handler, Handlers, Step, ask, briefly, go, prompt

AGE: Final = "screen:age"
BAND: Final = "screen:age_band"
CONFIRM: Final = "confirm:age"
BANDS: Final = {"under_18": range(18), "over_55": range(55, 130), "over_75": range(75, 130)}
TWICE: Final = (AGE, BAND)
"""Unanswered twice is enough."""
TEENS: Final = range(13, 20)
TENS: Final = range(30, 100, 10)
NEVER_PREGNANT: Final = range(12)


def bands(age: int) -> dict[str, Answer]:
    return {name: "yes" if age in years else "no" for name, years in BANDS.items()}


def number(heard: Heard) -> int | None:
    age = heard.details.get("age")
    return age if isinstance(age, int) and not isinstance(age, bool) else None


def asked_back(session: Session, heard: Heard) -> int | None:
    """The number, where it sounds like another that would change the tier or what is asked."""
    age = number(heard)
    if session.asking not in TWICE or age is None:
        return None
    if age in TEENS:
        other = 10 * (age - 10)
    elif age in TENS:
        other = age // 10 + 10
    else:
        return None
    one, two = bands(age), bands(other)
    tiers = {triage({**session.answers, **each}).tier for each in (one, two)}
    return age if len(tiers) > 1 or one["over_55"] != two["over_55"] else None


def on_report(session: Session, heard: Heard) -> Step:
    age = asked_back(session, heard)
    if age is not None:
        session = replace(session, changing=bands(age), unclear=0)
        session, reply = ask(session, CONFIRM, question=prompt(CONFIRM, age=age))
        return replace(session, said=(prompt(AGE),)), reply
    if set(BANDS) & set(heard.answers):
        return proceed(_whole(session))
    return go(session, "aside", heard=heard)


def _whole(session: Session) -> Session:
    """A child is in no other band."""
    child = session.answers.get("under_18") == "yes"
    return note(session, {"over_55": "no", "over_75": "no"}) if child else session


def on_refused(session: Session, heard: Heard) -> Step:
    return ask(replace(session, unclear=0), BAND)


def on_yes(session: Session, heard: Heard) -> Step:
    return _once_more(session, heard, AGE, "clarify", on_refused)


def _once_more(session: Session, heard: Heard, name: str, words: str, then: Handler) -> Step:
    """No answer yet: asked in other words, once."""
    if set(BANDS) & set(heard.answers):
        return on_report(session, heard)
    session = replace(session, unclear=session.unclear + 1)
    if session.unclear > 1:
        return then(session, heard)
    return ask(session, name, question=prompt(name, words))


def on_neither(session: Session, heard: Heard) -> Step:
    return proceed(note(session, dict.fromkeys(BANDS, "no")))


def on_either(session: Session, heard: Heard) -> Step:
    return _once_more(session, heard, BAND, "which", on_untold)


def on_untold(session: Session, heard: Heard) -> Step:
    """No more is asked: what an older back needs is taken care of, a child's is not known."""
    return proceed(note(session, {"over_55": "unsure"}))


def on_right(session: Session, heard: Heard) -> Step:
    session, answers = replace(session, changing={}), session.changing
    return proceed(note(session, answers))


def on_wrong(session: Session, heard: Heard) -> Step:
    """Asked once more; misheard again, only the band."""
    if set(BANDS) & set(heard.answers):
        return on_number(session, heard)
    session = replace(session, changing={}, unclear=0)
    if session.unsure == AGE:
        return ask(session, BAND)
    return ask(replace(session, unsure=AGE), AGE)


def on_number(session: Session, heard: Heard) -> Step:
    if set(BANDS) & set(heard.answers):
        return proceed(_whole(replace(session, changing={})))
    return go(asked_anew(session), "aside", heard=heard)


def asked_anew(session: Session) -> Session:
    """The number is not kept: after anything but an answer to it, the age is open again."""
    return replace(session, asking=AGE, said=(prompt(AGE),), changing={})


def on_not_sure(session: Session, heard: Heard) -> Step:
    return ask(replace(session, changing={}, unclear=0), BAND)


def on_explain(session: Session, heard: Heard) -> Step:
    q = question(session.asking)
    return briefly(session, prompt(q.name if q else AGE, "why"))


STATES: Final[Mapping[str, Handlers]] = {
    AGE: {
        "report": on_report,
        "no": on_refused,
        "unsure": on_refused,
        "yes": on_yes,
        "explain": on_explain,
    },
    BAND: {
        "report": on_report,
        "no": on_neither,
        "unsure": on_untold,
        "yes": on_either,
        "explain": on_explain,
    },
    CONFIRM: {
        "yes": on_right,
        "no": on_wrong,
        "unsure": on_not_sure,
        "report": on_number,
    },
}
