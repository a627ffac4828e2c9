"""The English source of the model (en/, hassil's format) as sample sentences of a locale."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence
from hassil.sample import sample_sentence

from spasm_guide.languages.load import REGIONS, load

LANGUAGE: Final = "en"
FOLDER: Final = Path(__file__).parent / LANGUAGE
LOCALES: Final = tuple(load(LANGUAGE, REGIONS)["regions"])
"""The product's own."""
OTHERWISE: Final = "en"
"""The entry of a word table for every locale that it does not name."""


class SourceError(ValueError):
    """A file of en/ that cannot be used; the message begins with its name."""


def table(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


@cache
def intents(locale: str) -> dict[str, list[str]]:
    """Every intent with its samples, alphabetical, the carriers included."""
    rules = _rules(locale)
    found = {file.stem: _samples(file, rules) for file in sorted(FOLDER.glob("intents/*.yaml"))}
    found |= {name: [f"{words} {{query}}"] for name, words in carriers().items()}
    return dict(sorted(found.items()))


def carriers() -> dict[str, str]:
    """Carrier intents, and the words that their slot leaves out."""
    return dict(load(LANGUAGE, "carriers")["carriers"])


def slot_values(name: str) -> dict[str, list[str]]:
    """The ids of a slot type, each with what people call it."""
    return dict(table(f"types/{name}.yaml"))


@cache
def _rules(locale: str) -> Mapping[str, Sentence]:
    texts = dict(table("rules.yaml"))
    for name, by_locale in table("words.yaml").items():
        texts[name] = by_locale.get(locale, by_locale[OTHERWISE])
    return {name: parse_sentence(text) for name, text in texts.items()}


def _samples(file: Path, rules: Mapping[str, Sentence]) -> list[str]:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    if list(content["intents"]) != [file.stem]:
        raise SourceError(f"{file.name}: holds another intent")
    samples: dict[str, None] = {}
    for block in content["intents"][file.stem]["data"]:
        for template in block["sentences"]:
            sentence = parse_sentence(template)
            for text in sample_sentence(
                sentence, expansion_rules=dict(rules), expand_lists=False, language="en"
            ):
                samples[" ".join(text.split())] = None
    return list(samples)
