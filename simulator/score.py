"""Speech as a score: what is said and how long each pause lasts, for a player."""

from dataclasses import dataclass
from html import escape
from typing import Final
from xml.etree import ElementTree as Tree

from spasm_guide.speech import ssml

STEADY: Final = "medium"
CLOSING: Final = ".,;:!?"
"""Marks that stand without a space after what an element said."""


@dataclass(slots=True)
class Note:
    """Words, then the pause after them."""

    at: float
    text: str
    seconds: float
    pause: float = 0.0
    rate: float = 1.0


def score(spoken: str) -> list[Note]:
    """The notes of one `<speak>` element; their times add up to what `listen` estimates."""
    notes: list[Note] = []
    if spoken:
        _Writer(notes).write(Tree.fromstring(spoken), STEADY, 1.0)
    return [note for note in notes if note.text or note.pause]


class _Writer:
    def __init__(self, notes: list[Note]) -> None:
        self._notes = notes

    def write(self, element: Tree.Element, rate: str, speed: float) -> None:
        if element.tag == "break":
            self._pause(Tree.tostring(element, encoding="unicode").partition("/>")[0] + "/>")
        elif element.tag == "sub":
            self._say(element.get("alias", ""), rate, speed)
        else:
            here = element.get("rate", rate) if element.tag == "prosody" else rate
            speed = _speed(here) if element.tag == "prosody" else speed
            self._say(element.text or "", here, speed)
            for child in element:
                self.write(child, here, speed)
                self._say(child.tail or "", here, speed)

    def _pause(self, tag: str) -> None:
        if not self._notes:
            self._notes.append(Note(0.0, "", 0.0))
        self._notes[-1].pause += ssml.listen(f"<speak>{tag}</speak>").seconds

    def _say(self, text: str, rate: str, speed: float) -> None:
        text = " ".join(text.split())
        if not text:
            return
        said = f'<speak><prosody rate="{rate}">{escape(text)}</prosody></speak>'
        seconds = ssml.listen(said).seconds
        last = self._notes[-1] if self._notes else None
        if last and not last.pause:
            between = "" if text[0] in CLOSING or not last.text else " "
            last.text, last.seconds = last.text + between + text, last.seconds + seconds
            return
        at = last.at + last.seconds + last.pause if last else 0.0
        self._notes.append(Note(at, text, seconds, rate=speed))


def _speed(rate: str) -> float:
    """Against normal, as a browser's voice takes it."""
    return ssml.RATES.get(rate) or float(rate.removesuffix("%")) / 100
