"""The diary that is kept on this computer, to take along: `diary export` writes it out."""

import argparse
import csv
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from spasm_guide.storage.store import Unavailable

from .diary_store import FILE, data_folder

if TYPE_CHECKING:
    from spasm_guide.storage.store import Spasm

HELP: Final = "the diary that is kept on this computer"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run rather than show."""


def arguments(parser: argparse.ArgumentParser) -> None:
    does = parser.add_subparsers(required=True, metavar="export")
    export = does.add_parser("export", help="write it out, the earliest first")
    export.add_argument("--format", choices=("csv", "html"), default="csv", help="(csv)")
    export.add_argument("--data-dir", metavar="DIR", help="where the diary is kept")
    export.add_argument("--output", metavar="FILE", help="where to write (standard output)")


def run(args: argparse.Namespace) -> int:
    folder = data_folder(args.data_dir)
    if not (folder / FILE).is_file():
        print(f"spasm-guide: no diary is kept in {folder}", file=sys.stderr)
        return 1
    try:
        spasms = read(folder)
        if args.output:
            with Path(args.output).open("w", encoding="utf-8", newline="") as file:
                write(spasms, args.format, file)
        else:
            write(spasms, args.format, sys.stdout)
    except BrokenPipeError:
        raise
    except (Unavailable, OSError) as error:
        why = str(error) or f"{folder / FILE} cannot be read: {error.__cause__ or 'it is in use'}"
        print(f"spasm-guide: {why}", file=sys.stderr)
        return 1
    return 0


def read(folder: Path) -> "list[Spasm]":
    from spasm_guide.storage.owner import owner

    from .diary_store import open_diary
    from .envelopes import Account

    store, pepper = open_diary(folder)
    return store.entries(owner(pepper, Account().user, ""), int(datetime.now().timestamp()))


def write(spasms: "Sequence[Spasm]", form: str, out: TextIO) -> None:
    if form == "html":
        from .diary_report import report

        out.write(report(spasms, datetime.now().astimezone()))
        return
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("date", "time", "severity_0_to_10", "cause"))
    for spasm in spasms:
        at = datetime.fromtimestamp(spasm.at)
        severity = "" if spasm.severity is None else spasm.severity
        rows.writerow((at.date(), at.strftime("%H:%M"), severity, _plain(spasm.cause or "")))


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
