"""A file from another version, a full disk, a broken file, a process killed while it writes."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from spasm_guide.storage.sqlite import VERSION, Newer, SqliteStore
from spasm_guide.storage.store import YEAR, Owner, Spasm, Unavailable

LAMBDA = Path(__file__).parents[2] / "lambda"
ANN = Owner("a", "")
NOW = 1_800_000_000
BEFORE_NUMBERS = """
create table spasm (account text, person text, once text, at integer, cause text,
    severity integer, expires integer, primary key (account, person, once)) without rowid;
create table preference (account text, person text, name text, value text,
    expires integer, primary key (account, person, name)) without rowid;
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.sqlite"


@pytest.fixture
def store(path):
    store = SqliteStore(path)
    yield store
    store.close()


def change(path, script):
    with closing(sqlite3.connect(path)) as file:
        file.executescript(script)


def number(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("pragma user_version").fetchone()[0]


@pytest.mark.parametrize("wal", ["pragma journal_mode = wal;", ""])
def test_a_file_from_before_there_were_numbers_works_and_gets_one(path, store, wal):
    row = f"insert into spasm values ('a', '', 'r0', 7, 'sneezing', 3, {NOW + YEAR});"
    change(path, wal + BEFORE_NUMBERS + row)
    assert store.entries(ANN, NOW) == [Spasm(7, "sneezing", 3)]
    store.note(ANN, Spasm(NOW), "r1", NOW)
    assert len(store.entries(ANN, NOW)) == 2
    assert number(path) == VERSION


def test_a_file_of_a_later_version_is_left_as_it_is_but_can_be_forgotten(path, store):
    store.note(ANN, Spasm(NOW, "sneezing"), "r1", NOW)
    store.close()
    later = "create table mood (account text, how text); insert into mood values ('a', 'low');"
    change(path, later + "insert into mood values ('b', 'high'); pragma user_version = 99;")
    for refused in (
        lambda: store.note(ANN, Spasm(NOW), "r2", NOW),
        lambda: store.entries(ANN, NOW),
        lambda: store.prefer(ANN, "diary", "yes", NOW),
        lambda: store.preferences(ANN, NOW),
    ):
        with pytest.raises(Newer):
            refused()
    store.forget("a")
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("select account from mood").fetchall() == [("b",)]
        assert file.execute("select count(*) from spasm").fetchone() == (0,)
    assert number(path) == 99
    store.close()
    assert not any(b"sneezing" in each.read_bytes() for each in path.parent.iterdir())


def test_a_broken_file_is_said_to_be_broken_and_not_made_worse(path, store):
    store.note(ANN, Spasm(NOW, "sneezing"), "r1", NOW)
    store.close()
    broken = path.read_bytes()[:5000]
    path.write_bytes(broken)
    for call in (
        lambda: store.note(ANN, Spasm(NOW), "r2", NOW),
        lambda: store.entries(ANN, NOW),
        lambda: store.forget("a"),
    ):
        with pytest.raises(Unavailable):
            call()


FULL = """
import resource, signal, sys
from pathlib import Path
from spasm_guide.storage.sqlite import SqliteStore
from spasm_guide.storage.store import Owner, Spasm, Unavailable
store = SqliteStore(Path(sys.argv[1]))
store.note(Owner("a", ""), Spasm(0, "sneezing"), "r0", 0)
# As on a full disk: no file may grow beyond this.
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
kept, refused = 1, 0
for number in range(1, 400):
    try:
        store.note(Owner("a", ""), Spasm(number, "x" * 60), f"r{number}", 0)
        kept += 1
    except Unavailable:
        refused += 1
try:
    store.forget("a")
    forgotten = True
except Unavailable:
    forgotten = False
print(kept, refused, forgotten)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_on_a_full_disk_nothing_acknowledged_is_lost_and_forgetting_works_or_says_not(path, store):
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=LAMBDA, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    kept, refused, forgotten = run.stdout.split()
    assert int(refused) > 0
    assert len(store.entries(ANN, 0)) == (0 if forgotten == "True" else int(kept))


KILLED = """
import sys
from pathlib import Path
from spasm_guide.storage.sqlite import SqliteStore
from spasm_guide.storage.store import Owner, Spasm
store = SqliteStore(Path(sys.argv[1]))
for number in range(200):
    store.note(Owner("a", ""), Spasm(number, "sneezing"), f"r{number}", 0)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [1, 60, 120, 199])
def test_killed_in_the_middle_of_two_hundred_writes_nothing_acknowledged_is_lost(
    path, store, after
):
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, cwd=LAMBDA, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        acknowledged = 0
        for acknowledged, _ in enumerate(writer.stdout, 1):
            if acknowledged == after:
                writer.send_signal(signal.SIGKILL)
    kept = [spasm.at for spasm in store.entries(ANN, 0)]
    assert kept == list(range(len(kept)))
    assert len(kept) >= acknowledged >= after
    store.note(ANN, Spasm(999), "after", 0)
    store.forget("a")
    assert store.entries(ANN, 0) == []
