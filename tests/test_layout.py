"""The rooms keep to themselves: who may import what, and one name for one thing in three trees."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ROOT / "lambda" / "spasm_guide"
MODULES = sorted(CODE.rglob("*.py"))
OURS = "spasm_guide"
MAY_IMPORT = {
    "clinical": {"spasm_guide.clinical"},
    "content": {"spasm_guide.content", "spasm_guide.clinical"},
    "languages": set(),
    "conversation": {
        "spasm_guide.conversation",
        "spasm_guide.clinical",
        "spasm_guide.content",
        "spasm_guide.languages",
    },
    "reader": {
        "spasm_guide.reader",
        "spasm_guide.languages",
        "spasm_guide.clinical",
        "spasm_guide.content",
        "spasm_guide.conversation.heard",
    },
}
NOT_STATES = {"card", "screens"}


def imports(module, anywhere=True):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if anywhere else tree.body
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_pure_room_imports_only_what_it_may(room):
    for module in (CODE / room).rglob("*.py"):
        for name in imports(module):
            ours = name.split(".")[0] == OURS
            allowed = any(name == m or name.startswith(m + ".") for m in MAY_IMPORT[room])
            known = allowed if ours else name.split(".")[0] in sys.stdlib_module_names
            assert known or name == OURS, f"{module.relative_to(ROOT)} imports {name}"


def test_only_the_edge_knows_the_sdk():
    for module in MODULES:
        if module.parent.name != "alexa" and "alexa" not in module.relative_to(CODE).parts:
            assert not any(n.startswith("ask_sdk") for n in imports(module)), module


def test_boto3_is_imported_inside_functions_only():
    for module in MODULES:
        assert not any(n.split(".")[0] in ("boto3", "botocore") for n in imports(module, False)), (
            module
        )


def test_no_clock_and_no_files_in_the_conversation_and_the_rule():
    for room in ("clinical", "conversation"):
        for module in (CODE / room).rglob("*.py"):
            named = set(imports(module))
            assert not named & {"time", "random", "os", "pathlib", "socket", "logging"}, module


def test_a_state_has_the_same_name_in_three_trees():
    states = {p.stem for p in (CODE / "conversation" / "states").glob("*.py")} - {"__init__"}
    templates = {p.name for p in (ROOT / "templates" / "en").iterdir() if p.is_dir()} - NOT_STATES
    conversations = {p.name for p in (ROOT / "tests" / "conversations").iterdir() if p.is_dir()}
    assert states == templates == conversations


def test_a_module_has_one_subject():
    """None over 250 lines; half of them under 80."""
    sizes = {m: len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert not {m: n for m, n in sizes.items() if n > 250}
    real = sorted(n for n in sizes.values() if n)
    assert real[len(real) // 2] < 80


def test_no_spoken_word_in_python():
    """A string of five words or more that is no docstring would be a sentence said."""
    for module in (CODE / "conversation").rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        docs = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said = id(node) not in docs and len(node.value.split()) >= 5
                assert not said, f"{module.relative_to(ROOT)}:{node.lineno}"
