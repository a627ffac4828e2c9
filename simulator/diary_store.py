"""Where the diary is kept on this computer: one SQLite file and the secret of its keys."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from spasm_guide.storage.store import Unavailable

if TYPE_CHECKING:
    from spasm_guide.storage.store import Store

FILE: Final = "diary.sqlite"
PEPPER: Final = "pepper"
LENGTH: Final = 32
"""Characters of the secret, at the least."""


def data_folder(chosen: str | None = None) -> Path:
    """The one that was chosen, else the user's own for data of programs."""
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "spasm-guide"


class NoPepper(Unavailable):
    """The file of the secret is there, but holds none: without it the diary cannot be read."""


def pepper(folder: Path) -> str:
    """Made once; whoever comes first, all others use the same.

    Raise NoPepper rather than make another: that would orphan what is there.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / PEPPER
    if not path.exists():
        mine = folder / f".{PEPPER}-{secrets.token_hex(8)}"
        mine.touch(mode=0o600)
        mine.write_text(secrets.token_hex(32), encoding="ascii")
        with suppress(FileExistsError):
            os.link(mine, path)
        mine.unlink()
    made = path.read_text(encoding="ascii", errors="replace").strip()
    if len(made) < LENGTH:
        raise NoPepper(f"{path} holds no secret: bring it back from a copy, or delete the folder")
    return made


def open_diary(folder: Path) -> "tuple[Store, str]":
    from spasm_guide.storage.sqlite import SqliteStore

    return SqliteStore(folder / FILE), pepper(folder)
