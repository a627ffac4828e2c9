"""`make evaluate`: the reader on the part of the corpus that it has not learnt from.

Prints how many phrases are taken as they are meant, and what became of every warning sign: a sign
said with yes must never be taken for a no.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter

from interaction_model.judging import fate, right
from interaction_model.phrases import Phrase, asking, load
from spasm_guide.conversation.heard import Heard
from spasm_guide.reader.read import read


@dataclass(frozen=True, slots=True)
class Reading:
    phrase: Phrase
    state: str
    heard: Heard

    @property
    def right(self) -> bool:
        return right(self.phrase, self.state, self.heard)


def readings(part: str) -> Iterator[Reading]:
    for phrase in load(part):
        for state in phrase.states:
            yield Reading(phrase, state, read(phrase.text, asking(state)))


def share(name: str, of: Iterable[bool]) -> str:
    values = list(of)
    return f"{name:24}{sum(values):6,} of {len(values):6,}  {100 * sum(values) / len(values):6.2f}%"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("measuring", "tuning"), default="measuring")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="phrases taken wrongly")
    given = parser.parse_args()
    began = perf_counter()
    found = list(readings(given.part))
    seconds = perf_counter() - began
    groups: dict[str, list[bool]] = defaultdict(list)
    for reading in found:
        groups["  " + reading.phrase.difficulty].append(reading.right)
        groups["  in " + reading.state.partition(":")[0]].append(reading.right)
    print(share("taken as meant", (reading.right for reading in found)))
    for name in sorted(groups):
        print(share(name, groups[name]))
    fates = Counter(fate(each.phrase, each.state, each.heard) for each in found)
    print(f"warning signs: {fates['caught']:,} caught, {fates['missed']:,} missed, ", end="")
    print(f"{fates['denied']:,} taken for a no")
    print(f"{1000 * seconds / len(found):.2f} ms a phrase")
    for reading in [each for each in found if not each.right][: given.show]:
        heard = reading.heard
        print(f"{reading.phrase.place}: {reading.state}: {reading.phrase.text}")
        print(f"    {heard.meaning} {dict(heard.answers)}")


if __name__ == "__main__":
    main()
