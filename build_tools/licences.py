"""Writes docs/licences.md: whose code is shipped, under which licence. `make licences`."""

import re
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, Final

from build_tools.artifact import ROOT
from build_tools.edits import UNUSED
from spasm_guide.reading.tensors import Tensors

PAGE: Final = ROOT / "docs/licences.md"
WEIGHTS: Final = """
The reader's weights were fine-tuned here (`interaction_model/training/`) from published ones,
under the licence that their model card states:

| file | begun from | licence | SHA-256 of what it began from |
| --- | --- | --- | --- |
"""
LOCKED: Final = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
NAMES: Final = {
    "Apache 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "Dual License": "Apache-2.0 or BSD-3-Clause",
}
INTRO: Final = """# Licences

What runs on Lambda, beside this project's own code (MIT, see LICENSE) and the standard library.
Everything is used as published, with the edits that `build_tools/edits.py` lists.
`make licences` writes this page anew; a test holds it to what is shipped.

| package | version | licence |
| --- | --- | --- |
"""


def shipped() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence."""
    for name, version in LOCKED.findall((ROOT / "lambda/requirements.txt").read_text()):
        if name.replace("-", "_") not in UNUSED and name.removeprefix("python-") not in UNUSED:
            yield name, version, licence(name)


def licence(package: str) -> str:
    """As the package states it, by its short name."""
    about: Any = metadata(package)
    stated = about.get("License-Expression") or about.get("License") or ""
    if not stated or "\n" in stated:
        kinds = [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
        stated = " or ".join(kind.rpartition(" :: ")[2] for kind in kinds)
    return NAMES.get(stated, stated)


def weights() -> Iterator[str]:
    """What each language's reader was fine-tuned from, as its own file says."""
    languages = ROOT / "lambda/spasm_guide/languages"
    for file in sorted(languages.glob("*/reading/encoder.safetensors")):
        base, _, digest = Tensors(file).metadata["base"].partition(" sha256:")
        yield f"| `{file.relative_to(ROOT)}` | {base} | Apache-2.0 | `{digest}` |\n"


def page() -> str:
    rows = [f"| {name} | {version} | {kind} |\n" for name, version, kind in shipped()]
    return INTRO + "".join(rows) + WEIGHTS + "".join(weights())


if __name__ == "__main__":
    Path(PAGE).write_text(page(), encoding="utf-8")
