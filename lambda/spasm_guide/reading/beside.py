"""A danger told in the same breath as a wish to log: *log a spasm, both legs went weak*."""

from dataclasses import replace
from typing import Final

from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.asked import asked
from spasm_guide.reading.caution import looks
from spasm_guide.reading.judge import findings, judge
from spasm_guide.reading.meant import URGENT
from spasm_guide.reading.patterns import without
from spasm_guide.reading.policy import MILD
from spasm_guide.reading.thresholds import IN_A_QUESTION
from spasm_guide.reading.words import Words, words

ANSWERED: Final = ("yes", "no", "unsure", *URGENT)


def beside_the_wish(tokens: Words, heard: Heard, language: str) -> Heard:
    """What is to be noted is read by itself, without the wish, and what it tells is added."""
    rest = words(without(" ".join(tokens), "wish_to_log", language), language)
    if heard.meaning in ANSWERED or not rest or rest == tokens:
        return heard
    from spasm_guide.reading.model import model

    scores, put = model(language)(" ".join(rest), None), asked(None)
    seen = looks(rest, put, language)
    beside = judge(scores, put, seen)
    if beside.meaning in URGENT:
        return beside
    told, likely = findings(scores, seen, IN_A_QUESTION)
    answers = {**{f: a for f, a in told.items() if f not in MILD}, **heard.answers}
    left = dict.fromkeys(f for f in (*heard.likely, *likely) if answers.get(f) != "yes")
    return replace(heard, answers=answers, likely=tuple(left))
