"""The player of conversation files: its format is in tests/conversations/README.md."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.cli import device_for
from simulator.envelopes import touch
from simulator.turn import Turn
from spasm_guide.alexa.request import token_of

DOES = ("open", "you", "touch", "silence", "wait")


def play(text: str) -> list[Turn]:
    """Raise AssertionError, with the transcript so far, at the first line that does not hold."""
    settings, script = {"locale": "en-US", "device": "speaker", "permission": "given"}, []
    for key, value in _lines(text):
        if key in settings:
            settings[key] = value
        else:
            script.append((key, value))
    turns: list[Turn] = []
    with TemporaryDirectory(ignore_cleanup_errors=True) as diary:
        device = device_for(
            settings["locale"],
            settings["device"],
            data=Path(diary),
            asks_permission=settings["permission"] == "ask",
        )
        for key, value in script:
            if key == "touch":
                token = token_of(turns[-1].asking)
                turns.append(device.send(touch(value.split(), token), value))
            elif key in DOES:
                turns.append(_do(device, key, value))
            elif not _holds(turns[-1], key, value):
                raise AssertionError(f"{key}: {value}\n\n" + "\n".join(map(_transcript, turns)))
    return turns


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for raw in text.splitlines():
        if raw.strip() and not raw.startswith("#"):
            key, _, value = raw.partition(":")
            yield key.strip(), value.strip()


def _do(device, key: str, value: str) -> Turn:
    if key == "open":
        return device.open()
    if key == "silence":
        return device.silence()
    if key == "wait":
        return device.wait(float(value))
    return device.say(value)


def _holds(turn: Turn, key: str, value: str) -> bool:
    match key:
        case "asks":
            return turn.asking == value
        case "says":
            return value.lower() in turn.speech.lower()
        case "never":
            return value.lower() not in turn.speech.lower()
        case "meaning":
            return turn.meaning == value
        case "answers":
            told = dict(each.split("=") for each in value.split())
            return told.items() <= turn.answers.items()
        case "tier":
            return (turn.tier or "none") == value
        case "ended":
            return turn.ended
    raise ValueError(f"no such line in a conversation: {key}")


def _transcript(turn: Turn) -> str:
    return f"> {turn.heard}\n< {turn.speech}  [{turn.asking}, {turn.tier}]"
