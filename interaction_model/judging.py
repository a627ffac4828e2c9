"""When a reading of a phrase counts as right, and when a warning sign was lost."""

from typing import Final

from interaction_model.phrases import NOTHING, PARTLY, Expectation, Phrase
from spasm_guide.clinical.findings import ANSWERS
from spasm_guide.conversation.heard import Heard

_BARE: Final = ("yes", "no", "unsure")
_MILD: Final = {*("persistent", "everyday_trigger", "morning_stiffness", "interferes_daily_life")}
"""May be heard beside a command without changing what is done."""


def right(phrase: Phrase, state: str, heard: Heard) -> bool:
    return any(_matches(expected, state, heard) for expected in phrase.expected)


def wanted(expected: Expectation, state: str) -> dict[str, str] | None:
    """The findings that the words must set; None for words that are no answer."""
    if expected.meaning == "report":
        return {name: answer for name, answer in expected.answers.items() if answer in ANSWERS}
    if expected.meaning in _BARE and state.startswith("sign:"):
        return {state[5:]: expected.meaning}
    return None


def fate(phrase: Phrase, state: str, heard: Heard) -> str | None:
    """What became of a warning sign said with yes: `caught`, `missed` or `denied`.

    None where no sign was said, or where another reading without one is as right.
    """
    fates = [_fate(expected, state, heard) for expected in phrase.expected]
    if None in fates:
        return None
    return next((f for f in ("caught", "missed") if f in fates), "denied")


def _fate(expected: Expectation, state: str, heard: Heard) -> str | None:
    yes = [k for k, v in (wanted(expected, state) or {}).items() if v == "yes"]
    plain = expected.meaning == "yes" and state.startswith("screen:")
    if not yes and not plain:
        return None
    values = list(heard.answers.values())
    if any(heard.answers.get(name) == "no" for name in yes):
        return "denied"
    if (heard.meaning == "no" and "yes" not in values) or (plain and set(values) == {"no"}):
        return "denied"
    if plain:
        return "caught" if heard.meaning == "yes" or "yes" in values else "missed"
    return "caught" if all(heard.answers.get(name) == "yes" for name in yes) else "missed"


def _matches(expected: Expectation, state: str, heard: Heard) -> bool:
    answers = heard.answers
    heard_yes = {k for k, v in answers.items() if v == "yes"}
    allowed = set(expected.optional or ())
    if expected.meaning == NOTHING:
        return not heard_yes - allowed
    if expected.meaning == PARTLY:
        return heard.meaning not in ("yes", "no") and not heard_yes
    want = wanted(expected, state)
    if want is not None:
        return _answered(expected, want, state, heard, heard_yes - allowed)
    if expected.meaning in _BARE:
        return _agreed(expected.meaning, state, heard)
    if expected.meaning in ("unclear", "out_of_scope"):
        return heard.meaning in ("unclear", "out_of_scope") and not answers
    return (
        heard.meaning == expected.meaning
        and all(v == "yes" and k in _MILD for k, v in answers.items())
        and expected.sign in (None, heard.sign)
        and expected.stretch in (None, heard.stretch)
        and expected.topic in (None, heard.topic)
    )


def _answered(
    expected: Expectation, want: dict[str, str], state: str, heard: Heard, extra: set[str]
) -> bool:
    if heard.meaning not in ("report", "correct", *_BARE):
        return False
    for name, value in want.items():
        got = heard.answers.get(name)
        # In a statement with `optional` findings a denial need only not be taken for a yes.
        if got != value and (expected.optional is None or value == "yes" or got == "yes"):
            return False
    extra -= set(want)
    if want.get("cauda_equina") == "yes":
        extra -= {"weakness", "numbness_tingling", "radiating"}
    if want.get("after_injury") == "yes":
        extra -= {"serious_accident"}
    return not extra - {state.removeprefix("sign:")}


def _agreed(meaning: str, state: str, heard: Heard) -> bool:
    if heard.meaning == meaning:
        return True
    values = set(heard.answers.values())
    return state.startswith("screen:") and (
        values == {meaning} or (meaning == "yes" and "yes" in values)
    )
