"""What runs on Lambda, assembled: `make build`.

The wheels of lambda/requirements.txt for the target machine, the code, the templates compiled to
Python, and bytecode of all of it that needs no check against its source. Docs and tests stay out.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import FileSystemLoader

from build_tools import archive, interpreter
from build_tools.edits import START
from build_tools.lean import edit, make_lean
from spasm_guide.speech.renderer import SUFFIX, environment

TOOLS: Final = Path(__file__).resolve().parent
ROOT: Final = TOOLS.parent
GLIBC: Final = ("2_17", "2_27", "2_28", "2_34")
"""The manylinux levels that Amazon Linux 2023 can load."""

BYTECODE_ONLY: Final = ("ask_sdk_model",)
"""Some 680 modules of getters and setters, a seventh of the zip as source."""
NOT_NEEDED: Final = (
    *("*.dist-info", "*.pyi", "*.pxd", "py.typed", "bin", "README*", "__pycache__"),
    *("_multiarray_tests.*", "_rational_tests.*", "_umath_tests.*", "_simd.*", "conftest.py"),
    *("_struct_ufunc_tests.*", "_operand_flag_tests.*"),
)


def build(out: Path, python: str, machine: str, lean: bool = True, code: Path = ROOT) -> Path:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    install_wheels(code / "lambda/requirements.txt", out, python, machine)
    if lean:
        make_lean(out)
    shutil.copytree(
        code / "lambda", out, dirs_exist_ok=True, ignore=shutil.ignore_patterns("requirements.txt")
    )
    compile_templates(code / "templates", out / "spasm_guide")
    for pattern in NOT_NEEDED:
        for path in out.rglob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if lean:
        quicken(out, python)
        for package in BYTECODE_ONLY:
            compile_bytecode(out, python, out / package, "-b")
            for source in (out / package).rglob("*.py"):
                source.unlink()
    compile_bytecode(out, python, out)
    return out


def install_wheels(requirements: Path, out: Path, python: str, machine: str) -> None:
    version = interpreter.version(python)
    assert version
    platforms = [f"manylinux_{level}_{machine}" for level in GLIBC]
    _run(
        [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"],
        ["--target", str(out), "--no-compile", "--no-deps", "--only-binary=:all:"],
        ["--implementation", "cp", "--python-version", version],
        [f"--platform={p}" for p in (*platforms, f"manylinux2014_{machine}")],
        ["--require-hashes", "-r", str(requirements)],
    )


def compile_templates(templates: Path, package: Path) -> None:
    """Every template to a Python module; what is no template (a screen's document) as it is."""
    for language in sorted(path for path in templates.iterdir() if path.is_dir()):
        environment(FileSystemLoader(language)).compile_templates(
            package / "compiled_templates" / language.name,
            extensions=[SUFFIX.removeprefix(".")],
            zip=None,
            ignore_errors=False,
        )
    shutil.copytree(templates, package / "templates", ignore=shutil.ignore_patterns("*" + SUFFIX))


def quicken(out: Path, python: str) -> None:
    shutil.copy(TOOLS / "shipped/quick_start.py", out)
    edit(out, START)
    _run([python, "-B", "-W", "ignore", str(TOOLS / "record_methods.py")], cwd=out)


def compile_bytecode(out: Path, python: str, folder: Path, *options: str) -> None:
    """Unchecked hashes: the zip's dates say nothing. One process, fixed hashing: the same bytes."""
    _run(
        [python, "-W", "ignore", "-m", "compileall", "-q", "-f", "-j", "1", *options],
        ["--invalidation-mode", "unchecked-hash", "-s", str(out), "-p", "/var/task", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )


def _run(*parts: Sequence[str], env: dict[str, str] | None = None, cwd: Path | None = None) -> None:
    subprocess.run([word for part in parts for word in part], check=True, env=env, cwd=cwd)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/lambda"))
    parser.add_argument("--python", default=None, help=f"a Python {interpreter.LAMBDA}")
    parser.add_argument("--machine", default="aarch64", help="aarch64 or x86_64")
    parser.add_argument("--plain", action="store_true", help="packages as they came")
    given = parser.parse_args()
    try:
        python = interpreter.find(given.python)
    except interpreter.NoInterpreter as missing:
        sys.exit(str(missing))
    build(given.out, python, given.machine, lean=not given.plain)
    zipped = archive.pack(given.out, given.out.with_suffix(".zip"))
    size = zipped.stat().st_size
    print(f"{zipped}: {size:,} bytes for {given.machine}", file=sys.stderr)


def host_machine() -> str:
    return {"arm64": "aarch64", "amd64": "x86_64"}.get(
        platform.machine().lower(), platform.machine()
    )


if __name__ == "__main__":
    main()
