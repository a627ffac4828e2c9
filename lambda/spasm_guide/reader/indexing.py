"""Write lexicon/index.txt from the readable lexicon: `python -m spasm_guide.reader.indexing`.

Ten thousand phrases read at every start would cost 5 ms; by first word and unparsed they cost one.
The lines of the index: the sections, the small words, the irregular forms, all words there are,
then one for each word that begins a phrase, with `section rest-of-phrase` for each of them.
"""

from collections.abc import Iterable
from typing import Final

from spasm_guide.reader.lexicon import FOLDER, INDEX

FILES: Final = ("body", "symptoms", "events", "living", "conditions", "grammar", "answers")


def index(sources: Iterable[str]) -> str:
    sections: list[str] = []
    small: list[str] = []
    forms: list[str] = []
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
            forms += [f"{other}={base}" for other in others.split()]
        else:
            for phrase in line.split(", "):
                first, *rest = phrase.split()
                known.update((first, *rest))
                entry = " ".join((str(sections.index(name)), *rest))
                phrases.setdefault(first, []).append(entry)
    return "\n".join(
        (
            "\t".join(sections),
            " ".join(small),
            " ".join(forms),
            " ".join(sorted(known)),
            *("\t".join((first, *phrases[first])) for first in sorted(phrases)),
        )
    )


def sources() -> list[str]:
    return [(FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in FILES]


if __name__ == "__main__":
    INDEX.write_text(index(sources()), encoding="utf-8")
