"""A locale comes from outside: it names a language that we have, or we speak our own."""

import pytest

from spasm_guide.languages.load import DEFAULT, language_of, languages


@pytest.mark.parametrize("language", languages())
def test_a_language_that_is_here_is_spoken(language):
    assert language_of(f"{language}-ZZ") == language


@pytest.mark.parametrize(
    "locale",
    ["", "-", "zz-ZZ", "../languages/en-US", "../en-US", f"{'e' * 200}-US", "én-US", "./en-US"],
)
def test_any_other_is_ours(locale):
    assert language_of(locale) == DEFAULT
