"""The lines of the corpus (corpus/BRIEF.md tells their format) as objects, checked while read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from interaction_model.names import FINDINGS, MEANINGS, TOPICS
from spasm_guide.clinical.findings import ANSWERS, SIGNS

FOLDER: Final = Path(__file__).parent / "corpus"
NOTHING: Final = "none"
"""The expectation of a statement that sets no finding; any meaning is right."""

PARTLY: Final = "partly"
"""The expectation of words that deny one of several things asked and leave the others open."""
HELD: Final = "held"
"""The folder that is never learnt from."""

_DIFFICULTIES: Final = {"e": "easy", "m": "medium", "h": "hard"}
_WHOSE: Final = ("self", "someone", "child")
_ASKING: Final = {"launch": None, "advice": "offer:stretches", "stretch": "stretch:knee_to_chest"}
ANYWHERE: Final = ("launch", "sign:weakness", "advice")


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
    topic: str | None = None
    whose: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    state: str
    difficulty: str
    expected: tuple[Expectation, ...]
    """Readings that are equally right."""
    text: str
    place: str
    source: str
    """The hand that wrote it: what cross-validation keeps together."""

    @property
    def states(self) -> tuple[str, ...]:
        """Where the phrase is measured."""
        return ANYWHERE if self.state == "any" else (self.state,)


def asking(state: str) -> str | None:
    """The open question that a state of the corpus stands for."""
    return _ASKING.get(state, state)


def load(held: bool = False) -> list[Phrase]:
    """What may be learnt from; or what is held back, and only ever measures."""
    files = sorted(file for file in FOLDER.rglob("*.tsv") if (HELD in file.parts) == held)
    return [phrase for file in files for phrase in read(file)]


def read(file: Path) -> Iterator[Phrase]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield parse(line, f"{file.name}:{number}")


def parse(line: str, place: str = "line") -> Phrase:
    columns = [c.strip() for c in line.split("\t")]
    if len(columns) not in (4, 5) or not all(columns):
        raise CorpusError(f"{place}: wants five columns, has {len(columns)}")
    state, difficulty, expected, text = columns[:4]
    if difficulty[0] not in _DIFFICULTIES:
        raise CorpusError(f"{place}: no difficulty: {difficulty}")
    readings = tuple(_expectation(part, place) for part in expected.split("|"))
    source = columns[4] if len(columns) == 5 else place.partition(".")[0]
    return Phrase(state, _DIFFICULTIES[difficulty[0]], readings, text, place, source)


def _expectation(text: str, place: str) -> Expectation:
    meaning, *pairs = text.split()
    if meaning not in (*MEANINGS, NOTHING, PARTLY):
        raise CorpusError(f"{place}: no meaning: {meaning}")
    values = dict(pair.partition("=")[::2] for pair in pairs)
    optional = values.pop("optional", None)
    sign, stretch = values.pop("sign", None), values.pop("stretch", None)
    topic, whose = values.pop("topic", None), values.pop("whose", None)
    if sign is not None and sign not in SIGNS:
        raise CorpusError(f"{place}: no sign: {sign}")
    if topic is not None and topic not in TOPICS:
        raise CorpusError(f"{place}: no topic: {topic}")
    if whose is not None and whose not in _WHOSE:
        raise CorpusError(f"{place}: nobody's: {whose}")
    for name, value in values.items():
        if name not in FINDINGS or value not in ANSWERS:
            raise CorpusError(f"{place}: no finding and answer: {name}={value}")
    names = None if optional is None else tuple(optional.split(","))
    return Expectation(meaning, values, sign, stretch, names, topic, whose)


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
