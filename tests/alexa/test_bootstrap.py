import json
from collections.abc import Mapping

import pytest

from spasm_guide.alexa.skill import apologise
from spasm_guide.bootstrap import build, table, warm_up
from spasm_guide.languages.load import known, locales
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer


def test_the_warm_up_is_a_turn_like_any_other():
    logged: list[Mapping[str, object]] = []
    warm_up(build(log=logged.append))
    assert [record["event"] for record in logged] == ["turn"]


@pytest.mark.parametrize("locale", [*locales(), "", "de-DE"])
def test_when_all_else_fails_there_is_still_the_number_and_a_question(locale):
    response = apologise(Renderer(), locale)
    said = ssml.listen(response["outputSpeech"]["ssml"]).text
    assert said.endswith("?")
    assert ("number" in said) == (not known(locale))
    assert response["shouldEndSession"] is False
    assert json.dumps(response)


@pytest.mark.parametrize("given", [(None, None), ("spasms", None), (None, "secret"), ("", "")])
def test_a_diary_with_keys_that_could_be_guessed_is_none(given):
    assert table(*given) is None
    assert table("spasms", "secret") is not None
