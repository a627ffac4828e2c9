"""What each head of the model is to tell of an example; None where nothing can be learnt of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interaction_model.training.examples import Example
from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.reader.model import Head


@dataclass(frozen=True, slots=True)
class Task:
    head: Head
    labels: tuple[int | None, ...]
    """By example, the place of its class."""


def tasks(learnt: Sequence[Example]) -> list[Task]:
    found = [
        _task("meaning", [example.phrase.expected[0].meaning for example in learnt]),
        _task("sign", [example.phrase.expected[0].sign for example in learnt]),
        _task("stretch", [_stretch(example) for example in learnt]),
    ]
    for finding in FINDINGS:
        labels = [_answer(e, finding) if _tells(e) else None for e in learnt]
        for answer in ("yes", "no"):
            told = [None if x is None else "it" if x == answer else "not" for x in labels]
            if "it" in told:
                found.append(_task(f"{finding} {answer}", told))
    return found


def _task(name: str, labels: Sequence[str | None]) -> Task:
    classes = sorted({label for label in labels if label is not None})
    places = {label: place for place, label in enumerate(classes)}
    return Task(Head(name, tuple(classes)), tuple(None if x is None else places[x] for x in labels))


def _stretch(example: Example) -> str | None:
    first = example.phrase.expected[0]
    return first.stretch or "none" if first.meaning == "start_stretch" else None


def _answer(example: Example, finding: str) -> str | None:
    """None where readings differ about it, or where it may be heard either way."""
    readings = example.phrase.expected
    if any(finding in (r.optional or ()) for r in readings):
        return None
    said = {_said(r.meaning, r.answers, example.asking, finding) for r in readings}
    return said.pop() if len(said) == 1 else None


def _tells(example: Example) -> bool:
    """Findings in words said anywhere are learnt from fewer places, or training takes too long."""
    asked = example.asking or ""
    return example.phrase.state != "any" or not asked or asked.startswith("sign:")


def _said(meaning: str, answers: Mapping[str, str], asking: str | None, finding: str) -> str:
    if meaning in ("yes", "no", "unsure") and asking == f"sign:{finding}":
        return meaning
    return answers.get(finding, "-")
