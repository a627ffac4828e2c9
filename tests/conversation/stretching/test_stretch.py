"""A routine by voice: the gate, the place, next, pause, easier, pain, and what may never happen."""

from dataclasses import replace
from typing import Final

import pytest

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.clinical.stretching import NEVER_WITH, permission
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.table import advance
from tests.conversation.speaking import spoken

CLEARED: Final[dict[str, Answer]] = dict.fromkeys(FINDINGS, "no")
OVER = 500.0


def walk(session, *turns):
    """The texts said, turn by turn; a bare word is a meaning heard after all was said."""
    texts = []
    for turn in turns:
        heard = turn if isinstance(turn, Heard) else Heard(turn, elapsed=OVER)
        session, reply = advance(session, heard)
        texts.append(spoken(session, reply).text)
    return session, texts


def started(place="bed", **more):
    """In the first stretch of the whole routine, answered a moment ago."""
    session = Session(answers=CLEARED, tier="SELF_CARE")
    wish = Heard("start_stretch", details={"place": place}, **more)
    session, texts = walk(session, wish, "yes")
    assert session.routine.state == "playing", texts
    return session


def now(session):
    assert session.routine is not None
    return session.routine


def playing(session):
    return session.routine is not None and session.routine.state == "playing"


def test_the_gate_comes_before_the_first_stretch_and_the_stop_rules_before_the_routine():
    session, texts = walk(Session(), "open", "start_stretch", "no", "no", "no")
    assert "numbness between the legs" in texts[1]
    assert "Stop at once" in texts[-1] and "down a leg" in texts[-1]
    assert not playing(session)
    assert session.asking == "stretch:place"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ((Heard("report", details={"place": "floor"}),), "floor"),
        ((Heard("unclear", details={"place": "bed"}),), "bed"),
        (("next",), "chair"),
        (("yes",), "chair"),
        (("unsure",), "chair"),
        (("no", "yes"), "bed"),
        (("no", "no"), "floor"),
        (("no", "repeat", "yes"), "bed"),
        (("no", "unsure"), "chair"),
        (("unclear", "unclear"), "chair"),
        (("easier",), "chair"),
    ],
)
def test_where_it_is_done_is_asked_and_never_the_floor_unasked(said, place):
    session = Session(answers=CLEARED, tier="SELF_CARE")
    session, _ = walk(session, "start_stretch", *said)
    assert playing(session)
    assert now(session).place == place


def test_the_whole_routine_runs_on_next_and_ends_kindly():
    session, texts = walk(started(), "next", "next", "next")
    assert "cat-cow" in texts[0] and "child's pose" in texts[1]
    assert "Well done" in texts[-1] and "see a doctor" in texts[-1]
    assert session.asking is None and not session.routine


def test_one_stretch_by_name_is_only_that_one():
    session = started(stretch="pelvic_tilt")
    session, _ = walk(session, "yes")
    assert session.asking == "menu"


def test_a_chair_routine_needs_no_question_where():
    session, texts = walk(
        Session(answers=CLEARED, tier="SELF_CARE"), Heard("start_stretch", stretch="chair"), "yes"
    )
    assert now(session).place == "chair"
    assert "In the chair" in texts[-1]


def test_a_pause_keeps_the_place_and_yes_goes_on_from_there():
    session, texts = walk(started(), Heard("pause", elapsed=50.0))
    assert "keep your place" in texts[0]
    place = now(session).beat
    assert place > 5
    session, texts = walk(session, "yes")
    assert texts[0].startswith("Going on.")
    assert now(session).beat == place


def test_a_pause_in_a_hold_leads_back_into_the_pose():
    session = started()
    cues = routine.part(now(session), 0)
    holding = next(i for i, cue in enumerate(cues) if cue.beat.n == 3)
    second = session.routine.lead + sum(c.beat.length for c in cues[:holding]) + 0.5
    session, _ = walk(session, Heard("pause", elapsed=second))
    _, texts = walk(session, "resume")
    assert texts[0].startswith("Going on. Right knee in again. 2, 3, 4, 5,")


@pytest.mark.parametrize("meaning", ["slower", "faster"])
def test_a_new_pace_goes_on_from_the_same_second_and_stays(meaning):
    session = started()
    reached = routine.reached(now(session), 0, 40.0)
    session, _ = walk(session, Heard(meaning, elapsed=40.0))
    assert now(session).beat == reached.beat
    pace = session.pace
    assert pace == (-1 if meaning == "slower" else 1)
    session, _ = walk(session, "next")
    assert session.pace == pace


def test_how_long_answers_and_goes_on():
    session, texts = walk(started(), Heard("how_long", elapsed=30.0))
    assert "seconds more in this one. Then 2 more. Going on." in texts[0]
    assert playing(session)


def test_repeat_teaches_again_and_back_goes_to_the_one_before():
    session, texts = walk(started(), "next", "repeat")
    assert "Once more, from the start. Next, cat-cow." in texts[-1]
    session, texts = walk(session, "back")
    assert "Back one. First, knee to chest." in texts[-1]
    assert "hip replacement" not in texts[-1], "known by now: the short cue is enough"


def test_easier_leads_from_the_floor_to_the_chair_and_stays_there():
    session, _ = walk(started("floor"), Heard("easier", elapsed=20.0))
    assert now(session).place == "bed"
    session, _ = walk(session, Heard("easier", elapsed=20.0))
    assert now(session).place == "chair"
    session, texts = walk(session, Heard("easier", elapsed=20.0))
    assert "gentlest" in texts[0]
    session, texts = walk(session, "next")
    assert "Rest your hands on your knees" in texts[0] or now(session).place == "chair"


def test_keep_going_runs_on_without_asking_and_says_how_to_stop():
    session, texts = walk(started(), "resume")
    assert "Alexa, stop" in texts[0]
    assert now(session).by_itself
    session, texts = walk(session, "yes")
    assert "keep going" not in texts[0]


def test_from_the_floor_the_end_tells_how_to_get_up():
    _, texts = walk(started("floor"), "no")
    assert "roll to your side" in texts[0]


def test_pain_stops_at_once_and_asks_about_the_legs_again():
    session, texts = walk(started(), Heard("too_painful", elapsed=20.0))
    assert texts[0].startswith("Stop.")
    assert "get seen" in texts[0]
    assert session.asking == "sign:weakness"
    assert not session.routine
    session, texts = walk(session, "yes")
    assert session.tier == "URGENT" and session.locked


def test_a_leg_sign_in_a_stretch_brings_the_new_verdict_and_no_more_stretches():
    for finding in ("weakness", "numbness_tingling", "radiating"):
        said = Heard("report", {finding: "yes"}, elapsed=30.0)
        session, texts = walk(started(), said)
        assert session.tier in ("SOON", "URGENT")
        assert not (session.asking or "").startswith("stretch")
        _, texts = walk(session, "start_stretch")
        assert "No stretches" in texts[0]


def test_an_answer_asked_for_in_the_middle_leads_back_to_the_same_place():
    session, texts = walk(started(), Heard("causes", elapsed=45.0))
    assert "lifting" in texts[0] and texts[0].endswith("Ready to go on?")
    place = now(session).beat
    session, texts = walk(session, "yes")
    assert now(session).beat == place > 0


def test_an_aside_elsewhere_never_skips_a_part():
    """Its answer restarts the clock: the stretch goes on from where its own answer began."""
    session, _ = walk(started(), Heard("pause", elapsed=45.0), "yes")
    begun = now(session).beat
    session, _ = walk(session, Heard("crisis", elapsed=30.0), Heard("resume", elapsed=90.0))
    assert now(session).beat == begun


@pytest.mark.parametrize("meaning", ["help", "explain", "out_of_scope", "unclear", "report"])
def test_nothing_said_in_the_middle_loses_the_place(meaning):
    session, _ = walk(started(), Heard(meaning, elapsed=45.0))
    place = now(session).beat
    assert place > 0
    session, _ = walk(session, "yes")
    assert now(session).beat == place


def test_the_session_stays_small_in_a_stretch():
    session = started()
    assert len(str(session.to_attributes()["routine"])) < 400
    assert len(session.said) == 1


def test_somebody_elses_stretches_say_whom_they_speak_to():
    session = Session(answers=CLEARED, tier="SELF_CARE", subject="someone")
    _, texts = walk(session, "start_stretch")
    assert "the person who stretches" in texts[0]


@pytest.mark.parametrize("finding", NEVER_WITH)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_refusal_gives_its_reason_and_asks_nothing_about_stretches(finding, answer):
    session = Session(answers={**CLEARED, finding: answer}, tier="SOON")
    session, texts = walk(session, "start_stretch")
    assert "No stretches" in texts[0]
    assert not (session.asking or "").startswith(("stretch", "offer:stretch"))


@pytest.mark.parametrize("meaning", MEANINGS)
def test_no_meaning_plays_a_stretch_where_the_rule_forbids_it(meaning):
    """Even in a session whose state says that one is running."""
    cases = [{"locked": True, "tier": "URGENT"}]
    cases += [{"answers": {**CLEARED, finding: "yes"}} for finding in NEVER_WITH]
    cases += [{"answers": {}}]
    for case in cases:
        running = replace(started(), **{"answers": CLEARED, **case})
        session, reply = advance(running, Heard(meaning, elapsed=OVER))
        assert not any(line.name.startswith("stretch/count") for line in reply.lines), case
        assert permission(session.answers) != "yes" or session.locked or not playing(session)
