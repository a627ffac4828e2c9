"""A routine by voice: the gate, the place, next, pause, easier, pain, and what may never happen."""

from dataclasses import replace
from typing import Final

import pytest

from spasm_guide.clinical.findings import FINDINGS, Answer
from spasm_guide.clinical.stretching import NEVER_WITH, permission
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.turn import line
from spasm_guide.speech.words import words
from tests.conversation.acting import advance
from tests.conversation.speaking import renderer, spoken

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
    session, texts = walk(session, wish)
    assert session.routine.state == "playing", texts
    return session


def now(session):
    assert session.routine is not None
    return session.routine


def playing(session):
    return session.routine is not None and session.routine.state == "playing"


def test_the_gate_comes_before_the_first_stretch_and_the_stop_rules_before_the_routine():
    session, texts = walk(Session(), "open", "start_stretch", "no", "no", "no", "no")
    assert "chest pain" in texts[1]
    assert not playing(session)
    assert session.asking == "stretch:place"
    session, texts = walk(session, "yes")
    assert "Stop for sharp or worse pain, leg pain" in texts[0]
    assert texts[0].index("Stop for") < texts[0].index("Sit tall")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ((Heard("report", details={"place": "floor"}),), "floor"),
        ((Heard("unclear", details={"place": "bed"}),), "bed"),
        ((Heard("no", details={"place": "floor"}),), "floor"),
        (("next",), "chair"),
        (("yes",), "chair"),
        (("unsure",), "chair"),
        (("repeat", "yes"), "chair"),
        (("unclear", "unclear"), "chair"),
        (("easier",), "chair"),
    ],
)
def test_where_it_is_done_is_asked_once_and_never_the_floor_unasked(said, place):
    session = Session(answers=CLEARED, tier="SELF_CARE")
    session, _ = walk(session, "start_stretch", *said)
    assert playing(session)
    assert now(session).place == place


def test_no_place_is_no_stretch():
    session, _ = walk(Session(answers=CLEARED, tier="SELF_CARE"), "start_stretch", "no")
    assert session.asking is None


@pytest.mark.parametrize("answers", [{"over_75": "yes"}, {"over_75": "unsure"}, {}])
def test_the_floor_is_only_for_somebody_known_to_be_under_75(answers):
    known = {f: a for f, a in CLEARED.items() if f not in ("over_75", "over_55")}
    session = Session(answers={**known, **answers}, tier="SELF_CARE")
    session, texts = walk(session, Heard("start_stretch", details={"place": "floor"}))
    assert "Not the floor" in texts[0] and texts[0].endswith("In bed, or in a chair?")
    session, texts = walk(session, Heard("report", details={"place": "bed"}))
    assert now(session).place == "bed"
    session, texts = walk(session, Heard("no", details={"place": "floor"}, elapsed=40.0))
    assert "Not the floor" in texts[0]
    assert now(session).place == "bed" and playing(session)


def test_whoever_lies_there_already_is_not_told_how_to_get_there():
    lying = Heard("start_stretch", details={"place": "floor", "there": True})
    _, texts = walk(Session(answers=CLEARED, tier="SELF_CARE"), lying)
    assert "go down" not in texts[0] and "Stop for" in texts[0]
    _, texts = walk(started(), Heard("no", details={"place": "floor"}, elapsed=30.0))
    assert texts[0].startswith("Hold a chair, and go down")


@pytest.mark.parametrize("meaning", ["no", "yes", "report", "correct", "start_stretch", "unclear"])
@pytest.mark.parametrize("place", ["floor", "chair"])
def test_a_place_named_in_the_middle_is_the_place_at_the_same_stretch(meaning, place):
    session, _ = walk(started(), "next")
    session, _ = walk(session, Heard(meaning, details={"place": place}, elapsed=30.0))
    assert (now(session).place, now(session).name, now(session).beat) == (place, "cat_cow", 0)
    assert playing(session)
    session, _ = walk(session, "next")
    assert now(session).place == place
    session, _ = walk(session, Heard("start_stretch", stretch="pelvic_tilt", elapsed=20.0))
    assert (now(session).place, playing(session)) == (place, True)


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
        Session(answers=CLEARED, tier="SELF_CARE"), Heard("start_stretch", stretch="chair")
    )
    assert now(session).place == "chair" and playing(session)
    assert "Into the chair" in texts[-1]


def test_a_pause_keeps_the_place_and_yes_goes_on_from_there():
    session, texts = walk(started(), Heard("pause", elapsed=50.0))
    assert texts[0] == "Let go, and rest. Ready to go on?"
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
    assert " more in this one. Then 2 more. Going on." in texts[0]
    assert playing(session)


def test_repeat_teaches_again_and_back_goes_to_the_one_before():
    session, texts = walk(started(), "next", "repeat")
    assert "Once more, from the start. Next, cat-cow." in texts[-1]
    session, texts = walk(session, "back")
    assert "Back one. Knee to chest." in texts[-1]
    assert "hip replacement" not in texts[-1], "known by now: the short cue is enough"


def test_easier_leads_from_the_floor_to_the_chair_and_stays_there():
    session, _ = walk(started("floor"), Heard("easier", elapsed=20.0))
    assert now(session).place == "bed"
    session, texts = walk(session, Heard("easier", elapsed=20.0))
    assert now(session).place == "chair"
    assert "A gentler way. Into the chair." in texts[0]
    session, texts = walk(session, Heard("easier", elapsed=20.0))
    assert "gentlest" in texts[0]
    session, texts = walk(session, "next")
    assert "Rest your hands on your knees" in texts[0] or now(session).place == "chair"


def test_keep_going_plays_whole_stretches_in_a_row_and_says_how_to_stop():
    _, texts = walk(started(), "resume")
    assert "Alexa, stop" in texts[0]
    assert "cat-cow" in texts[0] and "child's pose" in texts[0]
    assert texts[0].endswith("That was the last one. Anything else?")


def test_where_no_two_fit_keep_going_is_not_offered():
    ended = Heard("how_long", elapsed=OVER)
    first = started("floor")
    assert "keep going" in walk(first, ended)[1][0]
    over = replace(now(first), state="done")
    assert "keep going" not in walk(replace(first, pace=-2, routine=over), ended)[1][0]
    only_one_left, _ = walk(started(), "next")
    assert "keep going" not in walk(only_one_left, ended)[1][0]


def test_praise_goes_on():
    praise = Heard("report", details={"praise": True}, elapsed=OVER)
    session, _ = walk(started(), praise)
    assert now(session).index == 1 and playing(session)


def test_from_the_floor_the_end_tells_how_to_get_up():
    _, texts = walk(started("floor"), "no")
    assert "roll to your side" in texts[0]


def hurting(*more):
    return walk(started(), Heard("too_painful", elapsed=20.0), *more)


def test_pain_stops_at_once_and_where_is_asked_before_anything_else():
    session, texts = hurting()
    assert texts[0].startswith("Stop.")
    assert "get seen" in texts[0] and texts[0].endswith("or somewhere else?")
    assert session.asking == "stretch:hurt"
    assert not session.routine
    session, _ = walk(session, "report")
    assert session.asking == "sign:weakness"
    session, texts = walk(session, "yes")
    assert session.tier == "URGENT" and session.locked


def test_a_leg_or_the_chest_told_there_has_its_own_verdict():
    session, _ = hurting(Heard("report", {"radiating": "yes"}))
    assert session.tier == "SOON" or session.asking.startswith(("sign", "screen"))
    session, _ = hurting(Heard("report", {"chest_or_abdominal": "yes"}))
    assert session.tier == "EMERGENCY"


def test_what_eases_it_is_offered_instead_of_more_stretches():
    session, texts = hurting("report", "no", "no", "no")
    assert session.asking == "relief:when", texts


@pytest.mark.parametrize("wish", [{}, {"details": {"other": True}}, {"details": {"minutes": 10}}])
def test_a_stretch_that_hurt_is_out(wish):
    session, _ = hurting("report", "no", "no", "no", Heard("start_stretch", **wish))
    assert playing(session)
    assert "knee_to_chest" not in now(session).names
    assert now(session).place == "bed", "the place said last"


def test_asked_for_by_name_it_is_asked_about():
    session, texts = hurting(
        "report", "no", "no", "no", Heard("start_stretch", stretch="knee_to_chest")
    )
    assert session.asking == "stretch:instead" and "That one hurt" in texts[-1]
    other, _ = walk(session, "yes")
    assert "knee_to_chest" not in now(other).names and playing(other)
    other, _ = walk(session, "no")
    assert not other.routine


def test_without_a_clock_all_that_may_have_hurt_is_out():
    session, _ = walk(started(), "resume", Heard("too_painful"))
    assert session.hurt == ("cat_cow", "childs_pose")


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
    _, texts = walk(session, "start_stretch", "yes")
    assert "the person who stretches" in texts[1]


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


@pytest.mark.parametrize(("part", "said"), [("back", "In the back, then."), ("elsewhere", "")])
def test_the_part_that_hurt_is_said_back_where_it_has_a_name(part, said):
    session, texts = hurting(Heard("report", details={"part": part}))
    assert texts[-1].startswith(f"{said} Now some questions".strip())
    assert session.wish == "relief"


def test_a_sign_told_with_the_part_is_what_is_said_back():
    told = Heard("report", {"numbness_tingling": "yes"}, details={"part": "foot"})
    _, texts = hurting(told)
    assert "In the foot" not in texts[-1] and "numb" in texts[-1]


def test_what_hurt_before_stays_out_when_another_hurts():
    session, _ = walk(started(), Heard("too_painful", elapsed=30.0), "no", "no", "no", "no")
    first = session.hurt
    again, _ = walk(started(), Heard("too_painful", elapsed=30.0))
    again = replace(again, hurt=("cat_cow",), asking="stretch:halfway", routine=started().routine)
    again, _ = walk(again, Heard("too_painful", elapsed=30.0))
    assert first and set(again.hurt) == {"cat_cow", *first}


def test_from_the_beginning_means_its_first_second():
    session, _ = walk(started(), Heard("pause", elapsed=40.0), "start_over")
    assert (now(session).index, now(session).state) == (0, "playing")
    assert routine.part(now(session), session.pace)[0].beat == routine.beats(now(session), 0, 0)[0]


def test_the_gate_is_opened_with_a_word_and_only_once():
    session, texts = walk(Session(), "start_stretch")
    assert spoken_opening() in texts[0]
    _, texts = walk(session, "start_stretch")
    assert spoken_opening() not in texts[0]


def spoken_opening():
    return renderer().write(line("screen/gate"), "opening", words("en-US")).strip()


def test_faster_means_faster_wherever_it_is_said():
    for asking in ("menu", "screen:life", "offer:stretches", "relief:ease"):
        session, _ = walk(Session(asking=asking, tier="SELF_CARE", began="new"), "faster")
        assert session.pace == 1, asking


@pytest.mark.parametrize(
    "meaning",
    ["report", "next", "resume", "start_stretch", "easier", "no", "unsure", "too_painful"],
)
def test_whatever_is_said_to_where_it_hurt_the_legs_are_asked_about(meaning):
    session, _ = hurting(meaning)
    assert (session.goal, session.asking) == ("legs", "sign:weakness")


def test_the_gate_is_put_before_any_second_of_a_stretch_and_once_locked_there_is_none():
    session = replace(started(), answers={}, tier=None)
    asked, _ = walk(session, "next")
    assert (asked.goal, asked.asking) == ("gate", "screen:life")
    refused, texts = walk(replace(session, locked=True), "next")
    assert refused.goal != "gate" and "knee" not in texts[0].lower()
