"""The person in the pictures: the spine lies along the back, and limbs swing."""

import math

import pytest

from spasm_guide.alexa.figures import BACK, SIDE_TORSO, SPINE, drawing
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.stretching.book import book

ALL = [(name, place) for name in book() for place in PLACES]


def at(stroke, t):
    return [(x.at(t), y.at(t)) for x, y in stroke.points]


def direction(one, other):
    return math.atan2(other[1] - one[1], other[0] - one[0])


@pytest.mark.parametrize("t", [0, 1])
@pytest.mark.parametrize(("name", "place"), ALL)
def test_the_spine_lies_inside_the_body_and_along_it(name, place, t):
    drawn = drawing(name, place)
    for spine in (stroke for stroke in drawn.strokes if stroke.colour == BACK):
        torso = next(s for s in drawn.strokes if s.curved and s is not spine)
        for (x, y), (a, b) in zip(at(torso, t), at(spine, t), strict=True):
            away = math.dist((x, y), (a, b))
            assert 5 < away <= (SIDE_TORSO - SPINE) / 2
        ends = at(torso, t)[0], at(torso, t)[2]
        beside = direction(at(torso, t)[0], at(spine, t)[0])
        assert abs(math.cos(beside - direction(*ends))) < 0.01, "at a right angle to the body"


@pytest.mark.parametrize(("name", "place"), ALL)
def test_half_way_a_bone_points_half_way(name, place):
    for stroke in drawing(name, place).strokes:
        if stroke.curved or len(stroke.points) < 3:
            continue
        start, middle, end = (at(stroke, t) for t in (0, 0.5, 1))
        for i in range(len(start) - 1):
            first, half, last = (direction(*limb[i : i + 2]) for limb in (start, middle, end))
            turned = math.remainder(last - first, math.tau)
            assert math.isclose(math.remainder(half - first, math.tau), turned / 2, abs_tol=0.02)


@pytest.mark.parametrize(("name", "place"), ALL)
def test_the_body_goes_the_straight_way(name, place):
    for stroke in drawing(name, place).strokes:
        if stroke.curved:
            start, middle, end = (at(stroke, t) for t in (0, 0.5, 1))
            for a, between, b in zip(start, middle, end, strict=True):
                assert math.dist(between, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) < 0.01
