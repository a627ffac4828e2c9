"""Diaries in one SQLite file, for the skill on one's own computer."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from spasm_guide.storage.store import YEAR, Owner, Spasm, Told, Unavailable

if TYPE_CHECKING:
    from sqlite3 import Connection

PATIENCE: Final = 0.8
"""Seconds to wait for another writer."""
STEPS: Final = (
    """
create table if not exists spasm (
    account text, person text, once text, at integer, cause text, severity integer,
    expires integer, primary key (account, person, once)
) without rowid;
create table if not exists preference (
    account text, person text, name text, value text,
    expires integer, primary key (account, person, name)
) without rowid;
""",
)
"""Each makes of a file of its own number one of the next. Append only: files of every number are
out there, and those from before there were numbers have 0."""
VERSION: Final = len(STEPS)


class Newer(Unavailable):
    """The file was laid out by a later version of this program; it is left as it is."""


class SqliteStore:
    """May be used from any thread, and by several processes at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Connection | None = None
        self._turn = Lock()
        self._later = False

    def warm(self) -> None:
        import sqlite3  # noqa: F401

    def note(self, owner: Owner, spasm: Spasm, once: str, now: int) -> None:
        kept = (spasm.at, spasm.cause, spasm.severity, now + YEAR)
        with self._open() as file:
            self._expire(file, now)
            file.execute(
                "insert or ignore into spasm values (?, ?, ?, ?, ?, ?, ?)",
                (owner.account, owner.person, once, *kept),
            )

    def entries(self, owner: Owner, now: int) -> list[Spasm]:
        with self._open() as file:
            rows = file.execute(
                "select at, cause, severity from spasm"
                " where account = ? and person = ? and expires > ? order by at",
                (owner.account, owner.person, now),
            )
            return [Spasm(*row) for row in rows]

    def last(self, owner: Owner, now: int) -> tuple[str, Spasm] | None:
        with self._open() as file:
            row = file.execute(
                "select once, at, cause, severity from spasm"
                " where account = ? and person = ? and expires > ?"
                " order by expires desc, at desc, once limit 1",
                (owner.account, owner.person, now),
            ).fetchone()
            return (row[0], Spasm(*row[1:])) if row else None

    def change(self, owner: Owner, once: str, told: Told, now: int) -> bool:
        with self._open() as file:
            done = file.execute(
                "update spasm set at = coalesce(?, at), cause = coalesce(?, cause),"
                " severity = coalesce(?, severity)"
                " where account = ? and person = ? and once = ? and expires > ?",
                (
                    *(told.get("at"), told.get("cause"), told.get("severity")),
                    *(owner.account, owner.person, once, now),
                ),
            )
            return done.rowcount > 0

    def remove(self, owner: Owner, once: str, now: int) -> None:
        with self._open() as file:
            self._expire(file, now)
            file.execute(
                "delete from spasm where account = ? and person = ? and once = ?",
                (owner.account, owner.person, once),
            )
            self._empty_log(file)

    def prefer(self, owner: Owner, name: str, value: str, now: int) -> None:
        with self._open() as file:
            self._expire(file, now)
            file.execute(
                "insert or replace into preference values (?, ?, ?, ?, ?)",
                (owner.account, owner.person, name, value, now + YEAR),
            )

    def preferences(self, owner: Owner, now: int) -> dict[str, str]:
        with self._open() as file:
            rows = file.execute(
                "select name, value from preference"
                " where account = ? and person = ? and expires > ?",
                (owner.account, owner.person, now),
            )
            return dict(rows.fetchall())

    def forget(self, account: str) -> None:
        """From every table, so that a file of any version, a later one too, can be emptied."""
        with self._open(any_version=True) as file:
            self._make_room(file)
            for table in _of_accounts(file):
                file.execute(f'delete from "{table}" where account = ?', (account,))
            self._empty_log(file)

    def close(self) -> None:
        if self._file:
            self._file.close()
        self._file = None

    def _expire(self, file: "Connection", now: int) -> None:
        for table in ("spasm", "preference"):
            file.execute(f"delete from {table} where expires <= ?", (now,))

    def _make_room(self, file: "Connection") -> None:
        """On a full disk the log is all that can give way."""
        import sqlite3

        with suppress(sqlite3.Error):
            file.execute("pragma wal_checkpoint(truncate)").fetchone()

    def _empty_log(self, file: "Connection") -> None:
        """What was deleted is still in the write-ahead log until that is written back."""
        patience = monotonic() + PATIENCE
        while _first(file, "pragma wal_checkpoint(truncate)"):
            if monotonic() > patience:
                raise Unavailable
            sleep(0.01)

    @contextmanager
    def _open(self, any_version: bool = False) -> Iterator["Connection"]:
        """One caller at a time; after any failure the file is opened anew."""
        import sqlite3

        if not self._turn.acquire(timeout=PATIENCE):
            raise Unavailable
        try:
            self._file = self._file or self._connect()
            if self._later and not any_version:
                raise Newer(f"{self._path} was written by a later version of this program")
            yield self._file
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise Unavailable from error
        finally:
            self._turn.release()

    def _connect(self) -> "Connection":
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        file = sqlite3.connect(
            self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            file.execute("pragma secure_delete = on")
            file.execute("pragma synchronous = normal")
            number = _first(file, "pragma user_version")
            self._later = number > VERSION
            if number < VERSION or _first(file, "pragma journal_mode") != "wal":
                _lay_out(file)
        except sqlite3.Error:
            file.close()
            raise
        return file


def _lay_out(file: "Connection") -> None:
    """Several may come first at once, and turning on the log does not wait for the others."""
    import sqlite3

    patience = monotonic() + PATIENCE
    while True:
        try:
            file.execute("pragma journal_mode = wal")
            file.execute("begin immediate")
            try:
                _step_up(file)
                file.execute("commit")
            except BaseException:
                file.execute("rollback")
                raise
            return
        except sqlite3.OperationalError:
            if monotonic() > patience:
                raise
            sleep(0.01)


def _step_up(file: "Connection") -> None:
    """Whoever comes second finds it done."""
    at = _first(file, "pragma user_version")
    for number in range(at, VERSION):
        for statement in filter(str.strip, STEPS[number].split(";")):
            file.execute(statement)
        file.execute(f"pragma user_version = {number + 1}")


def _of_accounts(file: "Connection") -> list[str]:
    """The tables that say whose each row is."""
    tables = "select name from sqlite_master where type = 'table'"
    columns = "select 1 from pragma_table_info(?) where name = 'account'"
    names = [row[0] for row in file.execute(tables).fetchall()]
    return [name for name in names if file.execute(columns, (name,)).fetchone()]


def _first(file: "Connection", query: str) -> Any:
    return file.execute(query).fetchone()[0]
