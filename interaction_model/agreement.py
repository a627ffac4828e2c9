"""Whether the reader takes a command's samples as the command: on a real device any of them may
arrive as free speech. `python -m interaction_model.agreement` lists where it does not.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from ask_sdk_model.intent import Intent

from interaction_model.source import LOCALES, intents, slot_values
from spasm_guide.alexa.intents import meaning_of
from spasm_guide.reading.listen import listen

_IN_A_STRETCH: Final = frozenset(
    {"next", "back", "pause", "resume", "how_long", "slower", "faster", "easier", "too_painful"}
)


class Disagreement(NamedTuple):
    sample: str
    meant: str
    taken: str


def commands(locale: str) -> Iterator[tuple[str, str, str | None]]:
    """Every sentence that a wordless sample spells out, its meaning, and the stretch it names."""
    for name, samples in intents(locale).items():
        meaning = meaning_of(Intent(name=name), None).meaning
        for sample in samples:
            if "{stretch}" in sample:
                for stretch, said in slot_values("STRETCH").items():
                    for each in said:
                        yield sample.replace("{stretch}", each), meaning, stretch
            elif "{" not in sample:
                yield sample, meaning, None


def asking(meaning: str) -> str | None:
    """The open question at which the command is most likely to be said."""
    if meaning in _IN_A_STRETCH:
        return "stretch:knee_to_chest"
    return "sign:radiating" if meaning in ("explain", "repeat") else None


def disagreements(locale: str, step: int = 1) -> Iterator[Disagreement]:
    """Of every `step`th command."""
    for sample, meaning, stretch in islice(commands(locale), 0, None, step):
        heard = listen(sample, asking(meaning), locale)
        if heard.meaning != meaning or heard.stretch != stretch or heard.answers:
            set_ = " ".join(f"{k}={v}" for k, v in heard.answers.items())
            yield Disagreement(
                sample,
                " ".join(filter(None, (meaning, stretch))),
                " ".join(filter(None, (heard.meaning, heard.stretch, set_))),
            )


def main() -> None:
    locale = sys.argv[1] if len(sys.argv) > 1 else LOCALES[0]
    found = list(disagreements(locale))
    for each in found:
        print(f"{each.meant:<24} {each.taken:<34} {each.sample}")
    print(f"{len(found)} of {len(list(commands(locale)))} samples", file=sys.stderr)


if __name__ == "__main__":
    main()
