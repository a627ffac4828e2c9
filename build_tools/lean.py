"""The SDK and Jinja as shipped: their packages load a name when it is first asked for (PEP 562).

Their `__init__.py` files import several hundred modules one by one; a request needs a few. Files
that do more than import their own modules' names are left alone. tests/runtime proves that answers
stay the same to the byte; `make build ARGS=--plain` leaves everything as it came.
"""

import ast
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from build_tools.edits import EDITS, UNUSED, Edit

PACKAGES: Final = ("ask_sdk_model", "jinja2")

LAZY: Final = '''"""Written by the build: the package's own names, each loaded at first use."""

_HOME = {home!r}
{rest}

def __getattr__(name):
    home = _HOME.get(name)
    if home is None:
        raise AttributeError("module " + repr(__name__) + " has no attribute " + repr(name))
    value = getattr(__import__(__name__ + "." + home, fromlist=("",)), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({{*globals(), *_HOME}})
'''


class Changed(ValueError):
    """A package is not the one that the edits were written for."""


def edit(folder: Path, changes: Mapping[str, Iterable[Edit]]) -> None:
    for name, edits in changes.items():
        file = folder / name
        source = file.read_text()
        for old, new in edits:
            if source.count(old) != 1:
                raise Changed(f"{name} has not exactly once: {old.strip()}")
            source = source.replace(old, new)
        file.write_text(source)


def make_lean(site: Path) -> None:
    edit(site, EDITS)
    for package in PACKAGES:
        for init in sorted((site / package).rglob("__init__.py")):
            if lazy := make_lazy(init.read_text()):
                init.write_text(lazy)
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def make_lazy(source: str) -> str | None:
    """The lazy module in place of this one, or None where it does more than import and name."""
    home: dict[str, str] = {}
    rest: list[str] = []
    for node in ast.parse(source).body:
        match node:
            case ast.ImportFrom(module=str(module), level=1, names=names):
                for alias in names:
                    if alias.name == "*" or alias.asname not in (None, alias.name):
                        return None
                    home[alias.name] = module
            case ast.ImportFrom(module="__future__") | ast.Expr(value=ast.Constant()):
                pass
            case ast.Assign(value=ast.Constant()):
                rest.append(ast.unparse(node))
            case _:
                return None
    return LAZY.format(home=home, rest="\n".join(rest)) if home else None
