"""A wish for relief is kept through the questions that come first."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from tests.conversation.acting import advance


@pytest.mark.parametrize("before", [None, "menu", "screen:life"])
def test_comfort_comes_at_once_and_the_wish_is_kept(before):
    goal = "check" if before == "screen:life" else None
    session, reply = advance(Session(asking=before, goal=goal), Heard("relief"))
    assert session.wish == "relief"
    assert reply.lines[0].name == "relief/comfort:say"
    assert reply.listening
