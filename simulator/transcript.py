"""A conversation as a person reads it in a terminal, or in the output of a pipe."""

import os
import shutil
import textwrap
from collections.abc import Iterator
from typing import Final, TextIO

from spasm_guide.clinical.rule import VERSION

from .lines import lines
from .turn import Turn

WIDEST: Final = 88
MARGIN: Final = 9
LONG_SPEECH: Final = 20
"""Seconds from which it is worth saying how long a person would listen."""
COLOURS: Final = {"SELF_CARE": "32", "SOON": "33", "URGENT": "35", "EMERGENCY": "1;31"}
DIM, YOU, ALEXA = "2", "36", "1"
HINT: Final = (
    'Say what you would say aloud. /open is "Alexa, open spasm guide", /silence is no reply, '
    "/wait 5 interrupts after five seconds, Ctrl-D leaves."
)


class Transcript:
    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._asks = source.isatty() and out.isatty()
        self._colours = out.isatty() and "NO_COLOR" not in os.environ
        self._out = out
        self._tier: str | None = None
        self._width = min(shutil.get_terminal_size().columns, WIDEST)

    def lines(self) -> Iterator[str]:
        if not self._asks:
            yield from lines()
            return
        import readline  # noqa: F401  # makes input() remember and edit lines

        self._print(self._paint(DIM, textwrap.fill(HINT, self._width)))
        while True:
            try:
                self._print("")
                yield input(self._prompt())
            except EOFError:
                self._print("")
                return

    def show(self, turn: Turn) -> None:
        if not self._asks and turn.heard:
            self._say("You", YOU, _heard(turn.heard))
        if turn.speech:
            self._say("Alexa", ALEXA, turn.speech)
        if turn.seconds >= LONG_SPEECH:
            self._note(f"{turn.seconds:.0f} seconds")
        if turn.tier and turn.tier != self._tier:
            self._verdict(turn)
        self._tier = turn.tier
        for alert in turn.alerts:
            self._note(f"Set: {alert}")
        if turn.card:
            self._note(f"Card in the Alexa app: {turn.card['title']}")
            for line in turn.card["text"].splitlines():
                self._note(line)
        if turn.screen:
            self._note(f"Screen: {turn.screen['name']}")
        if turn.ended:
            self._tier = None
            self._note("The session is over.")
        self._print("" if not self._asks else None)

    def _prompt(self) -> str:
        # \x01 and \x02 tell readline that what is between them takes no room.
        who = "You".ljust(MARGIN)
        return f"\x01\x1b[{YOU}m\x02{who}\x01\x1b[0m\x02" if self._colours else who

    def _verdict(self, turn: Turn) -> None:
        found = ", ".join(turn.reasons).replace("_", " ") or "nothing found"
        colour = COLOURS[turn.tier or "SOON"]
        rule = self._paint(colour, "-" * (self._width - MARGIN))
        self._print(" " * MARGIN + rule)
        said = f"{turn.tier} by rule {turn.rule} of {VERSION}: {found}"
        for line in textwrap.wrap(said, self._width - MARGIN):
            self._print(" " * MARGIN + self._paint(colour, line))
        self._print(" " * MARGIN + rule)

    def _say(self, who: str, colour: str, words: str) -> None:
        first, *rest = textwrap.wrap(words, self._width - MARGIN) or [""]
        self._print(self._paint(colour, who.ljust(MARGIN)) + first)
        for line in rest:
            self._print(" " * MARGIN + line)

    def _note(self, text: str) -> None:
        for line in textwrap.wrap(text, self._width - MARGIN):
            self._print(" " * MARGIN + self._paint(DIM, line))

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colours else text

    def _print(self, text: str | None) -> None:
        if text is not None:
            print(text, file=self._out, flush=True)


def _heard(line: str) -> str:
    """What was said, where a command of the simulator stands for it."""
    command, _, seconds = line.partition(" ")
    if command == "/wait":
        return f"({seconds} seconds pass)"
    return {"/open": "Alexa, open spasm guide.", "/silence": "(silence)"}.get(command, line)
