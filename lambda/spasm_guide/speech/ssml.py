"""SSML as Alexa takes it: what it sounds like, how long it lasts, and where it breaks a limit."""

from collections.abc import Iterable
from typing import Final, NamedTuple
from xml.parsers import expat

MOST_CHARACTERS: Final = 8000
"""Of one outputSpeech, tags counted; Alexa wants fewer than this."""
LONGEST_BREAK: Final = 10.0
TAGS: Final = frozenset({"speak", "break", "emphasis", "p", "prosody", "s", "say-as", "sub", "w"})
"""What we write. Alexa knows more; what differs by locale is left out."""

CHARACTERS_A_SECOND: Final = 14.5
SENTENCE_PAUSE: Final = 0.35
COMMA_PAUSE: Final = 0.15
DIGIT_SECONDS: Final = 0.4
RATES: Final = {"x-slow": 0.5, "slow": 0.8, "medium": 1.0, "fast": 1.25, "x-fast": 1.5}
STRENGTHS: Final = {"none": 0.0, "x-weak": 0.0, "weak": 0.2, "medium": 0.4, "strong": 0.7}
LONGEST_STRENGTH: Final = 1.0
"""x-strong."""


class SsmlFault(ValueError):
    """Alexa would refuse this speech, and stay silent."""


class Spoken(NamedTuple):
    text: str
    """As heard, pauses left out."""
    seconds: float
    """Estimated, pauses included."""


def speak(parts: Iterable[str]) -> str:
    return f"<speak>{' '.join(part for part in parts if part)}</speak>"


def listen(ssml: str) -> Spoken:
    """Hear one whole `<speak>` element. Raise SsmlFault for what Alexa would refuse."""
    if len(ssml) >= MOST_CHARACTERS:
        raise SsmlFault(f"{len(ssml)} characters")
    ear = _Ear()
    ear.take(ssml)
    return Spoken(" ".join("".join(ear.text).split()), round(ear.seconds, 2))


def written(fragment: str) -> str:
    """A fragment as one reads it: no tags, no entities; line breaks stay, spare blanks go."""
    eye = _Ear(aliases=False)
    eye.take(f"<speak>{fragment}</speak>")
    lines = [" ".join(line.split()) for line in "".join(eye.text).strip().splitlines()]
    return "\n".join(line for i, line in enumerate(lines) if line or lines[i - 1])


class _Ear:
    """One pass over the elements, with the speaking rate that each is in."""

    def __init__(self, aliases: bool = True) -> None:
        self.text: list[str] = []
        self.seconds = 0.0
        self._aliases = aliases
        self._hidden = 0
        self._rates = [1.0]

    def take(self, ssml: str) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        try:
            parser.Parse(ssml, True)
        except (expat.ExpatError, UnicodeEncodeError) as fault:
            raise SsmlFault(f"not XML: {fault}") from fault

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in TAGS or (tag == "speak") != (len(self._rates) == 1):
            raise SsmlFault(f"<{tag}>")
        self._rates.append(self._rates[-1] * _rate(attributes.get("rate", "medium")))
        if tag == "break":
            self._pause(_break(attributes))
        elif tag == "sub" and self._aliases:
            self._say(attributes.get("alias", ""))
            self._hidden += 1
        elif tag in ("p", "s"):
            self.text.append(" ")

    def _end(self, tag: str) -> None:
        self._rates.pop()
        if tag == "sub" and self._aliases:
            self._hidden -= 1
        elif tag in ("p", "s"):
            self._pause(SENTENCE_PAUSE)

    def _pause(self, seconds: float) -> None:
        self.text.append(" ")
        self.seconds += seconds

    def _say(self, text: str) -> None:
        if self._hidden:
            return
        self.text.append(text)
        said = " ".join(text.split())
        digits = sum(map(str.isdigit, said))
        pauses = SENTENCE_PAUSE * sum(map(said.count, ".?!:;")) + COMMA_PAUSE * said.count(",")
        spoken = (len(said) - digits) / CHARACTERS_A_SECOND + digits * DIGIT_SECONDS + pauses
        self.seconds += spoken / self._rates[-1]


def _rate(name: str) -> float:
    if name in RATES:
        return RATES[name]
    try:
        rate = float(name.removesuffix("%")) / 100
    except ValueError:
        rate = 0.0
    if not name.endswith("%") or rate < 0.2:
        raise SsmlFault(f"prosody rate {name!r}")
    return rate


def _break(attributes: dict[str, str]) -> float:
    time = attributes.get("time")
    if time is None:
        return STRENGTHS.get(attributes.get("strength", "medium"), LONGEST_STRENGTH)
    for unit, scale in (("ms", 1000.0), ("s", 1.0)):
        number = time.removesuffix(unit)
        if number != time and number.replace(".", "", 1).isdecimal():
            seconds = float(number) / scale
            if seconds <= LONGEST_BREAK:
                return seconds
            break
    raise SsmlFault(f"break of {time!r}")
