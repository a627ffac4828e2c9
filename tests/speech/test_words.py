import pytest

from spasm_guide.languages.load import language_of, languages, locales
from spasm_guide.speech.words import words


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_region_of_a_language_has_every_word(language):
    own = [locale for locale in locales() if language_of(locale) == language]
    assert len({frozenset(words(locale)) for locale in (*own, f"{language}-ZZ")}) == 1


@pytest.mark.parametrize("locale", [*locales(), "en-ZZ"])
def test_no_word_is_missing_where_a_sentence_needs_it(locale):
    assert not [
        n
        for n, word in words(locale).items()
        if not word and n not in ("same_day_line", "child_line")
    ]


@pytest.mark.parametrize("locale", ["", "-", "xx-XX", "../en", "en-", "x" * 5000])
def test_whatever_is_no_locale_is_spoken_to_in_the_default_language(locale):
    assert words(locale)["you"] == "you"


def test_somebody_else_is_they():
    assert words("en-GB", "someone")["You_are"] == "They are"
    assert words("en-GB", "someone")["your"] == "their"
    assert words("en-GB", "child")["you"] == "they"
