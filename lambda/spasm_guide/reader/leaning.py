"""Which way the words lean on the open question: a plain yes or no, or one by content."""

from collections.abc import Mapping
from typing import Final

from spasm_guide.clinical.findings import Answer
from spasm_guide.reader.asking import answered
from spasm_guide.reader.lexicon import Mention
from spasm_guide.reader.polarity import DENIED, DOUBTED
from spasm_guide.reader.scene import Scene

_DANGERS: Final = ("screen:life", "screen:nerves", "screen:history")


def of(scene: Scene, asking: str | None, answers: Mapping[str, Answer]) -> Answer | None:
    if not asking:
        return None
    content = answered(asking, answers)
    direct = _direct(scene)
    if content == "no" and direct == "yes":
        return "no" if any(clause.link == "fix" for clause in scene.clauses) else "unsure"
    if content is None and direct is None and _strained(scene, asking):
        return "no"
    return content or direct


def _strained(scene: Scene, asking: str) -> bool:
    """What only tells of hard work names none of the dangers that were asked about."""
    return asking in _DANGERS and scene.anywhere(("heavy", "exertion"))


def _direct(scene: Scene) -> Answer | None:
    """The last plain answer: *yeah no*, *no hang on yes*."""
    found: Answer | None = None
    spans = [m for m in scene.mentions if m.concept in ("yes", "no", "unsure")]
    for mention in spans:
        inside = any(
            m.start <= mention.start and mention.end <= m.end and m[:2] != mention[:2]
            for m in spans
        )
        if not inside and _stands_alone(scene, mention):
            found = _answer(scene, mention)
    return found


def _answer(scene: Scene, mention: Mention) -> Answer:
    """*I don't think it does* is a no, *not sure it does* is none."""
    if mention.concept == "yes" and scene.denies(mention.end):
        return "no"
    if mention.concept != "yes":
        return "no" if mention.concept == "no" else "unsure"
    sense = scene.sense(mention)
    return "no" if sense == DENIED else "unsure" if sense == DOUBTED else "yes"


def _stands_alone(scene: Scene, mention: Mention) -> bool:
    """An answer, not the beginning of a statement: *it is*, but not *it is my arm*."""
    clause = scene.clauses[scene.clause_of(mention)]
    words = scene.tokens[mention.start : mention.end]
    before = scene.tokens[clause.start : mention.start]
    after = scene.tokens[mention.end : clause.end]
    if words == ("no",) and after and not scene.answers(mention):
        return False
    if mention.concept == "unsure" or (len(words) == 1 and words[0] in _PLAIN):
        return not before or not after or all(w in _ASIDES for w in before)
    aside = all(w in _ASIDES for w in before) or (len(words) > 1 and len(before) < 4)
    return aside and all(w in _ASIDES and w != "well" for w in after)


_PLAIN: Final = frozenset(("yes", "no", "sure", "definitely", "absolutely", "certainly", "never"))
_ASIDES: Final = frozenset(
    ("well", "oh", "yes", "no", "thanks", "thank", "love", "mate", "really", "just", "actually",
     "sorry", "honestly", "honest", "to", "be", "i", "think", "dear", "so", "then", "please", "a",
     "bit", "too", "doctor", "now", "eh", "pet", "hen", "and", "but", "at", "all", "though", "that",
     "god", "yet", "either", "you", "okay", "alexa", "because", "would", "say")
)  # fmt: skip
