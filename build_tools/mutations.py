"""Small faults that a programmer could make, one at a time, in a module's source."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_COMPARE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
}
_NAMES: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}


@dataclass(frozen=True, slots=True)
class Mutant:
    place: str
    """The function or the assigned name it is in."""
    change: str
    source: str

    @property
    def id(self) -> str:
        return f"{self.place}: {self.change}"


def mutants(source: str) -> Iterator[Mutant]:
    tree = ast.parse(source)
    count = sum(1 for _ in _nodes(tree))
    for index in range(count):
        variants = len(_variants(_at(tree, index)[0]))
        for variant in range(variants):
            changed = copy.deepcopy(tree)
            node, place = _at(changed, index)
            before = ast.unparse(node)
            new = _variants(node)[variant]
            _replace(changed, node, new)
            text = f"{before} -> {ast.unparse(ast.fix_missing_locations(new))}"
            yield Mutant(place, " ".join(text.split()), ast.unparse(changed))


def _nodes(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Every expression that runs, with the name of what it is in."""
    for top in tree.body:
        if isinstance(top, ast.Import | ast.ImportFrom):
            continue
        if isinstance(top, ast.Expr) and isinstance(top.value, ast.Constant):
            continue
        if isinstance(top, ast.Assign) and isinstance(top.value, ast.Subscript):
            continue  # a name for a type
        for node in _running(top):
            yield node, _name(top)


def _running(node: ast.AST) -> Iterator[ast.expr]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.expr):
                yield child
            if isinstance(child, ast.AST):
                yield from _running(child)


def _name(top: ast.stmt) -> str:
    if isinstance(top, ast.FunctionDef | ast.ClassDef):
        return top.name
    if isinstance(top, ast.AnnAssign):
        return ast.unparse(top.target)
    return ast.unparse(top).partition("=")[0].strip()


def _at(tree: ast.Module, index: int) -> tuple[ast.expr, str]:
    return next(found for number, found in enumerate(_nodes(tree)) if number == index)


def _variants(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARE:
            return [ast.Compare(node.left, [_COMPARE[type(op)]()], node.comparators)]
        case ast.BoolOp():
            other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            return [ast.BoolOp(other, node.values)]
        case ast.UnaryOp(op=ast.Not()):
            return [node.operand]
        case ast.BinOp() if type(node.op) in _ARITHMETIC:
            return [ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)]
        case ast.IfExp():
            return [ast.IfExp(node.test, node.orelse, node.body)]
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES:
            return [ast.Call(ast.Name(_NAMES[name], ast.Load()), node.args, node.keywords)]
        case ast.Constant(value=bool(value)):
            return [ast.Constant(not value)]
        case ast.Constant(value=int(value) | float(value)):
            return [ast.Constant(value + 1)]
        case ast.Tuple(elts=parts, ctx=ast.Load()) if len(parts) > 0:
            return [ast.Tuple([*parts[:i], *parts[i + 1 :]], ast.Load()) for i in range(len(parts))]
        case ast.Dict(keys=keys, values=values) if len(keys) > 1:
            return [
                ast.Dict([*keys[:i], *keys[i + 1 :]], [*values[:i], *values[i + 1 :]])
                for i in range(len(keys))
            ]
    return []


def _replace(tree: ast.AST, old: ast.expr, new: ast.expr) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list):
                for index, child in enumerate(value):
                    if child is old:
                        value[index] = new
                        return
