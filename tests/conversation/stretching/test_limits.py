"""Every answer that plays a stretch keeps Alexa's limits; every interruption finds its second."""

from dataclasses import replace
from itertools import product

import pytest

from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.timeline import LONGEST_BEAT, RATES, lasting
from spasm_guide.content.load import load
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import book, routine
from spasm_guide.conversation.stretching.playing import play
from spasm_guide.conversation.turn import line
from spasm_guide.speech import ssml
from spasm_guide.speech.pace import paced
from spasm_guide.speech.words import words
from tests.conversation.speaking import LOCALES, ONE_OF_A_KIND, renderer

NAMES = sorted(book.book())
ROUTINES = sorted(load("stretches")["routines"])
LEADS = (
    (line("stretch/stretch:floor"), line("stretch/stretch:how")),
    (line("stretch/stretch:by_itself"),),
)
MOST_SECONDS, IN_A_ROW = 120, 230


def heard(session, reply, locale):
    parts = (renderer().render(each, words(locale, session.subject)) for each in reply.lines)
    spoken = ssml.speak(paced(parts, session.pace))
    return spoken, ssml.listen(spoken)


def within_limits(now, pace, lead, locale):
    session, reply = play(Session(pace=pace), now, *lead)
    spoken, sound = heard(session, reply, locale)
    assert len(spoken) < ssml.MOST_CHARACTERS
    assert sound.seconds <= (IN_A_ROW if now.by_itself else MOST_SECONDS)
    assert sound.text.endswith("?") and reply.listening
    kept = session.routine
    assert kept is not None
    cues = routine.part(kept, pace)
    planned = kept.lead + lasting([cue.beat for cue in cues])
    asked = ssml.listen(ssml.speak(paced([renderer().render(reply.lines[-1], {})], pace)))
    assert sound.seconds == pytest.approx(planned + asked.seconds, abs=2.0)
    return routine.after(kept, cues, pace)


def whole(name):
    found = book.new(name, {})
    assert found is not None
    return found


def starting_points(now, pace):
    """From the start, and from places in the middle."""
    ends = len(routine.beats(now, now.index, pace))
    return [replace(now, beat=beat, state="held") for beat in range(0, ends, 7)]


@pytest.mark.parametrize(("name", "place"), list(product(NAMES, PLACES)))
def test_one_stretch_keeps_the_limits_at_every_pace(name, place):
    for pace, known in product(RATES, ((), (name,))):
        now = Routine((name,), place, known=known)
        for point in starting_points(now, pace):
            after = within_limits(point, pace, LEADS[0], "en-US")
            assert after.state == "done" or after.beat > point.beat


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_and_in_every_region(name, locale):
    for pace, place in product((min(RATES), 0), PLACES):
        within_limits(Routine((name,), place), pace, LEADS[0], locale)


@pytest.mark.parametrize("locale", ONE_OF_A_KIND)
@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_by_itself_keeps_the_limits_to_its_end(name, locale):
    for pace, place in product(RATES, PLACES):
        now = replace(whole(name), place=place, by_itself=True)
        for _ in range(12):
            now = within_limits(now, pace, LEADS[1], locale)
            if now.state == "done" and now.last:
                break
            now = routine.goto(now, now.index + 1) if now.state == "done" else now
        assert now.state == "done" and now.last


@pytest.mark.parametrize(("name", "place"), list(product(NAMES, PLACES)))
def test_interrupted_at_any_second_nothing_is_skipped_and_little_repeated(name, place):
    for pace, known in product(RATES, ((), (name,))):
        now = Routine((name,), place, known=known, state="playing", lead=3.0)
        cues = routine.part(now, pace)
        ends, begun = [], now.lead
        for cue in cues:
            begun += cue.beat.length
            ends.append(begun)
        for second in range(int(begun) + 3):
            here = routine.reached(now, pace, float(second))
            played = [cue for cue, end in zip(cues, ends, strict=True) if end <= second]
            repeated = [cue for cue in played if cue.number >= here.beat]
            if here.goes_on and here.beat < len(cues):
                started = ends[here.beat - 1] if here.beat else now.lead
                assert second - started <= LONGEST_BEAT or second < now.lead
            assert lasting([cue.beat for cue in repeated]) <= LONGEST_BEAT
            assert here.beat <= len(played), "something was skipped"


def test_a_chain_is_found_again_in_its_second_stretch():
    now = Routine(("pelvic_tilt", "cat_cow"), "chair", by_itself=True, state="playing")
    first = lasting(routine.beats(now, 0, 0))
    here = routine.reached(now, 0, first + 20.0)
    assert (here.index, here.state) == (1, "held")
    assert here.known == ("pelvic_tilt",)
    assert here.beat > 0


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"names": ["cat_cow"], "index": 4},
        {"names": ["somersault"]},
        {"names": []},
        {"names": ["cat_cow"], "place": "roof"},
        {"names": ["cat_cow"], "beat": -1},
        {"names": ["cat_cow"], "beat": "one"},
        {"names": ["cat_cow"], "shoe": 1},
    ],
)
def test_a_foreign_routine_is_none(kept):
    assert routine.of(kept) is None
