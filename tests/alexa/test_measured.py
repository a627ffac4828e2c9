"""The line in the log that tells how long somebody waited."""

import pytest

from tests.alexa.conftest import Edge


def test_the_time_of_a_turn_is_told_in_milliseconds(edge: Edge, monkeypatch: pytest.MonkeyPatch):
    clock = iter((10.0, 10.25))
    monkeypatch.setattr("spasm_guide.alexa.turn.perf_counter", lambda: next(clock))
    edge.open()
    assert [record["ms"] for record in edge.logged if record["event"] == "turn"] == [250.0]
