"""Whether what is said to be likely by so much is right so often, on hands never learnt from."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from interaction_model.evaluation.figures import Share, table
from interaction_model.phrases import NOTHING, PARTLY, Phrase, asking
from spasm_guide.languages.load import DEFAULT
from spasm_guide.reading.model import model
from spasm_guide.reading.scores import Scores
from spasm_guide.reading.words import plain

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)


def scored(phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, Scores]]:
    for phrase in phrases:
        for state in phrase.states:
            yield phrase, model(DEFAULT)(plain(phrase.text, DEFAULT), asking(state))


def curves(phrases: Iterable[Phrase]) -> str:
    meanings: list[tuple[float, bool]] = []
    findings: list[tuple[float, bool]] = []
    for phrase, scores in scored(phrases):
        best = max(scores.meaning, key=scores.meaning.__getitem__)
        right = {expected.meaning for expected in phrase.expected}
        if not right & {NOTHING, PARTLY}:
            meanings.append((scores.meaning[best], best in right))
        if len(phrase.expected) == 1 and phrase.expected[0].meaning in ("report", NOTHING):
            told = phrase.expected[0]
            for name, likely in scores.findings.items():
                if name not in (told.optional or ()) and likely["yes"] > 0.01:
                    findings.append((likely["yes"], told.answers.get(name) == "yes"))
    return "\n\n".join(
        (
            table(("likely by", "meaning: right", "finding: told"), _rows(meanings, findings)),
            "Of findings, those at least 1% likely are counted, in statements with one reading.",
        )
    )


def _rows(
    meanings: list[tuple[float, bool]], findings: list[tuple[float, bool]]
) -> Iterator[tuple[str, ...]]:
    for low, high in pairwise(BINS):
        shares = [
            Share.of(right for likely, right in of if low <= likely < high)
            for of in (meanings, findings)
        ]
        name = f"{100 * low:.0f} to {100 * min(high, 1):.0f}%"
        yield (name, *(f"{s} of {s.cases}" if s.cases else "none" for s in shares))
