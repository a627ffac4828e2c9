"""The figures are drawn for every stretch and version, and stay one person while they move."""

import itertools
import math
import re
from pathlib import Path

import pytest

from build_tools.pictures import figures
from simulator.pictures import moving, svg
from spasm_guide.alexa.avg import graphic
from spasm_guide.alexa.figures import _source, drawing, size
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.stretching.book import book

ALL = [(name, place) for name in book() for place in PLACES]
LIMBS = ("near_arm", "far_arm", "near_leg", "far_leg")
FORESHORTENED = ("above", "above_rolled", "front", "front_turned")


def bones(limb):
    return [math.dist(a, b) for a, b in itertools.pairwise(limb)]


@pytest.mark.parametrize(("name", "place"), ALL)
def test_every_pose_that_a_stretch_names_is_drawn(name, place):
    named = {phase.pose for phase in book()[name].versions[place].phases}
    assert {*named, "start"} <= set(drawing(name, place).at)


@pytest.mark.parametrize("name", [n for n in _source()["poses"] if n not in FORESHORTENED])
def test_arms_and_legs_keep_their_length_from_pose_to_pose(name):
    pose = _source()["poses"][name]
    for limb in LIMBS:
        expected = (46, 44) if limb.endswith("arm") else (62, 60)
        for bone, length in zip(bones(pose[limb])[:2], expected, strict=True):
            assert abs(bone - length) < 0.3 * length, (name, limb, bone)


@pytest.mark.parametrize(("name", "place"), ALL)
def test_limbs_do_not_shrink_on_the_way_between_two_poses(name, place):
    drawn = drawing(name, place)
    if drawn.view in ("above", "front"):
        pytest.skip("seen foreshortened")
    for stroke in drawn.strokes:
        if stroke.curved or len(stroke.points) < 3:
            continue
        ends = [bones([(x.at(t), y.at(t)) for x, y in stroke.points]) for t in (0, 1)]
        middle = bones([(x.at(0.5), y.at(0.5)) for x, y in stroke.points])
        for between, *outer in zip(middle, *ends, strict=True):
            assert min(outer) - 2 < between < max(outer) + 2


@pytest.mark.parametrize(("name", "place"), ALL)
@pytest.mark.parametrize("t", [0, 0.5, 1])
def test_nothing_is_drawn_outside_the_picture(name, place, t):
    width, height = size()
    drawn = drawing(name, place)
    for stroke in drawn.strokes:
        for x, y in stroke.points:
            assert stroke.width / 2 <= x.at(t) <= width - stroke.width / 2
            top = drawn.rise + drawn.up
            assert stroke.width / 2 <= y.at(t) - top or stroke.curved
            assert y.at(t) - top <= height


@pytest.mark.parametrize(("name", "place"), ALL)
def test_page_and_screen_draw_the_same_strokes(name, place):
    paths = graphic(drawing(name, place))["items"][0]["items"][-1]["items"]
    drawn = svg(name, place, 1)
    assert drawn.startswith("<svg ")
    assert len(paths) == len(re.findall("<path ", drawn)) - len(drawing(name, place).props)
    for path in paths:
        assert f'stroke="{path["stroke"]}" stroke-width="{path["strokeWidth"]}"' in drawn


@pytest.mark.parametrize(("name", "place"), ALL)
def test_a_moving_picture_goes_from_pose_to_pose_and_back(name, place):
    first, second = svg(name, place, 0), svg(name, place, 1)
    ways = re.findall(r'values="([^"]*)"', moving(name, place))
    assert ways
    for way in ways:
        begins, stays, reached, held, ends = way.split(";")
        assert begins == stays == ends and reached == held
        assert f'd="{begins}"' in first and f'd="{held}"' in second


def test_the_pictures_in_the_docs_are_the_figures_of_today():
    """`make pictures` draws them."""
    folder = Path(__file__).parents[2] / "docs" / "pictures"
    assert (folder / "figures.svg").read_text(encoding="utf-8") == figures()
    drawn = moving("knee_to_chest", "floor") + "\n"
    assert (folder / "knee_to_chest.svg").read_text(encoding="utf-8") == drawn
