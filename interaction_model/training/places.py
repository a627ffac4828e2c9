"""What is learnt in a round: each line at a question drawn for it, some disturbed, some joined."""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from interaction_model.phrases import NOTHING, Expectation, Phrase
from interaction_model.training import wording
from interaction_model.training.frames import OFFERS, asked
from interaction_model.training.lessons import Lesson, lesson
from spasm_guide.clinical.findings import SIGNS

DISTURBED: Final = 0.25
ELSEWHERE: Final = 0.25
"""Share of the statements of life that are told in answer to a question instead."""
ASKED_FOR: Final = 0.2
"""Share of the statements of life that are told in answer to a question about just that."""
ASKED_ELSEWHERE: Final = 0.6
"""Share of the side questions that are asked at another point than after the verdict."""
MENU: Final = 0.15
"""Share of the first words that are said to the menu."""
ALIKE: Final = 0.4
"""Share of the plain answers that are given to another question of the kind."""
QUESTIONS: Final = 12
JOINED: Final = 0.2
LONGEST: Final = 22
"""Words of a statement that another may follow in the same breath."""
ADVICE: Final = "offer:stretches"
STATES: Final = {"advice": ADVICE, "stretch": "stretch:knee_to_chest"}
_BARE: Final = ("yes", "no", "unsure")
_ALIKE: Final = (
    ("advice", *OFFERS),
    ("consent:diary", "consent:reminders", "consent:heat_timer", "consent:remind_heat"),
)
_NUMBERS: Final = ("screen:age", "screen:age_band")
_WORDS: Final = wording.DATA["disturbed"]


def lessons(phrases: Sequence[Phrase], states: Sequence[str], number: int) -> Iterator[Lesson]:
    chance = random.Random(number)
    common = _common(phrases)
    for phrase in phrases:
        text = phrase.text
        if chance.random() < DISTURBED:
            text = disturbed(text, chance)
        yield lesson(phrase, _place(phrase, states, chance, common), text)
    for phrase in _joined(phrases, chance):
        yield lesson(phrase, _place(phrase, states, chance))


def _place(
    phrase: Phrase,
    states: Sequence[str],
    chance: random.Random,
    common: frozenset[str] = frozenset(),
) -> str:
    state, meaning = phrase.state, phrase.expected[0].meaning
    if state == "any":
        # As often before any question, and after a verdict, as at all the questions together.
        drawn = chance.random()
        return "launch" if drawn < 0.25 else ADVICE if drawn < 0.4 else chance.choice(states)
    if state == "advice" and any(e.meaning == "question" for e in phrase.expected):
        return chance.choice(states) if chance.random() < ASKED_ELSEWHERE else ADVICE
    if state == "launch":
        drawn = chance.random()
        told = meaning in ("report", NOTHING, "question")
        if told and drawn < ELSEWHERE:
            return chance.choice(states)
        yes = [name for name, a in phrase.expected[0].answers.items() if a == "yes"]
        if yes and drawn < ELSEWHERE + ASKED_FOR:
            return chance.choice(_asking(chance.choice(yes)))
        return "menu" if drawn > 1 - MENU else state
    if meaning in _BARE and not phrase.expected[0].answers and chance.random() < ALIKE:
        kind = next((each for each in _ALIKE if state in each), None)
        if kind:
            return chance.choice(kind)
        if state.startswith(("screen:", "confirm:")) and common.issuperset(phrase.text.split()):
            return chance.choice(
                [s for s in states if s.startswith("screen:") and s not in _NUMBERS]
            )
    return STATES.get(state, state)


@cache
def _asking(finding: str) -> tuple[str, ...]:
    """Questions that ask about a finding."""
    several = (s for s, about in asked().items() if finding in about["finding"].values())
    sign = (f"sign:{finding}",) * 2 if finding in SIGNS else ()
    return (*several, *sign, f"confirm:{finding}")


def _common(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Words of the answers to so many questions that they tell nothing of what was asked."""
    places: dict[str, set[str]] = {}
    for phrase in phrases:
        if phrase.expected[0].meaning in _BARE and phrase.state != "any":
            for word in phrase.text.split():
                places.setdefault(word, set()).add(phrase.state)
    return frozenset(word for word, found in places.items() if len(found) >= QUESTIONS)


def disturbed(text: str, chance: random.Random) -> str:
    """With a filler more, a small word less, or a word as it is misheard."""
    words = text.split()
    heard = [i for i, word in enumerate(words) if word in _WORDS["sounds"]]
    small = [i for i, word in enumerate(words) if word in _WORDS["small"]]
    kind = chance.random()
    if heard and kind < 0.3:
        place = chance.choice(heard)
        words[place] = chance.choice(_WORDS["sounds"][words[place]])
    elif len(words) > 3 and small and kind < 0.55:
        del words[chance.choice(small)]
    elif chance.random() < 0.5:
        words.insert(0, chance.choice(_WORDS["fillers_before"]))
    else:
        words.append(chance.choice(_WORDS["fillers_after"]))
    return " ".join(words)


def _joined(phrases: Sequence[Phrase], chance: random.Random) -> Iterator[Phrase]:
    """Statements with another after them: two complaints in one breath, or one and chatter."""
    statements = [
        phrase
        for phrase in phrases
        if phrase.state == "launch"
        and len(phrase.expected) == 1
        and phrase.expected[0].meaning in ("report", NOTHING)
        and len(phrase.text.split()) <= LONGEST
    ]
    wanted = min(round(JOINED * len(phrases)), len(statements))
    for one in chance.sample(statements, wanted):
        other = chance.choice(statements)
        told = _both(one.expected[0], other.expected[0])
        if told:
            text = " ".join(f"{one.text} {chance.choice(_WORDS['links'])} {other.text}".split())
            source = one.source if one.source in wording.OLD else other.source
            yield Phrase("launch", "hard", (told,), text, one.place, source)


def _both(one: Expectation, other: Expectation) -> Expectation | None:
    """None where one denies what the other tells."""
    answers = {**one.answers, **other.answers}
    if any(one.answers.get(name, answer) != answer for name, answer in other.answers.items()):
        return None
    open_ = tuple(sorted({*(one.optional or ()), *(other.optional or ())} - answers.keys()))
    return Expectation("report" if answers else NOTHING, answers, optional=open_ or None)
