"""Words lose their endings only where enough is left to tell them apart."""

import pytest

from spasm_guide.languages.load import DEFAULT
from spasm_guide.services.causes import kind


@pytest.mark.parametrize(("one", "other"), [("lying", "ly"), ("red", "r"), ("bus", "bu")])
def test_a_short_word_stays_whole(one, other):
    assert kind(one, DEFAULT) != kind(other, DEFAULT)
