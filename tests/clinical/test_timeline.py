"""The timeline: what is said when, how long a hold lasts, where an interruption falls."""

from itertools import pairwise, product

import pytest

from spasm_guide.clinical.stretch_data import stretch
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.timeline import GAPS, LONGEST_BEAT, RATES, at, lasting, timeline
from spasm_guide.content.load import load
from spasm_guide.languages import load as language

DATA = load("stretches")["stretches"]
SPEECH = language.load(language.DEFAULT, "durations")["seconds"]
VERSIONS = list(product(sorted(DATA), PLACES))
EVERY = list(product(sorted(DATA), PLACES, RATES, (False, True)))


def beats(name, place, pace=0, taught=False):
    version = stretch(name, DATA[name]).versions[place]
    return timeline(name, version, opening="next", taught=taught, pace=pace, speech=SPEECH)


@pytest.mark.parametrize(("name", "place", "pace", "taught"), EVERY)
def test_a_cue_comes_at_least_every_six_seconds(name, place, pace, taught):
    for beat in beats(name, place, pace, taught):
        assert 0 < beat.length <= LONGEST_BEAT + 0.01, beat
        assert beat.rest > 0


@pytest.mark.parametrize(("name", "place", "pace", "taught"), EVERY)
def test_a_hold_lasts_what_the_data_say_at_every_pace(name, place, pace, taught):
    version = stretch(name, DATA[name]).versions[place]
    planned = [phase.hold for phase in version.phases if phase.hold]
    planned *= version.repeats * max(1, len(version.sides))
    told = []
    for before, beat in pairwise(beats(name, place, pace, taught)):
        if beat.held and not before.held:
            told.append(0.0)
        if beat.held:
            told[-1] += beat.length
    assert told == pytest.approx(planned, abs=1.0)


@pytest.mark.parametrize(("name", "place"), VERSIONS)
def test_both_sides_are_done_equally(name, place):
    version = stretch(name, DATA[name]).versions[place]
    counted = {side: 0 for side in version.sides}
    for beat in beats(name, place):
        if beat.round_ends and beat.side:
            counted[beat.side] += 1
    assert set(counted.values()) <= {version.repeats}


@pytest.mark.parametrize(("name", "place"), VERSIONS)
def test_the_first_time_teaches_and_later_is_shorter(name, place):
    assert lasting(beats(name, place, taught=True)) < lasting(beats(name, place))


@pytest.mark.parametrize(("name", "place"), VERSIONS)
def test_slower_takes_longer(name, place):
    times = [lasting(beats(name, place, pace)) for pace in sorted(RATES)]
    assert times == sorted(times, reverse=True)
    assert sorted(GAPS) == sorted(RATES)


@pytest.mark.parametrize(("name", "place"), VERSIONS)
def test_every_moment_falls_into_its_beat(name, place):
    line = beats(name, place)
    begun = 0.0
    for i, beat in enumerate(line):
        assert at(line, begun + 0.01) == i
        assert at(line, begun + beat.length - 0.01) == i
        begun += beat.length
    assert at(line, begun + 0.01) == len(line)
    assert at(line, float("inf")) == len(line)


def test_the_time_it_takes_to_interrupt_repeats_at_most_six_seconds():
    line = beats("knee_to_chest", "floor")
    starts = [lasting(line[:i]) for i in range(len(line) + 1)]
    for tenth in range(int(lasting(line) * 10)):
        second = tenth / 10
        here = at(line, second, reaction=1.5)
        assert starts[here] <= second
        assert second - starts[here] <= LONGEST_BEAT
