import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_guide.reader.normalise import words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I can't walk", "i can not walk"),
        ("it isnt numb", "it is not numb"),
        ("she’s not got any", "she has not got any"),
        ("i cannae feel it", "i can not feel it"),
        ("my leg's weak", "my leg 's weak"),
        ("it's been 10 days", "it has been ten days"),
        ("call 911, I weigh 120 pounds", "call nine one one i weigh one hundred and twenty pounds"),
        ("since 2015", "since twenty fifteen"),
        ("pins in needles and psy attica", "pins and needles and sciatica"),
        ("um yeah", "yes"),
        ("um", "um"),
        ("", ""),
    ],
)
def test_people_and_recognisers_write_the_same_thing_in_many_ways(text: str, tokens: str) -> None:
    assert words(text) == tuple(tokens.split())


def test_a_negation_survives_every_contraction() -> None:
    for text in ("can't", "cant", "won't", "don't", "isn't", "aint", "haven't", "didnae", "cannot"):
        assert "not" in words(text), text


@given(st.text())
def test_any_string_gives_tokens(text: str) -> None:
    assert all(token and token == token.lower().strip() for token in words(text))


def test_an_endless_string_is_cut() -> None:
    assert len(words("pain " * 2_000)) < 500
