"""Whoever adds a locale adds it to the product; nothing else keeps a list."""

import ast
from pathlib import Path

import pytest

from spasm_guide.languages.load import locales

ROOT = Path(__file__).parents[2]
LOCALES = frozenset(locales())
ALEXA_HAS = (
    "ar-SA de-DE en-AU en-CA en-GB en-IN en-US es-ES es-MX es-US fr-CA fr-FR hi-IN it-IT ja-JP "
    "nl-NL pt-BR"
)
"""Amazon's "Develop Skills in Multiple Languages"; elsewhere a device uses a neighbour's model."""
THE_OTHER_TABLE = ROOT / "tests/safety/lines.py"
"""Meant to be a list of its own."""
FOLDERS = ("lambda", "simulator", "interaction_model", "build_tools", "tests")
MODULES = [m for folder in FOLDERS for m in sorted((ROOT / folder).rglob("*.py"))]


def lists(source: str) -> list[int]:
    """The lines where several locales stand beside each other."""
    found = []
    for node in ast.walk(ast.parse(source)):
        parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        values = {part.value for part in parts if isinstance(part, ast.Constant)}
        if len(LOCALES & values) > 1:
            found.append(getattr(node, "lineno", 0))
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_code_and_no_test_lists_the_locales(folder):
    for module in MODULES:
        if module.is_relative_to(ROOT / folder) and module != THE_OTHER_TABLE:
            assert not lists(module.read_text(encoding="utf-8")), module.relative_to(ROOT)


def test_alexa_has_each_locale():
    """A device in New Zealand uses en-AU, and would be told Australia's number."""
    assert {*ALEXA_HAS.split()} >= LOCALES


def test_a_list_would_be_noticed():
    assert lists(THE_OTHER_TABLE.read_text(encoding="utf-8"))
    assert lists('for locale in ("en-US", "en-GB"): pass')
    assert not lists('say("hello", "en-US")')
