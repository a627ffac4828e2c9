"""What Amazon's NLU evaluation tool should find: the measuring part of the corpus, by intent.

It asks whether they arrive, not what they mean: the intent that has them as a sample is right, and
so is any that hands over all the words.
"""

from collections.abc import Mapping
from typing import Any

from interaction_model.free_speech import localised, usable
from interaction_model.matching import Matcher
from interaction_model.phrases import load


def annotations(model: Mapping[str, Any], locale: str) -> dict[str, Any]:
    matcher = Matcher(model)
    sentences = sorted({localised(phrase.text, locale) or "" for phrase in load("measuring")})
    return {"data": [_row(s, matcher) for s in sentences if usable(s)]}


def _row(sentence: str, matcher: Matcher) -> dict[str, Any]:
    expected = [
        {"intent": {"name": name, "slots": {slot: {"value": said} for slot, said in slots.items()}}}
        for name, slots in matcher.candidates(sentence)
    ]
    return {"inputs": {"utterance": sentence}, "expected": expected}
