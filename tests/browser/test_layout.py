"""Every kind of screen on every Echo Show, as Amazon's renderer lays it out: nothing overlaps."""

import math

import pytest

from tests.browser.looking import SIZES, layout, least, millimetres, overlap
from tests.browser.samples import screens_to_look_at, stretches_to_look_at

SMALLEST_TARGET = 48
SMALLEST_TYPE = 16
"""Of anything; what matters is much larger."""
MATTERS = ("title", "ask", "emergency", "number", "button", "said", "stands", "caption", "count")
SMALLER = {("sign", "said", "round"): 1.5}
"""Capitals in millimetres where they are lower; docs/screens.md says why."""
CORNER = 16
"""How far a box may stand out of a round screen: its corners hold no letters."""


def faults(boxes, size):
    width, height = SIZES[size]
    for n, one in enumerate(boxes):
        left, top, wide, high = one["box"]
        if left < -1 or top < -1 or left + wide > width + 1 or top + high > height + 1:
            yield f"{one['label']!r} is off the screen"
        if size == "round" and farthest(one["box"]) > width / 2 + CORNER:
            yield f"{one['label']!r} is cut off by the round edge"
        if one["kind"] == "touch" and min(wide, high) < SMALLEST_TARGET - 1:
            yield f"{one['label']!r} is too small to touch: {wide}×{high}"
        if one["kind"] == "text":
            room = one["room"]
            hanging = 0.3 * one["size"]  # the space at a line's end
            if top < room[1] - 4 or top + high > room[1] + room[3] + 4 or wide > room[2] + hanging:
                yield f"{one['label']!r} does not fit: {high} in {room[3]}"
            if one["cut"] > 3:
                yield f"{one['label']!r} is cut off by {one['cut']}"
            if one["size"] < SMALLEST_TYPE - 1:
                yield f"{one['label']!r} is too small to read: {one['size']}"
        for m, other in enumerate(boxes[n + 1 :], n + 1):
            if m in (one.get("inside"), n) or other.get("inside") == n:
                continue
            if overlap(one["box"], other["box"]) > 4:
                yield f"{one['label']!r} and {other['label']!r} overlap"


def farthest(box):
    left, top, wide, high = box
    return max(math.hypot(x - 240, y - 240) for x in (left, left + wide) for y in (top, top + high))


def unread(boxes, size, screen):
    for box in boxes:
        if box["kind"] == "text" and box["id"] in MATTERS:
            wanted = SMALLER.get((screen, box["id"], size), least(size))
            high = millimetres(size, box["capitals"])
            if high < wanted - 0.02:
                yield f"{box['label']!r} has capitals of {high:.2f} mm, not {wanted:.2f}"


def missing(boxes, directive):
    """The question stands there, and but beside a figure or a chart the number to call."""
    data = directive["datasources"]["screen"]
    there = {box["id"]: box["label"] for box in boxes if box["kind"] == "text"}
    if data.get("ask") and "ask" not in there and data["name"] != "welcome":
        yield "the question is not there"
    if data["name"] != "diary" and not {"emergency", "number"} & there.keys():
        yield "the emergency number is not there"


@pytest.mark.parametrize("size", SIZES)
def test_every_kind_of_screen_fits_and_can_be_read_from_the_floor(page, size):
    found = {}
    for name, directive in screens_to_look_at().items():
        boxes = layout(page, directive, size)
        kind = directive["datasources"]["screen"]["name"]
        wrong = [*faults(boxes, size), *unread(boxes, size, kind), *missing(boxes, directive)]
        if wrong:
            found[name] = wrong
    assert found == {}


@pytest.mark.parametrize("size", SIZES)
def test_every_stretch_fits_while_it_plays(page, size):
    found = {}
    for n, (name, (directive, at)) in enumerate(stretches_to_look_at().items()):
        if size != "small" and n % 4:
            continue
        boxes = layout(page, directive, size, at)
        wrong = [*faults(boxes, size), *unread(boxes, size, "stretch")]
        if wrong:
            found[name] = wrong
    assert found == {}


@pytest.mark.parametrize("size", SIZES)
def test_side_and_repetition_of_a_stretch_are_seen(page, size):
    directive, _ = stretches_to_look_at()["knee_to_chest-floor"]
    rounds = directive["datasources"]["screen"]["rounds"]
    wanted = next(each for each in rounds if each["text"].startswith("Right, "))
    boxes = layout(page, directive, size, wanted["at"] / 1000 + 1)
    assert wanted["text"] in [box["label"] for box in boxes if box["kind"] == "text"]
