import pytest

from spasm_guide.speech.words import ELSEWHERE, REGIONS, words

NUMBERS = {"en-US": "911", "en-CA": "911", "en-GB": "999", "en-AU": "000", "en-IN": "112"}


@pytest.mark.parametrize(("locale", "number"), NUMBERS.items())
def test_each_region_has_its_own_emergency_number(locale, number):
    spoken = words(locale)
    assert spoken["number_text"] == number
    assert number in spoken["number"]


def test_only_australia_says_triple_zero():
    assert [name for name in REGIONS if "triple zero" in words(name)["number"]] == ["en-AU"]


def test_an_unknown_region_names_no_number():
    assert not any(map(str.isdigit, "".join(words("de-DE").values())))


def test_every_region_has_every_word():
    assert {frozenset(words(locale)) for locale in (*REGIONS, "de-DE")} == {
        frozenset(words("en-US"))
    }
    assert set(ELSEWHERE) == set(REGIONS["en-US"])


def test_somebody_else_is_they():
    assert words("en-GB", "someone")["You_are"] == "They are"
    assert words("en-GB", "someone")["your"] == "their"
    assert words("en-GB", "child")["you"] == "they"
