"""The stretches that a language's reader can name are those that there are."""

import pytest

from spasm_guide.content.load import load as facts
from spasm_guide.languages.load import languages, load
from spasm_guide.reading.model import model


@pytest.mark.parametrize("language", languages())
def test_every_stretch_has_a_name_that_is_heard_and_no_other_has(language):
    named = load(language, "reading/exact")["stretches"]
    assert set(named) == set(facts("stretches")["stretches"])
    assert all(named.values())


@pytest.mark.parametrize("language", languages())
def test_what_the_model_hears_as_a_stretch_is_one(language):
    assert set(model(language)("no", None).stretch) - {"none", ""} <= set(
        facts("stretches")["stretches"]
    )
