"""The secret of the keys, through the real client: read once, and nothing else taken for it."""

import pytest

from spasm_guide.bootstrap import table
from spasm_guide.storage import secret
from spasm_guide.storage.store import Unavailable
from tests.services.conftest import serving  # noqa: F401
from tests.storage.conftest import HERE

PEPPER = "f" * 64
MISSING = {"__type": "ResourceNotFoundException", "message": "no such secret"}


def asked(endpoint):
    return secret.read("arn", lambda: secret.connect(endpoint_url=endpoint, **HERE))


def test_it_is_what_the_secrets_manager_holds(serving):  # noqa: F811
    assert asked(serving(200, {"Name": "n", "SecretString": PEPPER})) == PEPPER


@pytest.mark.parametrize("held", ["", "short", None])
def test_an_empty_or_a_short_secret_is_none(serving, held):  # noqa: F811
    with pytest.raises(Unavailable):
        asked(serving(200, {"Name": "n", "SecretString": held}))


@pytest.mark.parametrize(
    ("status", "body", "wait"), [(400, MISSING, 0), (500, b"<", 0), (200, {}, 2)]
)
def test_without_it_nothing_is_stored(serving, status, body, wait):  # noqa: F811
    with pytest.raises(Unavailable):
        asked(serving(status, body, wait))


def test_it_is_asked_for_when_first_needed_until_it_is_had_and_then_never_again(monkeypatch):
    answers = [Unavailable(), PEPPER]
    asked = []

    def read(name):
        asked.append(name)
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(secret, "read", read)
    diary = table("the-table", "the-secret")
    assert asked == []
    with pytest.raises(Unavailable):
        diary()
    assert [diary()[1], diary()[1]] == [PEPPER, PEPPER]
    assert asked == ["the-secret", "the-secret"]


def test_without_a_table_or_a_secret_there_is_no_diary():
    assert table("the-table", "") is table(None, "the-secret") is None
