"""What the reader makes of each phrase, and how it compares with what was meant."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Final

from interaction_model.judging import fate, right
from interaction_model.phrases import NOTHING, Phrase, asking
from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.listen import listen

Hear = Callable[[str, str], Heard]
"""Words and the state of the corpus to what was heard."""

ANSWERING: Final = ("yes", "no", "unsure", "report", "correct", NOTHING)
TOLD: Final = "(told something)"


@dataclass(frozen=True, slots=True)
class Reading:
    phrase: Phrase
    state: str
    heard: Heard
    seconds: float

    @property
    def right(self) -> bool:
        return right(self.phrase, self.state, self.heard)

    @property
    def fate(self) -> str | None:
        return fate(self.phrase, self.state, self.heard)

    @property
    def invented(self) -> bool | None:
        """Whether a finding was heard that was not told; None where the words tell one."""
        told = [e for e in self.phrase.expected if "yes" in (*e.answers.values(), e.meaning)]
        if told or all(e.meaning not in ("no", NOTHING, "report") for e in self.phrase.expected):
            return None
        allowed = {name for e in self.phrase.expected for name in e.optional or ()}
        return any(v == "yes" and k not in allowed for k, v in self.heard.answers.items())


def plainly(text: str, state: str) -> Heard:
    return listen(text, asking(state), "en-US")


def readings(phrases: Iterable[Phrase], hear: Hear = plainly) -> list[Reading]:
    found = []
    for phrase in phrases:
        for state in phrase.states:
            began = process_time()
            heard = hear(phrase.text, state)
            found.append(Reading(phrase, state, heard, process_time() - began))
    return found


def wholly_right(found: Iterable[Reading]) -> dict[str, bool]:
    """By its place: a phrase is right where it is so in every state that it is measured in."""
    each: dict[str, bool] = {}
    for reading in found:
        place = reading.phrase.place
        each[place] = each.get(place, True) and reading.right
    return each


def grouped(found: Iterable[Reading], key: Callable[[Reading], str]) -> dict[str, list[bool]]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for reading in found:
        groups[key(reading)].append(reading.right)
    return dict(groups)


def confusions(found: Iterable[Reading]) -> Counter[tuple[str, str]]:
    """What was meant, and what it was taken for, where that was wrong."""
    return Counter(
        (_kind(reading.phrase.expected[0].meaning), _kind(reading.heard.meaning))
        for reading in found
        if not reading.right
    )


def _kind(meaning: str) -> str:
    return TOLD if meaning in ANSWERING else meaning


def quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
