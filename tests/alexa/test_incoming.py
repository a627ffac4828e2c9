"""What is taken from a request before anything else is known of it."""

import pytest

from spasm_guide.alexa.incoming import MOST_KEPT, kept


def session(words):
    return {"session": {"attributes": {"words": words}}}


@pytest.mark.parametrize(("letter", "size"), [("a", 1), ("é", 2)])
def test_what_was_remembered_is_kept_to_its_last_byte(letter, size):
    frame = len('{"words": ""}')
    most = (MOST_KEPT - 1 - frame) // size
    event = session(letter * most)
    assert kept(event) == event["session"]["attributes"]
    assert kept(session(letter * (most + 1))) is None
