"""Who imports whom in lambda/, imports inside functions included."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "lambda"


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path, anywhere: bool = True) -> Iterator[str]:
    """Names as they are written; of `from a import b` both `a` and `a.b`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if anywhere else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def graph() -> dict[str, set[str]]:
    """Of our own modules; a package that holds nothing of its own is no module."""
    ours = {name: path for name, path in modules().items() if path.name != "__init__.py"}
    return {name: ours.keys() & set(imported(path)) for name, path in ours.items()}


def circle(arrows: Mapping[str, set[str]]) -> list[str]:
    """One circle of imports, or nothing."""
    done: set[str] = set()

    def search(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        for other in sorted(arrows[name]):
            if found := search(other, [*trail, name]):
                return found
        done.add(name)
        return []

    return next((found for name in arrows if (found := search(name, []))), [])
