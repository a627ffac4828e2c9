"""The picture keeps time with the words: which pose, which side, which line, what comes next."""

from dataclasses import replace

import pytest

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.display import film
from spasm_guide.conversation.stretching import book, routine

ALL = [(name, place) for name in book.book() for place in PLACES]


def at(place, wanted=None):
    """The routine there, as it stands at its start."""
    return replace(book.new(wanted, {}), place=place)


def shown(name, place):
    """The film of a stretch, and what sounds meanwhile."""
    now = at(place, name)
    cues = routine.part(now, 0)
    return film.film(now, 0, routine.spoken(cues)), cues


@pytest.mark.parametrize(("name", "place"), ALL)
def test_the_first_words_stand_there_when_they_begin(name, place):
    assert shown(name, place)[0]["captions"][0][0] == 0


@pytest.mark.parametrize(("name", "place"), ALL)
def test_a_pose_is_reached_while_its_words_still_sound(name, place):
    found, cues = shown(name, place)
    assert found["moves"][0][0] == 0
    assert all(takes <= min(2, found["seconds"]) for *_, takes in found["moves"])
    assert {pose for _, _, pose, _, _ in found["moves"]} >= {c.beat.pose for c in cues} - {None}


@pytest.mark.parametrize(("name", "place"), ALL)
def test_a_side_is_shown_until_the_other_is_spoken_of(name, place):
    found, cues = shown(name, place)
    spoken, begun = {}, 0.0
    for cue in cues:
        if cue.beat.side:
            spoken[round(begun, 1)] = cue.beat.side == film.LEFT
        begun += cue.beat.length
    for when, left in spoken.items():
        last = [move for move in found["moves"] if move[0] <= when][-1]
        assert last[3] == left, when


def test_what_comes_next_is_the_next_of_the_routine():
    whole = at(PLACES[0])
    for index, name in enumerate(whole.names[1:]):
        now = routine.goto(whole, index)
        assert film.film(now, 0, routine.spoken(routine.part(now, 0)))["next"] == name
    last = routine.goto(whole, len(whole.names) - 1)
    assert film.film(last, 0, routine.spoken(routine.part(last, 0)))["next"] is None


@pytest.mark.parametrize(("name", "place"), ALL)
def test_a_pose_is_taken_when_its_cue_sounds(name, place):
    """To a tenth of a second, and after what was said before the stretch."""
    now = replace(at(place, name), lead=4.2)
    cues = routine.part(now, 0)
    found = film.film(now, 0, routine.spoken(cues))
    starts, begun = [], now.lead
    for cue in cues:
        starts.append(begun)
        begun += cue.beat.length
    first, *others = found["moves"]
    assert first[0] == 0 < first[4]
    assert all(min(abs(start - when) for start in starts) < 0.06 for when, *_ in others)
    assert found["seconds"] == round(begun, 1)


def test_what_stands_still_takes_no_time_and_holds_nothing():
    now = at(PLACES[0])
    found = film.still(now, 0)
    assert found["moves"] == [[0, 0, "start", False, 0]]
    assert (found["seconds"], found["holds"], found["captions"]) == (0, [], [])


def test_the_last_cue_of_a_stretch_knows_the_next_one_too():
    whole = at(PLACES[0])
    last = replace(whole, beat=len(routine.beats(whole, 0, 0)) - 1)
    assert film.film(last, 0, routine.spoken(routine.part(last, 0)))["next"] == whole.names[1]


@pytest.mark.parametrize("place", PLACES)
def test_which_side_and_repetition_it_is_stays_in_sight_also_while_it_rests(place):
    found = shown("knee_to_chest", place)[0]
    told = [stands for _, *stands in found["rounds"] if stands[2]]
    assert told == [["right", 1, 2], ["right", 2, 2], ["left", 1, 2], ["left", 2, 2]]
    now = at(place, "knee_to_chest")
    left = next(n for n, b in enumerate(routine.beats(now, 0, 0)) if b.side == film.LEFT and b.held)
    assert film.still(replace(now, beat=left), 0)["rounds"] == [[0, "left", 1, 2]]
