"""Who runs the skill finds every failure by its event, and no word of the person in it."""

from spasm_guide.alexa.guard import guard


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
