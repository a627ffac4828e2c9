"""The phrases of the corpus (corpus/BRIEF.md tells its format) as objects, checked while read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from spasm_guide.clinical.findings import ANSWERS, FINDINGS, SIGNS
from spasm_guide.conversation.heard import MEANINGS

FOLDER: Final = Path(__file__).parent / "corpus"
NOTHING: Final = "none"
"""The expectation of a statement that sets no finding; any meaning is right."""

_DIFFICULTIES: Final = {"e": "easy", "m": "medium", "h": "hard"}
_ASKING: Final = {"launch": None, "advice": "offer:stretches", "stretch": "stretch:knee_to_chest"}
_ANYWHERE: Final = ("launch", "sign:weakness", "advice")


class CorpusError(ValueError):
    """A line that cannot be used; the message begins with its file and number."""


@dataclass(frozen=True, slots=True)
class Expectation:
    meaning: str
    answers: Mapping[str, str] = field(default_factory=dict)
    sign: str | None = None
    stretch: str | None = None
    optional: tuple[str, ...] | None = None
    """Findings that may also be heard as yes."""


@dataclass(frozen=True, slots=True)
class Phrase:
    state: str
    difficulty: str
    expected: tuple[Expectation, ...]
    """Readings that are equally right."""
    text: str
    place: str

    @property
    def states(self) -> tuple[str, ...]:
        """Where the phrase is measured."""
        return _ANYWHERE if self.state == "any" else (self.state,)


def asking(state: str) -> str | None:
    """The open question that a state of the corpus stands for."""
    return _ASKING.get(state, state)


def load(part: str) -> list[Phrase]:
    """All phrases of `tuning` or `measuring`."""
    return [p for file in sorted((FOLDER / part).glob("*.tsv")) for p in read(file)]


def read(file: Path) -> Iterator[Phrase]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield parse(line, f"{file.name}:{number}")


def parse(line: str, place: str = "line") -> Phrase:
    columns = [c.strip() for c in line.split("\t")]
    if len(columns) != 4 or not all(columns):
        raise CorpusError(f"{place}: wants four columns, has {len(columns)}")
    state, difficulty, expected, text = columns
    if difficulty[0] not in _DIFFICULTIES:
        raise CorpusError(f"{place}: no difficulty: {difficulty}")
    readings = tuple(_expectation(part, place) for part in expected.split("|"))
    return Phrase(state, _DIFFICULTIES[difficulty[0]], readings, text, place)


def _expectation(text: str, place: str) -> Expectation:
    meaning, *pairs = text.split()
    if meaning not in (*MEANINGS, NOTHING):
        raise CorpusError(f"{place}: no meaning: {meaning}")
    values = dict(pair.partition("=")[::2] for pair in pairs)
    optional = values.pop("optional", None)
    sign, stretch = values.pop("sign", None), values.pop("stretch", None)
    if sign is not None and sign not in SIGNS:
        raise CorpusError(f"{place}: no sign: {sign}")
    for name, value in values.items():
        if name not in FINDINGS or value not in ANSWERS:
            raise CorpusError(f"{place}: no finding and answer: {name}={value}")
    names = None if optional is None else tuple(optional.split(","))
    return Expectation(meaning, values, sign, stretch, names)


def repeated(phrases: Iterable[Phrase]) -> list[tuple[Phrase, Phrase]]:
    """Pairs with the same words in the same state."""
    first: dict[tuple[str, str], Phrase] = {}
    pairs = []
    for phrase in phrases:
        earlier = first.setdefault((phrase.state, phrase.text), phrase)
        if earlier is not phrase:
            pairs.append((earlier, phrase))
    return pairs


def overlapping(phrases: Iterable[Phrase], texts: Iterable[str], least: int = 4) -> list[Phrase]:
    """Phrases of at least so many words that are also among the texts: what would flatter a score.

    Shorter ones ("not really", "both of them") are everybody's.
    """
    known = {" ".join(text.split()) for text in texts}
    return [
        p for p in phrases if len(p.text.split()) >= least and " ".join(p.text.split()) in known
    ]
