"""No English in the Lambda's Python: neither sentences nor lists of words.

A heuristic: a string that is prose by its little words, or a table with several of them.
"""

import ast
from pathlib import Path

import pytest

CODE = Path(__file__).parents[2] / "lambda" / "spasm_guide"
_LITTLE = """
a about after again all am an and another any are aren't as at be been but by can can't cannot could
did didn't do does don't down each every for get go had has have he he's her his how i i'll i'm i've
if in into is isn't it it's its just like may me might my myself never nor not of off on only or our
out quite really she she's should since so some still than that that's the their them themselves
then there there's these they this those through till to today too under until up very was we were
what when where which while who why will with won't would yet you you're your yours yourself
yesterday tomorrow tonight morning monday sunday two three four five six seven eight nine ten eleven
twelve twenty thirty eighty hundred
"""
LITTLE = frozenset(_LITTLE.split())
MOST = 2
"""Little words that a table may have by chance: names of ours such as `anywhere` or `to`."""

EXCEPTIONS = {
    "clinical/rule_table.py": "each rule's source, for the clinician's page; never spoken",
    "storage/sqlite.py": "SQL",
    "storage/dynamodb.py": "DynamoDB's expressions",
}


def english(source: str) -> list[str]:
    """What in a module's source looks like English, docstrings and error messages left out."""
    tree = ast.parse(source)
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            skipped |= {id(each) for each in ast.walk(node)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.lower().split()
            if id(node) not in skipped and len(words) > 1 and LITTLE & {*words}:
                found.append(f"{node.lineno}: {node.value[:50]!r}")
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            told = {
                word
                for part in parts
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
                for word in part.value.lower().split()
            }
            if len(LITTLE & told) > MOST:
                found.append(f"{node.lineno}: a table with {sorted(LITTLE & told)[:5]}")
    return found


def excepted(module: Path) -> bool:
    place = module.relative_to(CODE).as_posix()
    return any(place == name or place.startswith(f"{name}/") for name in EXCEPTIONS)


@pytest.mark.parametrize(
    "module",
    [m for m in sorted(CODE.rglob("*.py")) if not excepted(m)],
    ids=lambda module: module.relative_to(CODE).as_posix(),
)
def test_there_is_no_english_in_python(module):
    assert not english(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_each_exception_is_still_needed(name):
    place = CODE / name
    modules = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    assert any(english(module.read_text(encoding="utf-8")) for module in modules)


@pytest.mark.parametrize(
    "source",
    [
        'ER = "the ER"',
        'THEY = {"you": "they", "your": "their", "you_have": "they have"}',
        'SAID = {"TellI": "i", "TellMy": "my", "TellIts": "it\'s"}',
        'FILLERS = frozenset("a again all an and".split())',
        'NUMBERS = ("two", "three", "four")',
        'def say(): return f"Do you feel {1}?"',
    ],
)
def test_english_would_be_noticed(source):
    assert english(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""What this is for."""',
        'raise ValueError("it is not there")',
        'NAMES = ("persistent", "after_injury", "no", "yes")',
        'LINE = "anywhere/fresh:say"',
    ],
)
def test_names_and_docstrings_are_no_english(source):
    assert not english(source)
