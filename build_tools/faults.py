"""Small faults that a programmer could make, one at a time: Cosmic Ray's, and two of our own.

Left out are its operators that say nothing here: a decorator taken away is a crash or a cache, and
one other comparison or sum in place of each tells as much as eleven.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.keyword_replacer import KeywordReplacementOperator
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import PythonLeaf

KEPT: Final = (
    "AddNot",
    "ExceptionReplacer",
    "NumberReplacer",
    "ReplaceAndWithOr",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ReplaceFalseWithTrue",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_USub_UAdd",
    "ZeroIterationForLoop",
    *(
        f"ReplaceComparisonOperator_{one}_{other}"
        for a, b in (
            ("Eq", "NotEq"),
            ("Lt", "LtE"),
            ("Gt", "GtE"),
            ("Is", "IsNot"),
        )
        for one, other in ((a, b), (b, a))
    ),
    *(
        f"ReplaceBinaryOperator_{pair}"
        for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul")
    ),
)


class Fault(NamedTuple):
    file: Path
    definition: str
    operator: Operator
    occurrence: int

    def put_into(self, source: str) -> str:
        changed: str | None = mutate_code(source, self.operator, self.occurrence)
        assert changed is not None
        return changed

    def name(self, source: str) -> str:
        """Where it is, and the lines before and after."""
        changed = self.put_into(source)
        lines = difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0)
        old, new = (
            " ".join(line[1:].strip() for line in found if line.startswith(mark))
            for found in [list(lines)[2:]]
            for mark in "-+"
        )
        return f"{self.definition}: {old} -> {new}" if self.definition else f"{old} -> {new}"


class NotIn(KeywordReplacementOperator):  # type: ignore[misc]
    from_keyword = "in"
    to_keyword = "not in"

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        if node.parent and node.parent.type == "comparison":
            yield from super().mutation_positions(node)


class LeaveOut(Operator):  # type: ignore[misc]
    """One of several in a tuple, list, set or dictionary: what our tables are made of."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        if node.type in ("testlist_comp", "dictorsetmaker"):
            parts = self._parts(node)
            if len(parts) > 1:
                for part in parts:
                    yield part[0].start_pos, part[-1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        parts = self._parts(node)
        comma = next(child for child in node.children if child == ",")
        kept = [child for i, part in enumerate(parts) if i != index for child in (*part, comma)]
        node.children = kept  # with a comma at the end: one that is left is still a tuple
        return node

    def _parts(self, node: Any) -> list[list[Any]]:
        parts: list[list[Any]] = [[]]
        for child in node.children:
            if isinstance(child, PythonLeaf) and child.value == ",":
                parts.append([])
            else:
                parts[-1].append(child)
        return [part for part in parts if part]

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (
            Example("x = (1, 2)", "x = (2,)"),
            Example("x = {1: 2, 3: 4}", "x = {1: 2,}", occurrence=1),
        )


def operators() -> Iterator[Operator]:
    yield from (get_operator(f"core/{name}")() for name in KEPT)
    yield from (NotIn(), LeaveOut())


def faults(file: Path, source: str) -> Iterator[Fault]:
    tree = get_ast(source)
    for operator in operators():
        places = (node for node in ast_nodes(tree) for _ in operator.mutation_positions(node))
        for occurrence, node in enumerate(places):
            if not _of_a_type(node):
                name = ASTQuery(node).get_definition_name() or ""
                yield Fault(file, name, operator, occurrence)


def _of_a_type(node: Any) -> bool:
    """In an annotation, a decorator or `Callable[[...], ...]`: what it says is for readers."""
    while node.parent:
        inside, node = node, node.parent
        if (
            node.type in ("tfpdef", "decorator")
            or (node.type == "annassign" and inside is node.children[1])
            or (node.type == "funcdef" and inside is node.annotation)
            or (node.type == "subscriptlist" and inside.type == "atom")
        ):
            return True
    return False
