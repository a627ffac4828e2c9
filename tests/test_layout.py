"""The rooms keep to themselves: who may import what, and one name for one thing in three trees."""

import ast
import re
import sys

import pytest

from spasm_guide.conversation.turn import state_of
from spasm_guide.conversation.wiring import STATES
from tests.imports import ROOT, SOURCE, circle, graph, imported

CODE = SOURCE / "spasm_guide"
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
    "reading": {
        "spasm_guide.reading",
        "spasm_guide.languages",
        "spasm_guide.clinical",
        "spasm_guide.content",
        "spasm_guide.conversation.heard",
        "numpy",
    },
}
NOT_STATES = {"card", "screens"}
SAID_ANYWHERE = {"answer", "anywhere", "verdict"}
"""Folders of words that belong to no open question."""
BASE = {"heard", "reply", "session", "kept", "shapes", "turn"}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_pure_room_imports_only_what_it_may(room):
    for module in (CODE / room).rglob("*.py"):
        for name in imported(module):
            allowed = any(name == m or name.startswith(m + ".") for m in MAY_IMPORT[room])
            known = allowed or name.split(".")[0] in sys.stdlib_module_names
            assert known or name == OURS, f"{module.relative_to(ROOT)} imports {name}"


def test_nobody_imports_in_a_circle():
    assert circle(graph()) == []


def test_a_circle_would_be_found():
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def room(module):
    """As docs/architecture.md draws it; what every room of the conversation may use is `base`."""
    first, *rest = module.removeprefix("spasm_guide.").split(".")
    if first != "conversation":
        return first
    return "base" if rest[0] in BASE else rest[0]


def test_the_picture_of_rooms_and_arrows_is_true():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = {
        (one, other)
        for line in re.findall(r"^ +(.+ --> .+)$", page, re.MULTILINE)
        for one in line.split(" --> ")[0].split(" & ")
        for other in line.split(" --> ")[1].split(" & ")
    }
    real = {(room(one), room(other)) for one, others in graph().items() for other in others}
    everywhere = {"base", "clinical", "content"}
    assert drawn == {(a, b) for a, b in real if a != b and b not in everywhere}


def test_no_state_knows_another():
    """They say where to go next; wiring.py alone knows them all."""
    named = {handler.__module__ for handlers in STATES.values() for handler in handlers.values()}
    states = {name for name in named if hasattr(sys.modules[name], "ON")}
    assert len(states) >= 10
    for one in states:
        assert not graph()[one] & states, one


def test_only_the_edge_knows_the_sdk():
    for module in MODULES:
        if module.parent.name != "alexa" and "alexa" not in module.relative_to(CODE).parts:
            assert not any(n.startswith("ask_sdk") for n in imported(module)), module


def test_boto3_is_imported_inside_functions_only():
    for module in MODULES:
        assert not any(n.split(".")[0] in ("boto3", "botocore") for n in imported(module, False)), (
            module
        )


def test_no_clock_and_no_files_in_the_conversation_and_the_rule():
    for room in ("clinical", "conversation"):
        for module in (CODE / room).rglob("*.py"):
            named = set(imported(module))
            assert not named & {"time", "random", "os", "pathlib", "socket", "logging"}, module


def test_a_state_has_the_same_name_in_three_trees():
    states = {state_of(asking) for asking in STATES} | SAID_ANYWHERE
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
