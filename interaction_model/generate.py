"""Write the ASK skill package from its sources: `python -m interaction_model.generate`.

With --check nothing is written. What is wrong or stale is named, and the exit status is 1.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from interaction_model.checks import faults
from interaction_model.language_model import interaction_model
from interaction_model.manifest import TASK, manifest
from interaction_model.source import LOCALES
from interaction_model.task import task
from interaction_model.writing import FOLDER, PACKAGE, text


def files(own_commands: bool = False, elicit: bool = False) -> Iterator[tuple[Path, str]]:
    yield PACKAGE / "skill.json", text(manifest())
    yield PACKAGE / f"tasks/{TASK['name']}.{TASK['version']}.json", text(task())
    for locale in LOCALES:
        yield (
            PACKAGE / f"interactionModels/custom/{locale}.json",
            text(interaction_model(locale, own_commands, elicit)),
        )


def stale() -> list[Path]:
    return [
        file for file, wanted in files() if not file.exists() or file.read_text("utf-8") != wanted
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is wrong or stale")
    parser.add_argument(
        "--own-commands",
        action="store_true",
        help="our samples on Amazon's intents to intents of our own",
    )
    parser.add_argument("--elicit", action="store_true", help="a dialog, for the third net")
    given = parser.parse_args()
    only_check = given.check
    wrong = [f"{x}: {fault}" for x in LOCALES for fault in faults(interaction_model(x))]
    if not wrong and not only_check:
        _write(given.own_commands, given.elicit)
    elif not wrong:
        wrong = [f"stale: {file.relative_to(FOLDER.parent)}" for file in stale()]
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


def _write(own_commands: bool, elicit: bool) -> None:
    for file, wanted in files(own_commands, elicit):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted, encoding="utf-8")
        print(f"{file.relative_to(FOLDER.parent)}  {len(wanted.encode()) / 1024:.0f} KB")


if __name__ == "__main__":
    sys.exit(main())
