import pytest

from spasm_guide.clinical.findings import Answer
from spasm_guide.conversation import table
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from tests.conversation.acting import advance
from tests.conversation.speaking import spoken

SAFE: dict[str, Answer] = {
    **dict.fromkeys(("cauda_equina", "chest_or_abdominal", "sudden_unprovoked"), "no"),
    **dict.fromkeys(("after_injury", "radiating", "weakness", "numbness_tingling"), "no"),
    **dict.fromkeys(("pregnancy", "under_18", "over_75", "osteoporosis_or_steroids"), "no"),
    **dict.fromkeys(("blood_thinners", "recent_spine_procedure"), "no"),
}
CHECKED = Session(answers=SAFE, tier="SELF_CARE", goal="check")


def stretching(index=1):
    session, _ = advance(CHECKED, Heard("start_stretch"))
    session, _ = advance(session, Heard("report", details={"place": "bed"}))
    for _ in range(index):
        session, _ = advance(session, Heard("next"))
    return session


@pytest.mark.parametrize("meaning", ["pause", "stop"])
def test_the_place_is_kept_with_a_pause_and_a_stop(meaning):
    session = stretching()
    _, reply = table.advance(session, Heard(meaning, elapsed=8.0))
    assert reply.task.name == "keep_bookmark"
    assert reply.task.silent == (meaning == "stop"), "with a stop the answer is complete"
    assert reply.lines
    now = routine.of(reply.task.data["bookmark"]["routine"])
    assert now.index == 1
    assert now.place == "bed"


@pytest.mark.parametrize("status", ["done", "ask", "off", "unavailable"])
def test_that_the_place_is_kept_is_said_only_where_it_is(status):
    outcomes = {"keep_bookmark": {"status": status}}
    session, reply = advance(stretching(), Heard("pause", elapsed=8.0), outcomes)
    said = spoken(session, reply).text
    assert ("keep your place" in said) == (status == "done")
    assert said.endswith("Ready to go on?")


def kept():
    _, reply = table.advance(stretching(), Heard("pause", elapsed=8.0))
    return {"status": "done", "bookmark": {**reply.task.data["bookmark"], "pace": -1}}


def test_nothing_is_read_before_somebody_asks_to_go_on():
    _, reply = table.advance(Session(), Heard("open"))
    assert reply.task is None
    _, reply = table.advance(Session(), Heard("resume"))
    assert reply.task.name == "read_bookmark"


def test_the_next_visit_goes_on_from_there_after_the_gate():
    session, _ = advance(Session(), Heard("resume"), {"read_bookmark": kept()})
    assert session.asking == "screen:life"
    while session.asking.startswith("screen"):
        session, reply = advance(session, Heard("no"))
    now = session.routine
    assert (now.index, now.place, session.pace) == (1, "bed", -1)
    assert now.state == "playing"
    assert [line.name for line in reply.lines[:3]] == [
        "stretch/stretch:so_far",
        "stretch/stretch:rules",
        "stretch/stretch:bed",
    ]


def test_a_sign_told_at_the_gate_still_closes_it():
    session, _ = advance(Session(), Heard("resume"), {"read_bookmark": kept()})
    session, _ = advance(session, Heard("no"))
    session, _ = advance(session, Heard("report", {"weakness": "yes"}))
    assert not (session.asking or "").startswith("stretch")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"status": "done", "bookmark": None}, "No place is kept"),
        ({"status": "done", "bookmark": {"routine": {"names": ["no_such"]}}}, "No place is kept"),
        ({"status": "done", "bookmark": ["nonsense"]}, "No place is kept"),
        ({"status": "off"}, "I keep nothing"),
        ({"status": "unavailable"}, "can't reach"),
    ],
)
def test_without_a_place_it_begins_at_the_start(outcome, said):
    session, reply = advance(Session(), Heard("resume"), {"read_bookmark": outcome})
    assert said in spoken(session, reply).text
    assert session.asking == "screen:life"
    assert not session.routine


def test_whether_to_remember_is_asked_when_somebody_wants_to_go_on():
    session, _ = advance(Session(), Heard("resume"), {"read_bookmark": {"status": "ask"}})
    assert session.asking == "consent:bookmark"
    later, reply = table.advance(session, Heard("yes"))
    assert reply.task.data == {"what": "bookmark"}
    later, _ = advance(session, Heard("yes"), {"agree": {"status": "done"}})
    assert later.asking == "screen:life"
    later, _ = advance(session, Heard("no"))
    assert later.asking == "screen:life"
