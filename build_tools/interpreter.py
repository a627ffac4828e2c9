"""A Python of the version that Lambda runs: bytecode is only good for its own version."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LAMBDA: Final = "3.13"

HOW_TO_INSTALL: Final = f"""No Python {LAMBDA} found, and its bytecode needs one. Any of these:
  apt-get install python{LAMBDA}   (Debian 13, Ubuntu 25.04 and newer)
  pyenv install {LAMBDA}
  uv python install {LAMBDA}
  or name one: make build LAMBDA_PYTHON=/path/to/python{LAMBDA}"""


class NoInterpreter(LookupError):
    """None of that version on this machine; the message says how to get one."""


def find(named: str | None = None) -> str:
    for candidate in [named] if named else _candidates():
        if version(candidate) == LAMBDA:
            return candidate
    raise NoInterpreter(HOW_TO_INSTALL)


def version(python: str) -> str | None:
    """Ask it: what is on PATH may be a pyenv shim that runs nothing."""
    try:
        run = subprocess.run(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            timeout=20,
        )
    except OSError:
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def _candidates() -> Iterator[str]:
    for name in (f"python{LAMBDA}", "python3", "python"):
        if found := shutil.which(name):
            yield found
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    uv = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "uv/python"
    for pattern in (f"versions/{LAMBDA}*/bin/python3", f"cpython-{LAMBDA}*/bin/python3"):
        for root in (pyenv, uv):
            yield from (str(path) for path in sorted(root.glob(pattern), reverse=True))
