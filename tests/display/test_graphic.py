"""What Alexa's graphics need so that a figure moves: how far it is, and which side is shown."""

import pytest

from spasm_guide.alexa.avg import graphic
from spasm_guide.alexa.figures import drawing
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.stretching.book import book


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", book())
def test_a_graphic_moves_by_numbers_and_begins_at_the_first_pose(name, place):
    assert graphic(drawing(name, place))["parameters"] == [
        {"name": "t", "type": "number", "default": 0},
        {"name": "flip", "type": "number", "default": 1},
    ]
