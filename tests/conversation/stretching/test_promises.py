"""What the person is promised, for every stretch, place and pace: times, places, no pain twice."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.timeline import RATES, lasting
from spasm_guide.content.load import load
from spasm_guide.conversation.display import film
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import book, routine, standing
from spasm_guide.conversation.stretching.playing import play
from spasm_guide.speech import ssml
from spasm_guide.speech.pace import paced
from spasm_guide.speech.words import words
from tests.conversation.acting import advance
from tests.conversation.speaking import renderer, spoken
from tests.conversation.stretching.test_stretch import CLEARED, OVER

NAMES = sorted(book.book())
CHECKED = Session(answers=CLEARED, tier="SELF_CARE", rule="self_care", goal="check")
TO_ANSWER = 2.0
"""Seconds between a question and the end of a short answer."""


def told_left(lines):
    return next(each.data["left"] for each in lines if each.name == "stretch/stretch:left_here")


@pytest.mark.parametrize(("name", "place"), list(product(NAMES, PLACES)))
def test_how_long_is_right_to_two_seconds_at_every_second(name, place):
    for pace in RATES:
        session, _ = play(replace(CHECKED, pace=pace), Routine((name,), place))
        whole = session.routine
        end = whole.lead + lasting([cue.beat for cue in routine.part(whole, pace)])
        for second in range(1, int(end) - 1, 5):
            after, reply = advance(session, Heard("how_long", elapsed=float(second)))
            if after.routine.state != "playing":
                continue
            said = routine.saying(reply.lines[:1], pace)
            ahead = routine.beats(after.routine, 0, pace)[after.routine.beat :]
            goes_on = after.routine.lead - said + lasting(ahead)
            assert told_left(reply.lines) == pytest.approx(goes_on, abs=2)


@pytest.mark.parametrize(("name", "place"), list(product(NAMES, PLACES)))
def test_which_side_and_how_many_more_are_as_counted(name, place):
    version = book.book()[name].versions[place]
    beats = routine.beats(Routine((name,), place), 0, 0)
    for number, beat in enumerate(beats):
        side, n, of = standing.standing(beats, number)
        assert side == beat.side or (beat.side is None and beat.pose is None)
        assert n <= of
        if beat.pose:
            rounds = sum(b.round_ends and b.side == side for b in beats[:number])
            assert (n, of) == (rounds + 1, version.repeats)


@pytest.mark.parametrize("place", PLACES)
def test_before_it_begins_the_first_side_is_told(place):
    beats = routine.beats(Routine(("knee_to_chest",), place), 0, 0)
    assert standing.standing(beats, 0)[0] == "right"


def pain_walk(session, places, hurts):
    """The stretches heard after each pain, and the place of each answer that played."""
    heard_after, moved = [], []
    for place, hurt in zip(places, hurts, strict=False):
        session, reply = advance(session, Heard("start_stretch", details={"place": place}))
        for second in (30.0, OVER):
            if not session.routine or session.routine.state != "playing":
                break
            moved.append((place, session.routine.place))
            heard_after.append((session.hurt, set(played(reply))))
            meaning = "too_painful" if hurt else "resume"
            session, reply = advance(session, Heard(meaning, elapsed=second))
            while (session.asking or "").startswith(("sign:", "stretch:hurt")):
                session, reply = advance(session, Heard("no"))
    return heard_after, moved


def played(reply):
    names = (each.name.removeprefix("stretch/").partition(":")[0] for each in reply.lines)
    return [name for name in names if name in NAMES]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(PLACES), min_size=8, max_size=8),
    st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_none_that_hurt_is_heard_again_and_the_place_said_last_is_used(places, hurts):
    heard_after, moved = pain_walk(CHECKED, places, hurts)
    assert moved
    for hurt, names in heard_after:
        assert not names & set(hurt)
    for said, used in moved:
        assert said == used


def speech_until_moving(session, *turns):
    """Seconds of our speech before the first instruction to move, and the person's turns."""
    seconds = 0.0
    for number, heard in enumerate(turns, 1):
        session, reply = advance(session, heard)
        begins = [each.name.partition(":")[2] for each in reply.lines]
        first = ("floor", "bed", "chair", "lie", "sit", "sit_edge", "kneel", "kneel_bed")
        moving = next((i for i, name in enumerate(begins) if name in first), None)
        if moving is not None:
            before = replace(reply, lines=reply.lines[:moving])
            return seconds + spoken(session, before).seconds, number
        seconds += spoken(session, reply).seconds
    raise AssertionError(f"no movement: {session.asking}")


WISH = Heard("start_stretch")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("there", [True, False])
def test_after_a_verdict_the_first_movement_comes_in_one_turn_and_twelve_seconds(place, there):
    said = Heard("start_stretch", details={"place": place, "there": there})
    seconds, turns = speech_until_moving(CHECKED, said)
    assert turns == 1
    assert seconds <= 12


def test_asked_where_it_is_still_twelve_seconds():
    where = Heard("report", details={"place": "chair"})
    seconds, turns = speech_until_moving(CHECKED, WISH, where)
    assert turns == 2
    assert seconds <= 12


def test_with_the_whole_gate_it_is_seven_turns_and_65_seconds():
    session, reply = advance(Session(), WISH)
    turns, seconds = 1, spoken(session, reply).seconds
    while session.asking != "stretch:place":
        session, reply = advance(session, Heard("no"))
        turns, seconds = turns + 1, seconds + spoken(session, reply).seconds
    last = Heard("report", details={"place": "bed"})
    more, _ = speech_until_moving(session, last)
    assert turns + 1 <= 7
    assert seconds + more <= 65


def test_the_stop_rules_take_eight_seconds_at_most_and_are_a_reminder_later():
    speech = routine.speech()
    assert speech["stretch:rules"] <= 8
    session, reply = advance(CHECKED, Heard("start_stretch", details={"place": "bed"}))
    assert reply.lines[0].name == "stretch/stretch:rules"
    session, reply = advance(session, Heard("start_stretch", stretch="cat_cow"))
    assert reply.lines[0].name == "stretch/stretch:rules_again"


def lasts(session, reply):
    """As it is spoken at the person's pace."""
    parts = (renderer().render(each, words("en-US", session.subject)) for each in reply.lines)
    return ssml.listen(ssml.speak(paced(parts, session.pace))).seconds


def takes(session, minutes, in_a_row):
    """Seconds of the person's time, from the end of their wish to the end of the last stretch."""
    session, reply = advance(session, Heard("start_stretch", details={"minutes": minutes}))
    seconds = lasts(session, reply)
    while (
        not session.routine.last
        or routine.after(
            session.routine, routine.part(session.routine, session.pace), session.pace
        ).state
        != "done"
    ):
        heard = Heard("resume" if in_a_row else "next", elapsed=OVER)
        session, reply = advance(session, heard)
        seconds += TO_ANSWER + lasts(session, reply)
        if (
            in_a_row
            and routine.after(
                session.routine, routine.part(session.routine, session.pace), session.pace
            ).last
        ):
            break
    return seconds


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("minutes", [2, 5, 10])
def test_a_routine_takes_the_minutes_it_is_called_by(place, minutes):
    """At the slowest pace one stretch is more than half a minute's choice."""
    paces = sorted(RATES)[1:]
    for pace, known, in_a_row in product(paces, ((), tuple(NAMES)), (False, True)):
        start = replace(CHECKED, pace=pace, spot=None)
        start = replace(start, routine=Routine(("cat_cow",), place, known=known, state="done"))
        start, _ = advance(start, Heard("start_stretch", details={"place": place}))
        start = replace(start, routine=replace(start.routine, known=known), asking="menu")
        seconds = takes(start, minutes, in_a_row)
        assert abs(seconds - 60 * minutes) <= 30, (pace, bool(known), in_a_row, seconds)


@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 7, 10, 15])
def test_the_routine_for_the_time_there_is(minutes):
    name = book.by_minutes(minutes)
    most = load("stretches")["routines"][name]["minutes"]
    assert most <= max(2, minutes)


@pytest.mark.parametrize(("name", "place"), list(product(NAMES, PLACES)))
def test_the_ring_counts_as_the_voice_does(name, place):
    for pace in RATES:
        session, reply = play(replace(CHECKED, pace=pace), Routine((name,), place))
        shown = film.film(session.routine, pace, reply.lines)
        begun = session.routine.lead
        for cue in routine.part(session.routine, pace):
            at = [hold for hold in shown["holds"] if hold[0] <= begun + 0.06 < hold[0] + hold[1]]
            assert bool(at) == cue.beat.held
            if cue.beat.n is not None:
                assert int(begun + 0.06 - at[-1][0]) + 1 == cue.beat.n
                assert at[-1][2]
            begun += cue.beat.length
        last = [each for each in shown["rounds"] if each[1]]
        assert all(1 <= n <= of or of == 0 for _, _, n, of in shown["rounds"])
        assert {side for _, side, _, _ in last} <= {"right", "left"}
