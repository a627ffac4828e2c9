"""An age, however it is said: the bands that count, and never more than is known."""

import pytest

from spasm_guide.reading import ages
from spasm_guide.reading.ages import Age
from spasm_guide.reading.patterns import figures
from spasm_guide.reading.words import words
from tests.reading.asking import EN


def said(text):
    return ages.said(figures(words(text, EN), EN), EN)


SAID = {
    "forty two": (42, 42),
    "42": (42, 42),
    "i'm a hundred and one": (101, 101),
    "she is eighty six and it's her back": (86, 86),
    "eighty next month": (79, 79),
    "nearly sixty": (59, 59),
    "just turned eighteen": (18, 18),
    "in my seventies": (70, 79),
    "late thirties": (30, 39),
    "over sixty": (60, 120),
    "fifty something": (50, 59),
    "under eighteen": (0, 17),
    "he's only nine": (9, 9),
    "my back feels ninety but i'm thirty one": (31, 31),
    "sixty no wait sixty one": (61, 61),
    "it's been two weeks": None,
    "born in nineteen fifty": (75, 86),
    "nineteen sixty eight": (57, 68),
    "i was born in twenty ten": (15, 26),
    "yes": None,
    "": None,
}


@pytest.mark.parametrize("text", SAID)
def test_an_age_from_any_way_of_saying_it(text):
    assert said(text) == (SAID[text] and Age(*SAID[text]))


@pytest.mark.parametrize("years", range(1, 121))
def test_every_age_is_heard_as_itself(years):
    assert said(f"i am {years} years old") == Age(years, years)
    heard = ages.read(words(f"{years}", EN), EN)
    assert heard.details == {"age": years}
    assert heard.answers["under_18"] == ("yes" if years < 18 else "no")


def test_bands_are_sure_only_where_every_possible_age_agrees(monkeypatch):
    monkeypatch.setattr(ages, "FINDINGS", ("under_18", "over_55", "over_75"))
    for low in range(100):
        for high in range(low, 101):
            found = ages.answers(Age(low, high))
            for band, (first, last) in ages.BANDS.items():
                inside = {first <= age <= last for age in range(low, high + 1)}
                assert found[band] == {(True,): "yes", (False,): "no"}.get(tuple(inside), "unsure")


@pytest.mark.parametrize("text", ["none of your business", "i'd rather not say", "that's private"])
def test_nobody_must_tell(text):
    heard = ages.read(words(text, EN), EN)
    assert (heard.meaning, heard.details, dict(heard.answers)) == ("unsure", {"refused": True}, {})


def test_only_the_band_is_told_where_the_number_is_not_known():
    assert "age" not in ages.read(words("in my twenties", EN), EN).details
