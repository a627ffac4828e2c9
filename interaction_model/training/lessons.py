"""A line of the corpus, said at an open question, as what each head is to tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from interaction_model.names import FINDINGS, MEANINGS, TOPICS
from interaction_model.phrases import NOTHING, PARTLY, Expectation, Phrase
from interaction_model.training import wording
from interaction_model.training.frames import asked, data
from spasm_guide.clinical.findings import SIGNS

NONE: Final = "none"
ANSWERS: Final = ("absent", "yes", "no", "unsure")
STRETCHES: Final = (
    *("knee_to_chest", "cat_cow", "childs_pose", "pelvic_tilt", "lower_trunk_rotation"),
    NONE,
)
LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "meaning": (*MEANINGS, NOTHING, PARTLY),
    "topic": (*TOPICS, NONE),
    "finding": FINDINGS,
    "answer": ANSWERS,
    "whose": (NONE, "self", "someone", "child"),
    "sign": (*SIGNS, NONE),
    "stretch": STRETCHES,
}
"""What the rows of each head stand for, in order."""
UNKNOWN: Final = -1
ALLOWED: Final = (
    *({0}, {1}, {2}, {3}),
    *({0, 2}, {0, 1, 3}, {0, 1, 2, 3}),
)
"""By the label of a finding, the answers that are right: one of them, not yes, not no, any."""
NOT_YES: Final = 4
NOT_NO: Final = 5
NEWER: Final = 1.5
"""What a line that knows version 2 of the interview weighs beside an old one."""
PART: Final = 0.5
"""How far the no of an old line that names one thing of several is taken for a part only."""
_BARE: Final = ("yes", "no", "unsure")
_QUESTIONS: Final = asked()
_OF_ALL: Final = frozenset(wording.DATA["all"]["words"])
_SMALL: Final = frozenset(wording.DATA["all"]["small"])


@dataclass(frozen=True, slots=True)
class Lesson:
    state: str
    text: str
    meaning: tuple[tuple[int, float], ...]
    """Equally right readings and their shares."""
    findings: tuple[int, ...]
    """By finding, its place in ALLOWED; UNKNOWN where nothing can be learnt of it."""
    topic: int = UNKNOWN
    whose: int = UNKNOWN
    sign: int = UNKNOWN
    stretch: int = UNKNOWN
    weight: float = 1.0


def lesson(phrase: Phrase, state: str, text: str = "") -> Lesson:
    readings = phrase.expected
    text = text or phrase.text
    share = 1 / len(readings)
    meanings: dict[int, float] = {}
    for reading in readings:
        for name, part in _meanings(reading, state, phrase.text):
            place = LABELS["meaning"].index(name)
            meanings[place] = meanings.get(place, 0.0) + share * part
    masked = wording.open_findings(phrase.source, text)
    told = wording.told_by_age(text) if phrase.source in wording.OLD else {}
    findings = tuple(_answer(phrase, state, name, masked, told) for name in FINDINGS)
    return Lesson(
        state,
        text,
        tuple(sorted(meanings.items())),
        findings,
        _first(readings, "question", "topic"),
        _whose(readings, text),
        _first(readings, "explain_sign", "sign"),
        _first(readings, "start_stretch", "stretch"),
        1.0 if phrase.source in wording.OLD else NEWER,
    )


def _meanings(reading: Expectation, state: str, text: str) -> tuple[tuple[str, float], ...]:
    """A report of just what is asked is a yes or a no as well; a part denied, no more than that."""
    asked = _asked(state)
    if reading.meaning == "report" and state in _QUESTIONS and _denies(reading):
        return ((PARTLY, 1.0),)
    if state.startswith("diary:") and reading.meaning == NOTHING:
        return (("report", 1.0),)
    if reading.meaning == "no" and state in _QUESTIONS and not reading.answers:
        return (("no", 1 - PART), (PARTLY, PART)) if _one_item(state, text) else (("no", 1.0),)
    if reading.meaning == "report" and asked in reading.answers and len(reading.answers) == 1:
        answer = reading.answers[asked]
        return (("no" if answer == "not yes" else answer, 0.5), ("report", 0.5))
    return ((reading.meaning, 1.0),)


def _denies(reading: Expectation) -> bool:
    return bool(reading.answers) and set(reading.answers.values()) <= {"no", "not yes"}


@cache
def _one_item(state: str, text: str) -> bool:
    """Whether only some of what is asked is named, and nothing said of all."""
    words = set(text.split())
    if words & _OF_ALL:
        return False
    items = _QUESTIONS[state]["items"]
    named = [item for item in items if words & _marks(item)]
    return 0 < len(named) < len(items)


@cache
def _marks(item: str) -> frozenset[str]:
    said = data("items")[item]
    words = {w for part in ("name", "trouble") for phrase in said[part] for w in phrase.split()}
    return frozenset(words - _SMALL)


def _asked(state: str) -> str:
    kind, _, name = state.partition(":")
    return name if kind in ("sign", "confirm") else ""


def _answer(
    phrase: Phrase, state: str, name: str, masked: frozenset[str], told: Mapping[str, str]
) -> int:
    readings = phrase.expected
    said = {_said(r, state, name) for r in readings}
    if any(name in (r.optional or ()) for r in readings):
        return NOT_NO if "no" not in said else UNKNOWN
    if said == {"absent"}:
        if name in told:
            return ANSWERS.index(told[name])
        return UNKNOWN if name in masked else 0
    if len(said) == 1 and "not yes" not in said:
        return ANSWERS.index(said.pop())
    if said <= {"absent", "no", "not yes"}:
        return NOT_YES
    return NOT_NO if said <= {"absent", "yes", "unsure"} else UNKNOWN


def _said(reading: Expectation, state: str, name: str) -> str:
    if reading.meaning in _BARE and _asked(state) == name:
        return reading.meaning
    answer = reading.answers.get(name, "absent")
    if answer == "no" and state in _QUESTIONS and _denies(reading):
        whole = list(_QUESTIONS[state]["finding"].values()).count(name) <= 1
        return "no" if whole else "not yes"
    return answer


def _first(readings: tuple[Expectation, ...], meaning: str, head: str) -> int:
    names = {getattr(r, head) or NONE for r in readings if r.meaning == meaning}
    if len(names) != 1:
        return UNKNOWN
    name = names.pop()
    return LABELS[head].index(name) if name in LABELS[head] else UNKNOWN


def _whose(readings: tuple[Expectation, ...], text: str) -> int:
    name = readings[0].whose or wording.person(text)
    return UNKNOWN if name is None else LABELS["whose"].index(name)
