"""Plays the conversations in tests/conversations through the whole skill."""

from pathlib import Path

import pytest

from tests.conversation.playing import play

FOLDER = Path(__file__).parents[1] / "conversations"
FILES = sorted(FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.stem}")
def test_conversation(file):
    play(file.read_text(encoding="utf-8"))


def test_the_player_can_fail():
    with pytest.raises(AssertionError, match="asks: sign:weakness"):
        play("# Nothing like it.\nopen\nasks: sign:weakness")
    with pytest.raises(ValueError, match="sings"):
        play("# A slip of the pen.\nopen\nsings: la la")
