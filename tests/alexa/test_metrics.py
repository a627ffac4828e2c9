"""What CloudWatch counts, from the lines that are logged anyway."""

import pytest

from spasm_guide.alexa.metrics import measured

TURN = {
    "event": "turn",
    "request": "IntentRequest",
    "locale": "en-US",
    "screen": False,
    "question": "sign",
    "net": "carrier",
    "unclear": False,
    "verdict": None,
    "foreign": False,
    "listening": True,
    "ms": 1.25,
}


@pytest.fixture
def line(monkeypatch):
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "the-function")

    def line(record):
        written = []
        measured(written.append, clock=lambda: 1_800_000_000.5)(record)
        (only,) = written
        return only

    return line


def counted(line):
    """Name to value, as CloudWatch reads the line, of the function as a whole."""
    directive, *_ = line["_aws"]["CloudWatchMetrics"]
    assert directive["Namespace"] == "SpasmGuide"
    assert directive["Dimensions"] == [["Function"]]
    assert line["Function"] == "the-function"
    return {metric["Name"]: line[metric["Name"]] for metric in directive["Metrics"]}


def by(line, field):
    """Value of the field, and the names counted by it."""
    for directive in line["_aws"]["CloudWatchMetrics"]:
        if directive["Dimensions"] == [["Function", field]]:
            return line[field], {metric["Name"] for metric in directive["Metrics"]}
    return None


def test_a_turn_is_counted_and_timed(line):
    written = line(TURN)
    assert counted(written) == {"Turns": 1, "Unclear": 0, "Latency": 1.25}
    assert written["_aws"]["Timestamp"] == 1_800_000_000_500
    units = {m["Name"]: m["Unit"] for m in written["_aws"]["CloudWatchMetrics"][0]["Metrics"]}
    assert units["Latency"] == "Milliseconds"


def test_what_was_not_understood_is_counted(line):
    assert counted(line({**TURN, "unclear": True}))["Unclear"] == 1


def test_a_verdict_is_counted_by_its_tier_and_by_nothing_else(line):
    written = line({**TURN, "verdict": "EMERGENCY"})
    assert counted(written)["Verdict.EMERGENCY"] == 1
    assert set(written) - set(TURN) == {
        *("_aws", "Function", "Turns", "Unclear", "Latency", "Verdict.EMERGENCY")
    }


def test_what_is_not_understood_is_told_apart_by_kind_of_question_and_by_net(line):
    written = line(TURN)
    assert by(written, "question") == ("sign", {"Turns", "Unclear"})
    assert by(written, "net") == ("carrier", {"Turns"})
    assert by(line({**TURN, "net": None}), "net") is None


def test_errors_are_told_apart_and_a_rejected_answer_is_a_fault(line):
    rejected = line({"event": "rejected", "request": "x", "reason": "", "error": "RENDER_ERROR"})
    assert counted(rejected) == {"Faults": 1, "Rejected": 1}
    assert by(rejected, "error") == ("RENDER_ERROR", {"Rejected"})
    failed = {"event": "task", "task": "note", "status": "unavailable", "error": "TooLate"}
    assert counted(line({**failed, "expected": True})) == {"TasksFailed": 1}
    assert counted(line({**failed, "expected": False})) == {"TasksFailed": 1, "Faults": 1}


def test_a_start_is_counted_and_timed(line):
    assert counted(line({"event": "start", "ms": 41.5})) == {"Starts": 1, "StartTime": 41.5}


def test_faults_and_refusals_are_counted(line):
    assert counted(line({"event": "fault", "request": "LaunchRequest"})) == {"Faults": 1}
    assert counted(line({"event": "refused", "why": "malformed"})) == {"Refused": 1}


def test_any_other_line_stays_as_it_is(line):
    record = {"event": "task", "task": "timer", "status": "done"}
    assert line(record) == record
