"""Plays the conversations in tests/conversations through the whole skill."""

from functools import cache
from pathlib import Path

import pytest

from tests.conversation.playing import play

FOLDER = Path(__file__).parents[1] / "conversations"
FILES = sorted(FOLDER.glob("*/*.txt"))


@cache
def played(file):
    return play(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_conversation(file):
    played(file)


def test_the_player_can_fail():
    with pytest.raises(AssertionError, match="asks: sign:weakness"):
        play("# Nothing like it.\nopen\nasks: sign:weakness")
    with pytest.raises(ValueError, match="sings"):
        play("# A slip of the pen.\nopen\nsings: la la")


LONGEST = 15.5
"""Seconds that one listens to; stretches and verdicts take longer."""


def told_long(file):
    """How long each reply is, that is neither stretch nor verdict."""
    before = None
    for turn in played(file):
        verdict, before = turn.tier != before, turn.tier
        if turn.speech and not verdict and not (turn.asking or "").startswith("stretch"):
            yield turn.seconds


def test_hardly_a_reply_is_longer_than_one_listens_to():
    seconds = [each for file in FILES for each in told_long(file)]
    assert len(seconds) > 500
    long = [each for each in seconds if each > LONGEST]
    assert len(long) <= 0.02 * len(seconds), sorted(long)
