"""The SDK's model packages, made to load a class when it is first asked for.

Their `__init__.py` files import several hundred modules one by one; a request needs a few.
Only files that hold nothing but `from .module import Name` are replaced. tests/runtime proves that
answers stay the same; `make build ARGS=--eager` leaves the SDK as it came.
"""

import ast
from pathlib import Path
from typing import Final

LAZY: Final = '''"""Written by the build: the SDK's own names, each loaded at first use."""

_HOME = {home!r}


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

DATES: Final = (
    "            from dateutil.parser import parse\n            parsed_datetime = parse(payload)\n",
    "            parsed_datetime = datetime.fromisoformat(payload)\n",
)
"""Alexa's timestamps are ISO 8601; the general parser costs more than the turn itself."""


class SdkChanged(ValueError):
    """The SDK is not the one these replacements were written for."""


def make_lazy(site: Path) -> int:
    """Rewrite the packages below `site`; return how many."""
    serializer = site / "ask_sdk_core" / "serialize.py"
    source = serializer.read_text()
    if source.count(DATES[0]) != 1:
        raise SdkChanged(f"{serializer.name}: dates are not read where they used to be")
    serializer.write_text(source.replace(*DATES))
    count = 0
    for init in sorted((site / "ask_sdk_model").rglob("__init__.py")):
        if home := _imports(init.read_text()):
            init.write_text(LAZY.format(home=home))
            count += 1
    return count


def _imports(source: str) -> dict[str, str] | None:
    """Name to submodule, or None where the file does more than import its own modules' names."""
    home: dict[str, str] = {}
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ImportFrom) or (node.level, node.module) == (0, "__future__"):
            if isinstance(node, ast.ImportFrom):
                continue
            return None
        if node.level != 1 or node.module is None:
            return None
        home.update({alias.asname or alias.name: node.module for alias in node.names})
        if any(alias.asname for alias in node.names):
            return None
    return home or None
