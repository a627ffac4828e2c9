"""Make the lexicon that the reader loads: `python -m interaction_model.compile_lexicon`.

Phrases lie by their first word and unparsed, so that a start need not take thousands of them apart.
lexicon/*.txt hold the concepts, a section each; rules.txt what they mean together; spellings.txt
what a recogniser writes for a word.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from spasm_guide.reader.lexicon import FILE
from spasm_guide.reader.rules import OPERATORS

FOLDER: Final = Path(__file__).with_name("lexicon")
CONCEPTS: Final = ("body", "symptoms", "events", "living", "conditions", "grammar", "answers")


def compiled() -> str:
    found = {
        **concepts(source(name) for name in CONCEPTS),
        "rules": rules(source("rules")),
        "spellings": spellings(source("spellings")),
    }
    return json.dumps(found, separators=(",", ":"), indent=0, ensure_ascii=False) + "\n"


def source(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def concepts(sources: Iterable[str]) -> dict[str, Any]:
    """`phrases` holds, by first word, `section rest-of-phrase` for each, parted by tabs."""
    sections: list[str] = []
    small: list[str] = []
    forms: dict[str, str] = {}
    known: set[str] = set()
    phrases: dict[str, list[str]] = {}
    name = ""
    for line in (line for source in sources for line in source.splitlines()):
        if line.startswith("["):
            name = line[1:-1]
            sections += [name] if name not in ("forms", "small", *sections) else []
        elif not line or line.startswith("#"):
            continue
        elif name == "small":
            small += line.split()
        elif name == "forms":
            base, _, others = line.partition(" = ")
            forms |= dict.fromkeys(others.split(), base)
        else:
            for phrase in line.split(", "):
                first, *rest = phrase.split()
                known.update((first, *rest))
                entry = " ".join((str(sections.index(name)), *rest))
                phrases.setdefault(first, []).append(entry)
    return {
        "sections": sections,
        "small": " ".join(small),
        "forms": forms,
        "known": " ".join(sorted(known)),
        "phrases": {first: "\t".join(phrases[first]) for first in sorted(phrases)},
    }


def rules(text: str) -> dict[str, list[list[Any]]]:
    """By their leading concept, the fields of a reader.rules.Rule."""
    found: dict[str, list[list[Any]]] = {}
    groups: dict[str, str] = {}
    finding = ""
    for line in text.splitlines():
        if line.startswith("["):
            finding = line[1:-1]
        elif line.startswith("$"):
            name, _, members = line.partition(" = ")
            groups[name] = members
        elif line and line[0] != "#":
            head, *parts = " ".join(groups.get(word, word) for word in line.split()).split()
            rule = [finding, "!" in head, *_needs(head, parts, finding)]
            found.setdefault(head.lstrip("@!"), []).append(rule)
    return found


def _needs(head: str, parts: list[str], finding: str) -> tuple[list[Any], list[str]]:
    needs: list[Any] = []
    gives: list[str] = []
    operator = ""
    group: list[str] = []
    for part in [*parts, "="]:
        if part in OPERATORS:
            if operator == "=":
                gives = group
            elif operator:
                needs.append([operator, group])
            operator, group = part, []
        else:
            group.append(part)
    if head[0] == "@":
        needs.append(["^", [f"asking_{finding}"]])
    return needs, gives


def spellings(text: str) -> dict[str, str]:
    """Variant to right, from lines of `right = variant, variant`."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        right, mark, variants = line.partition("=")
        if mark and not line.startswith("#"):
            for variant in variants.split(","):
                found[" ".join(variant.split())] = " ".join(right.split())
    return found


if __name__ == "__main__":
    FILE.write_text(compiled(), encoding="utf-8")
