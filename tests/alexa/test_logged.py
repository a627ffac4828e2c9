"""Who runs the skill finds every failure by its event, and no word of the person in it."""

import pytest

from spasm_guide.alexa.guard import guard
from spasm_guide.alexa.incoming import name


def failing(*_):
    raise OSError("a secret")


def test_a_failure_that_cannot_even_be_apologised_for_is_logged_as_a_fault_twice():
    logged = []
    event = {"request": {"type": "LaunchRequest", "locale": "en-US"}}
    answer = guard(failing, failing, logged.append)(event, None)
    assert answer["response"] == {"shouldEndSession": True}
    assert [record["event"] for record in logged] == ["fault", "fault"]
    assert all("secret" not in str(record) for record in logged)


def test_what_is_refused_is_logged_with_the_reason():
    logged = []
    answer = guard(failing, lambda locale: {"said": locale}, logged.append, skill_id="ours")
    for event in ({}, {"request": {"type": "LaunchRequest"}}):
        answer(event, None)
    assert [(record["event"], record["why"]) for record in logged] == [
        ("refused", "malformed"),
        ("refused", "skill_id"),
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "LaunchRequest",
        "System.ExceptionEncountered",
        "INVALID_RESPONSE",
        "Alexa.Presentation.APL.X",
    ],
)
def test_a_kind_that_alexa_names_is_logged_as_it_is(kind):
    assert name(kind) == kind


@pytest.mark.parametrize(
    "kind", ["amzn1.ask.account.AEF", "AEF2XK77", "my left leg", "intent", "...", "", "A" * 80]
)
def test_what_could_be_an_id_or_words_is_not_logged_as_a_kind(kind):
    assert name(kind) == "?"
