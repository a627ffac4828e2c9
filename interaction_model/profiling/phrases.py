"""What is asked of the profiler: Amazon's own words first, then what the model has not seen."""

from dataclasses import dataclass
from hashlib import sha256

from interaction_model.free_speech import localised, usable
from interaction_model.phrases import Phrase, load
from interaction_model.source import table

SHORT = 3
"""Words that a short answer has at the most."""


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    kind: str
    """`own` (bare words of Amazon's intents), `short`, `long`."""
    phrases: tuple[Phrase, ...] = ()
    """Of the corpus: what it means, where it is said."""
    own: str = ""
    """Whose bare words they are."""


def asked(locale: str) -> list[Asked]:
    """In an order that makes any first part of it a fair sample."""
    built_ins: dict[str, list[str]] = table("built_ins.yaml")
    own = [Asked(text, "own", own=name) for name, texts in built_ins.items() for text in texts]
    by_text: dict[str, list[Phrase]] = {}
    for phrase in load(held=True):
        text = localised(phrase.text, locale)
        if text and usable(text) and not any(text == each.text for each in own):
            by_text.setdefault(text, []).append(phrase)
    said = [
        Asked(text, "short" if len(text.split()) <= SHORT else "long", tuple(phrases))
        for text, phrases in by_text.items()
    ]
    return [*own, *sorted(said, key=lambda each: sha256(each.text.encode()).digest())]
