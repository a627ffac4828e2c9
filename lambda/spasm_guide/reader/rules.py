"""What concepts said together mean: the lexicon's rules.txt, one rule a line, under its finding.

    numb & leg back nowhere - ice       a numb leg, unless ice did it
    !feel & leg                         a thing that should work: lost is yes, well is no
    trouble = likely                    suggested, not said
    @lasting                            only in answer to a question about this finding

The first word leads: in the sense in which it is said, the finding is answered.
`$name = ...` names a group of concepts. `&` needs one in the same clause, `~` there or beside it,
`>` there or after it, `^` anywhere; `-`, `%` and `/` forbid the same ways, `<` forbids it just
before, `!` even where it is denied.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from spasm_guide.reader.lexicon import Mention, compiled
from spasm_guide.reader.polarity import DENIED, DOUBTED, SUPPOSED
from spasm_guide.reader.scene import Scene

Words = tuple[str, ...]
OPERATORS: Final = "&~>^-!%/<="


class Rule(NamedTuple):
    finding: str
    good: bool
    needs: tuple[tuple[str, Words], ...]
    gives: Words


class Outcome(NamedTuple):
    finding: str
    answer: str
    """`yes`, `no`, `unsure` or `likely`."""
    clause: int


@lru_cache(maxsize=256)
def rules(concept: str) -> tuple[Rule, ...]:
    """Those that this concept leads."""
    found = compiled()["rules"].get(concept, ())
    return tuple(
        Rule(finding, good, tuple((how, tuple(group)) for how, group in needs), tuple(gives))
        for finding, good, needs, gives in found
    )


def outcomes(scene: Scene) -> list[Outcome]:
    found = []
    for mention in scene.mentions:
        for rule in rules(mention.concept):
            answer = _apply(rule, mention, scene)
            if answer is not None:
                found.append(Outcome(rule.finding, answer, scene.clause_of(mention)))
    return found


def _apply(rule: Rule, head: Mention, scene: Scene) -> str | None:
    clause = scene.clause_of(head)
    senses = [scene.sense(head)]
    for operator, words in rule.needs:
        if operator == "&":
            sense = scene.joined(head, words)
            if sense is None:
                return None
            senses.append(sense)
        elif not _holds(operator, words, clause, scene):
            return None
    answer = _good(head, scene) if rule.good else _bad(senses)
    if answer is None or not rule.gives:
        return answer
    if rule.gives == ("likely",):
        return "likely" if answer == "yes" else None
    if rule.gives[0] == "as":
        return rule.gives[1] if answer == "yes" else None
    return answer if answer in rule.gives else None


def _holds(operator: str, words: Words, clause: int, scene: Scene) -> bool:
    if operator == "~":
        return scene.around(clause, words)
    if operator == ">":
        after = scene.clauses[clause + 1 : clause + 2]
        goes_on = bool(after) and after[0].link != "but"
        return scene.has(clause, words) or (goes_on and scene.has(clause + 1, words))
    if operator == "^":
        return scene.anywhere(words)
    if operator == "-":
        return not scene.says(clause, words)
    if operator == "!":
        return not scene.has(clause, words)
    if operator == "<":
        return not (clause and scene.has(clause - 1, words))
    if operator == "%":
        return not scene.around(clause, words)
    return not scene.anywhere(words)


def _bad(senses: list[str]) -> str | None:
    if SUPPOSED in senses:
        return None
    if DENIED in senses:
        return "no"
    return "unsure" if DOUBTED in senses else "yes"


def _good(head: Mention, scene: Scene) -> str | None:
    sense = scene.sense(head)
    if sense == SUPPOSED:
        return None
    if sense == DOUBTED:
        return "unsure"
    lost = scene.impaired(head)
    return None if lost is None else "yes" if lost else "no"
