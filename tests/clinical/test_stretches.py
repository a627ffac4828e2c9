"""The reviewed stretches: whole, within bounds, and faults in them named."""

import copy

import pytest

from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.clinical.stretch_data import StretchFault, stretch
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.clinical.stretching import NEVER_WITH
from spasm_guide.content.load import ContentFault, load

DATA = load("stretches")["stretches"]
NAMES = sorted(DATA)


def test_the_articles_three_and_two_more_are_there():
    three = load("stretches")["routines"]["whole"]["stretches"]
    assert three == ["knee_to_chest", "cat_cow", "childs_pose"]
    assert {*three, "pelvic_tilt", "lower_trunk_rotation"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_floor_a_bed_and_a_chair_version(name):
    assert set(stretch(name, DATA[name]).versions) == set(PLACES)


@pytest.mark.parametrize("name", NAMES)
def test_what_forbids_one_stretch_forbids_all(name):
    """So that a stretch can never slip past the rule by its own list."""
    never = stretch(name, DATA[name]).never_with
    assert set(never) <= set(FINDINGS) & set(NEVER_WITH)


@pytest.mark.parametrize("routine", load("stretches")["routines"])
def test_a_routine_holds_each_stretch_once(routine):
    names = load("stretches")["routines"][routine]["stretches"]
    assert len(set(names)) == len(names)
    assert set(names) <= set(NAMES)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["versions"].pop("bed"),
        lambda data: data["never_with"].append("measles"),
        lambda data: data["versions"]["floor"].update(repeats=0),
        lambda data: data["versions"]["floor"].update(sides=["right"]),
        lambda data: data["versions"]["floor"].pop("swap"),
        lambda data: data["versions"]["floor"]["phases"][1].update(hold=90),
        lambda data: data["versions"]["floor"]["phases"][1].update(by="guess"),
        lambda data: data["versions"]["floor"]["phases"][1].pop("back"),
        lambda data: data["versions"]["floor"]["phases"][1].update(colour="red"),
        lambda data: data["versions"]["floor"].update(teach=[]),
    ],
)
def test_a_fault_names_the_stretch(spoil):
    data = copy.deepcopy(DATA["knee_to_chest"])
    spoil(data)
    with pytest.raises(StretchFault, match="knee_to_chest"):
        stretch("knee_to_chest", data)


def test_missing_content_names_the_file():
    with pytest.raises(ContentFault, match="nothing_here"):
        load("nothing_here")
