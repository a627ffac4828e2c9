"""`make mutate`: does any test notice when the clinical code is wrong?

Each mutant is the code with one small fault; the tests of the rule run against it. One that no test
notices survives: it must be explained in survivors.toml, or get a test.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from build_tools.artifact import ROOT
from build_tools.mutations import Mutant, mutants

FOLDER: Final = Path("lambda/spasm_guide/clinical")
TESTS: Final = ("tests/safety", "tests/clinical")  # the quick ones first
EXPLAINED: Final = Path(__file__).with_name("survivors.toml")
SLOW: Final = 120
"""Seconds after which a mutant counts as noticed: it runs for ever."""


def survives(file: Path, mutant: Mutant) -> bool:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        shutil.copytree(ROOT / "lambda", root / "lambda")
        (root / "templates").symlink_to(ROOT / "templates")
        (root / file).write_text(mutant.source, encoding="utf-8")
        paths = f"pythonpath={root / 'lambda'} {ROOT}"
        command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        try:
            run = subprocess.run(
                [*command, "-o", paths, *TESTS], cwd=ROOT, capture_output=True, timeout=SLOW
            )
        except subprocess.TimeoutExpired:
            return False
        return run.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a module's name, such as rule")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    found = [
        (file.relative_to(ROOT), mutant)
        for file in sorted((ROOT / FOLDER).glob(f"{given.only or '*'}.py"))
        for mutant in mutants(file.read_text(encoding="utf-8"))
    ]
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    print(f"{len(found)} mutants", file=sys.stderr)
    alive = []
    with ThreadPoolExecutor(given.jobs) as pool:
        for number, lives in enumerate(pool.map(lambda each: survives(*each), found), 1):
            alive.append(lives)
            print(f"\r{number} tried, {sum(alive)} survived", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    left = [
        (file.stem, mutant.id) for (file, mutant), lives in zip(found, alive, strict=True) if lives
    ]
    known = [each for each in left if each[1] in explained.get(each[0], {})]
    print(f"{len(found) - len(left)} of {len(found)} noticed, {len(known)} survivors explained")
    for module, name in left:
        reason = explained.get(module, {}).get(name)
        print(f"{module}: {name}\n    {reason or 'UNEXPLAINED'}")
    sys.exit(len(left) > len(known))


if __name__ == "__main__":
    main()
