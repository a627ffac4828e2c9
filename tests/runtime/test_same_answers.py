"""The shipped copies of the SDK and Jinja are trimmed; nobody may hear a difference."""

from build_tools.conversations import all_requests
from spasm_guide.alexa.request import SPOKEN_AT
from tests.runtime.requests import every_type
from tests.runtime.running import answers


def test_the_trimmed_artifact_answers_every_request_to_the_byte_as_the_plain_one(artifact, plain):
    conversations = [*all_requests(), *every_type()]
    lean, _ = answers(artifact, conversations)
    as_it_came, _ = answers(plain, conversations)
    assert len(lean) == sum(map(len, conversations))
    for mine, theirs in zip(lean, as_it_came, strict=True):
        assert mine == theirs


def without_time(found):
    """A date that cannot be read is that of our own clock."""
    return [
        {**each, "sessionAttributes": {**each["sessionAttributes"], SPOKEN_AT: 0}} for each in found
    ]


def test_a_date_that_is_none_is_answered_all_the_same(artifact, plain):
    (request, *_), *_ = all_requests()
    broken = [
        [{**request, "request": {**request["request"], "timestamp": stamp}}]
        for stamp in ("yesterday", "", "2026-13-01T00:00:00Z", "2026-01-01T00:00:00Z")
    ]
    assert without_time(answers(artifact, broken)[0]) == without_time(answers(plain, broken)[0])
