"""How long a check takes where nothing is wrong: all that is spoken, up to the verdict."""

from statistics import median

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance
from tests.conversation.speaking import LOCALES, spoken

MOST_SECONDS = 100.0
AGES = (22, 35, 44, 53, 62, 71, 84)
"""One of each decade."""


def bands(age):
    told = {"under_18": age < 18, "over_55": age >= 55, "over_75": age >= 75}
    return {finding: "yes" if true else "no" for finding, true in told.items()}


def whole_check(age, locale, subject="self"):
    """The seconds, and the names of the questions."""
    session, reply = advance(Session(subject=subject), Heard("start_check"))
    seconds, asked = spoken(session, reply, locale).seconds, []
    while not session.tier:
        asked.append(session.asking)
        at = Heard("report", bands(age), details={"age": age})
        session, reply = advance(session, at if session.asking == "screen:age" else Heard("no"))
        seconds += spoken(session, reply, locale).seconds
    assert session.tier == "SELF_CARE"
    return seconds, asked


def test_a_check_with_nothing_wrong_is_over_in_a_hundred_seconds_of_speech():
    for subject in ("self", "someone"):
        lengths = [whole_check(age, locale, subject)[0] for age in AGES for locale in LOCALES]
        assert median(lengths) <= MOST_SECONDS


def test_no_safety_question_is_left_out_for_that():
    _, asked = whole_check(84, "en-US")
    for name in ("life", "nerves", "start", "fever", "limbs", "health", "age", "effort"):
        assert f"screen:{name}" in asked
    for name in ("medicines", "sudden", "recent", "pain", "pattern"):
        assert f"screen:{name}" in asked
