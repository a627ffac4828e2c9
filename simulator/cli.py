"""The command `spasm-guide`: one file for each subcommand."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from spasm_guide import __version__

from .talk import device_for

__all__ = ("device_for", "main")

COMMANDS: Final = ("talk", "understand", "assess", "diary", "serve")
"""Each module has `HELP`, `arguments(parser)` and `run(args)`, which returns the exit code."""
INTERRUPTED: Final = 130
NEEDED: Final = ("ask_sdk_core", "jinja2", "numpy")
"""What the skill imports in mid conversation, where nobody would understand its lack."""


def main(argv: Sequence[str] | None = None) -> int:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        print(
            f"spasm-guide: this Python lacks {', '.join(missing)}, which the skill has come to "
            "need: run `make setup` (or `pip install --upgrade` where it was installed by pip).",
            file=sys.stderr,
        )
        return 1
    parser = argparse.ArgumentParser(
        prog="spasm-guide",
        description="Spasm Guide, an Alexa skill for people whose back has locked up, on this "
        "computer. It is not a doctor.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f".{name}", __package__)
        command = commands.add_parser(name, help=module.HELP, description=module.__doc__)
        module.arguments(command)
        command.set_defaults(run=module.run)
    args = parser.parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; nor can the interpreter flush it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
