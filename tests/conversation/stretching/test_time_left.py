"""How long it still takes is told to the next five seconds."""

from dataclasses import replace

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.stretching import routine
from tests.conversation.acting import advance
from tests.conversation.stretching.test_stretch import started


@pytest.mark.parametrize("beat", [1, 4])
def test_the_seconds_told_are_those_that_are_left(beat):
    session = started()
    now = replace(session.routine, state="held", beat=beat)
    left = sum(each.length for each in routine.beats(now, now.index, 0)[beat:])
    _, reply = advance(replace(session, routine=now), Heard("how_long"))
    told = [line.data["seconds"] for line in reply.lines if line.name.endswith(":left_here")]
    assert len(told) == 1
    assert told[0] % 5 == 0 and abs(told[0] - left) <= 5
