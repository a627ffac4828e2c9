"""Lines whose label follows from how they are made: items in frames, intruders, refusals.

What is said is data (interaction_model/shapes/); `held` frames with `other` items are never learnt
from, and make the grids of the evaluation.
"""

import random
from collections.abc import Iterator, Mapping
from typing import Any, Final

from interaction_model.phrases import PARTLY, Expectation, Phrase
from interaction_model.training.frames import CONSENTS, OFFERS, OPEN, OTHERS, SIGNS, asked, data


class Shapes:
    """Draws lines from the frames that are learnt, or, `held`, from those that only measure."""

    def __init__(self, chance: random.Random, held: bool = False) -> None:
        self._chance, self._held = chance, held
        self._part = "held" if held else "train"
        self._questions = asked()

    def frames(self, kind: str) -> list[str]:
        found: list[str] = data("frames")[kind][self._part]
        return found

    def said(self, item: str, part: str) -> str:
        words = data("items")[item]
        if self._held:
            return str(words["other"][part])
        return str(self._chance.choice(words[part]))

    def items(self) -> Iterator[Phrase]:
        """Each kind of frame at each question with each of its items."""
        for state, about in self._questions.items():
            for item in about["items"]:
                for kind in ("one", "two", "rest", "partly", "past", "asked"):
                    for _ in range(_TIMES[kind]):
                        yield self._about(kind, state, about, item)
            for kind in ("none", "all"):
                for _ in range(_TIMES[kind]):
                    yield self._about(kind, state, about, self._chance.choice(about["items"]))

    def _about(self, kind: str, state: str, about: Mapping[str, Any], item: str) -> Phrase:
        frame = self._chance.choice(self.frames(kind))
        other = self._chance.choice([each for each in about["items"] if each != item])
        words = {part: self.said(item, part) for part in ("name", "trouble", "have", "fine")}
        words |= {f"{part}2": self.said(other, part) for part in list(words)}
        words["no_all"] = " ".join(f"no {self.said(each, 'trouble')}" for each in about["items"])
        text = _smooth(frame.format(**words))
        finding, second = about["finding"][item], about["finding"][other]
        if kind in ("one", "two") and state not in _ALL_OF_ONE and self._chance.random() < WHICH:
            state = f"{state}_which"
        return _line(
            state, text, *self._told(kind, frame, finding, second, about), shape=f"{kind}: {frame}"
        )

    def _told(
        self, kind: str, frame: str, finding: str, second: str, about: Mapping[str, Any]
    ) -> tuple[Expectation, ...]:
        if kind == "one":
            clear = "2}" in frame and second != finding and _whole(second, about)
            return (_report({finding: "yes"}, (second,) if clear else ()),)
        if kind == "two":
            return (_report({finding: "yes", second: "yes"}),)
        if kind == "partly":
            return (Expectation(PARTLY, {finding: "not yes"}),)
        if kind == "none":
            return (Expectation("no", dict.fromkeys(about["finding"].values(), "not yes")),)
        if kind == "past":
            told = {} if finding == "cancer_or_weight_loss" else {finding: "not yes"}
            open_ = (finding,) if not told else None
            return tuple(Expectation(m, told, optional=open_) for m in ("none", "unclear", PARTLY))
        if kind == "asked":
            return (
                Expectation("question", topic="word_meanings"),
                Expectation("explain"),
            )
        return (Expectation("yes"),)

    def ordinals(self) -> Iterator[Phrase]:
        if self._held:
            return
        words = data("frames")["ordinals"]
        for state, about in self._questions.items():
            items = about["items"]
            places = {"first": items[0], "second": items[1], "last": items[-1]}
            if len(items) > 2:
                places["third"] = items[2]
            for place, item in places.items():
                text = self._chance.choice(words[place])
                told = _report({about["finding"][item]: "yes"})
                yield _line(state, text, told, shape=place)

    def told(self) -> Iterator[Phrase]:
        """Items said or denied where nothing asks for them."""
        findings: dict[str, set[str]] = {}
        for about in self._questions.values():
            for item, finding in about["finding"].items():
                findings.setdefault(item, set()).add(finding)
        for item, names in findings.items():
            if len(names) > 1 or item in _NEEDS_A_QUESTION:
                continue
            finding = next(iter(names))
            for frame in self._some(_DENIALS[self._part], 8):
                text = frame.format(**{p: self.said(item, p) for p in ("trouble", "fine")})
                text = _smooth(text)
                told = {finding: "not yes"}
                denied = tuple(Expectation(m, told) for m in ("none", "report"))
                yield _line(self._chance.choice(_HERE), text, *denied, shape=f"denied: {frame}")
            for frame in self._some(_TOLD[self._part], 4):
                text = frame.format(**{p: self.said(item, p) for p in ("trouble", "have")})
                yield _line("launch", text, _report({finding: "yes"}), shape=f"told: {frame}")

    def sounds(self) -> Iterator[Phrase]:
        if not self._held:
            for state in (*self._questions, *SIGNS, *CONSENTS):
                for text in self._some(data("frames")["sounds"]["train"], 2):
                    yield _line(state, text, Expectation("no"), shape="sounds")

    def consents(self, times: int) -> Iterator[Phrase]:
        kinds = (("refused", "no"), ("agreed", "yes"))
        for state in (*CONSENTS, *OFFERS):
            for kind, meaning in kinds:
                for text in self._some(self.frames(kind), times):
                    yield _line(state, text, Expectation(meaning), shape=kind)
            for text in self._some(self.strays(), times):
                yield _line(state, text, Expectation("unclear"), shape="stray")
        for state in OFFERS:
            for text in self._some(self.frames("litotes"), times):
                yield _line(state, text, Expectation("yes"), shape="litotes")

    def intruders(self, times: int) -> Iterator[Phrase]:
        about = data("intruders")
        for state in (*self._questions, *SIGNS, *CONSENTS, *OFFERS, *OPEN, *OTHERS):
            for _ in range(times):
                text = self._chance.choice(about[self._part]).format(
                    pet=self._chance.choice(about["pets"]),
                    person=self._chance.choice(about["people"]),
                    thing=self._chance.choice(about["things"]),
                    programme=self._chance.choice(about["programmes"]),
                    scrap=self._chance.choice(about["scraps"]),
                )
                yield _line(state, text, Expectation("unclear"), shape="intruder")

    def feelings(self, times: int) -> Iterator[Phrase]:
        for state in (*self._questions, *SIGNS, *CONSENTS, *OFFERS, *OPEN, *OTHERS):
            for topic in ("scared", "alone"):
                for text in self._some(self.frames(topic), times):
                    told = Expectation("question", topic=topic)
                    yield _line(state, text, told, shape=f"{topic}: {text}")

    def strays(self) -> list[str]:
        words: list[str] = data("intruders")["towns"]
        return words[::2] if self._held else words[1::2]

    def _some(self, words: list[str], times: int) -> list[str]:
        return self._chance.sample(words, min(times, len(words)))


_NEEDS_A_QUESTION: Final = frozenset(("fainting", "shoulder_blades", "tearing", "operation"))
_HERE: Final = ("launch", "launch", "offer:stretches", "stretch:cat_cow", "menu")
_DENIALS: Final = data("frames")["denied"]
_TOLD: Final = data("frames")["told"]
_CLUMSY: Final = [tuple(pair) for pair in data("frames")["clumsy"]["pairs"]]
WHICH: Final = 0.25
"""Share of the named items that are the answer to "which one?"."""
_ALL_OF_ONE: Final = (
    "screen:life",
    "screen:nerves",
    "screen:ill",
    "screen:pregnancy",
    "screen:gate",
)
_TIMES: Final = {
    "one": 18,
    "two": 4,
    "rest": 3,
    "partly": 12,
    "none": 30,
    "all": 20,
    "past": 4,
    "asked": 2,
}


def phrases(number: int) -> list[Phrase]:
    """What is learnt of the shapes in one round."""
    shapes = Shapes(random.Random(1000 + number))
    return [
        *shapes.items(),
        *shapes.ordinals(),
        *shapes.told(),
        *shapes.sounds(),
        *shapes.consents(6),
        *shapes.intruders(6),
        *shapes.feelings(4),
    ]


def held() -> list[Phrase]:
    """What only measures: other frames, other words for the items."""
    shapes = Shapes(random.Random(0), held=True)
    found = (shapes.items(), shapes.told(), shapes.consents(4), shapes.intruders(4))
    return [*(phrase for each in found for phrase in each), *shapes.feelings(2)]


def texts() -> Iterator[str]:
    """All words of the data, for the vocabulary."""
    for words in data("items").values():
        for part in ("name", "trouble", "have", "fine"):
            yield from words[part]
    for name in ("frames", "intruders"):
        yield from _strings(data(name))


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for each in found.values():
            yield from _strings(each)
    else:
        for each in found:
            yield from _strings(each)


def _line(state: str, text: str, *told: Expectation, shape: str) -> Phrase:
    return Phrase(state, "medium", told, text, shape, "shapes")


def _smooth(text: str) -> str:
    for clumsy, better in _CLUMSY:
        text = text.replace(clumsy, better)
    return text


def _report(answers: dict[str, str], denied: tuple[str, ...] = ()) -> Expectation:
    return Expectation("report", {**dict.fromkeys(denied, "not yes"), **answers})


def _whole(finding: str, about: Mapping[str, Any]) -> bool:
    """Whether one item is all that the question asks of the finding."""
    return list(about["finding"].values()).count(finding) == 1
