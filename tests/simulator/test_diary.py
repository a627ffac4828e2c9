import csv
import gc
import io
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from simulator.cli import main
from simulator.diary_report import report
from simulator.talk import device_for
from spasm_guide.storage.store import Spasm

WEEK = 7 * 24 * 3600
NOW = datetime(2026, 11, 24, 12, 0).astimezone()


@pytest.fixture
def diary(tmp_path):
    device = device_for("en-US", "speaker", data=tmp_path)
    for words in ("log a spasm", "yes", "sneezing and coughing", "seven"):
        device.say(words)
    del device
    gc.collect()  # So that its diary is closed.
    return tmp_path


def test_the_diary_as_a_table(diary, capsys):
    assert main(["diary", "export", "--data-dir", str(diary)]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["cause"] == "sneezing and coughing"
    assert row["severity_0_to_10"] == "7"


def test_the_diary_as_a_page(diary, tmp_path):
    page = tmp_path / "page.html"
    asked = ["diary", "export", "--format", "html", "--data-dir", str(diary)]
    assert main([*asked, "--output", str(page)]) == 0
    said = page.read_text(encoding="utf-8")
    assert "sneezing and coughing" in said
    assert "<svg" in said
    assert "://" not in said, "nothing is fetched from anywhere"


def test_no_diary_is_no_success(tmp_path, capsys):
    assert main(["diary", "export", "--data-dir", str(tmp_path)]) == 1
    assert "no diary" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_cause_is_text_on_the_page_and_in_a_spreadsheet(capsys):
    from simulator.diary import write

    bad = [Spasm(int(NOW.timestamp()), "<script>alert(1)</script>"), Spasm(0, "=1+1", 3)]
    assert "<script>" not in report(bad, NOW)
    out = io.StringIO()
    write(bad, "csv", out)
    assert "'=1+1" in out.getvalue()


@pytest.mark.parametrize("count", [0, 1, 400])
def test_a_page_stays_one_page(count):
    spasms = [Spasm(int(NOW.timestamp()) - n * WEEK // 3, "stress", n % 11) for n in range(count)]
    page = report(spasms[::-1], NOW)
    assert page.count("<rect") <= 26 + 4
    assert page.count("<tr>") <= 1 + 1 + 14


def cut(folder):
    file = folder / "diary.sqlite"
    file.write_bytes(file.read_bytes()[:5000])
    (folder / "diary.sqlite-wal").unlink(missing_ok=True)


def garble(folder):
    (folder / "diary.sqlite").write_bytes(b"this was never a database" * 100)
    (folder / "diary.sqlite-wal").unlink(missing_ok=True)


def come_from_later(folder):
    with closing(sqlite3.connect(folder / "diary.sqlite")) as file:
        file.execute("pragma user_version = 99")


def lose_the_secret(folder):
    (folder / "pepper").write_text("")


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        (cut, "cannot be read"),
        (garble, "not a database"),
        (come_from_later, "later version"),
        (lose_the_secret, "holds no secret"),
    ],
)
def test_a_diary_that_cannot_be_read_is_said_in_a_line(diary, capsys, damage, word):
    damage(diary)
    capsys.readouterr()
    assert main(["diary", "export", "--data-dir", str(diary)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err
    assert err.count("\n") == 1


def test_a_place_that_cannot_be_written_to_is_said_in_a_line(diary, capsys):
    capsys.readouterr()
    nowhere = str(diary / "nowhere" / "diary.csv")
    assert main(["diary", "export", "--data-dir", str(diary), "--output", nowhere]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_without_its_secret_nothing_is_noted_and_nothing_made_anew(diary):
    lose_the_secret(diary)
    turn = device_for("en-US", "speaker", data=diary).say("log a spasm")
    assert "couldn't" in turn.speech
    assert (diary / "pepper").read_text() == ""
