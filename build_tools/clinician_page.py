"""Writes docs/clinician-review.md: all that is spoken and could harm, to be signed row by row.

python -m build_tools.clinician_page
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from build_tools import clinician_rows
from build_tools.clinician_rows import HEADING, RENDERER, both, row, say
from spasm_guide.clinical.findings import FINDINGS
from spasm_guide.clinical.rule import VERSION
from spasm_guide.clinical.rule_table import RULES
from spasm_guide.content.questions import questions
from spasm_guide.conversation.turn import prompt

PAGE: Final = Path(__file__).parents[1] / "docs" / "clinician-review.md"
BLOCKS: Final = {
    "ask": "Question",
    "part": "Where only some of it applies (an example)",
    "injury": "Where the person is not sure, first",
    "out_of_nowhere": "Where the person is not sure, then",
    "clarify": "Where the person is not sure",
    "which": "Which one, after a bare yes",
    "rest": "Where part of it was told already (an example)",
    "again": "After silence",
    "short": "Put again after a side question",
    "why": "Why we ask",
    "action": "What to do",
    "today": "And, unless somebody is to be called today anyway",
    "advice": "What to do, on request, beside a stronger sign",
}
CHAPTERS: Final = (
    clinician_rows.answers,
    clinician_rows.stretches,
    clinician_rows.cold_and_heat,
    clinician_rows.getting_up,
    clinician_rows.crisis,
)


def page() -> str:
    more = (line for chapter in CHAPTERS for line in chapter())
    return "\n".join((*_head(), *_questions(), *_verdicts(), *more, *_signature())) + "\n"


def _head() -> Iterator[str]:
    yield "# For a clinician to review"
    yield ""
    yield "**No clinician has reviewed or signed this page yet.**"
    yield ""
    yield (
        f"Version of the rule and the facts: {VERSION}. Every question, verdict, answer, stretch "
        "and line of help as the skill speaks it, in American and British words; the rule and its "
        "sources are in [safety.md](safety.md). This page is generated: `make clinician-page` "
        "writes it anew."
    )


def _questions() -> Iterator[str]:
    yield ""
    yield "## Questions, in the order of the check"
    for q in questions().values():
        names = [item.name for item in q.items]
        for name in (q.name, q.which) if q.which else (q.name,):
            yield ""
            yield f"### `{name}`"
            yield ""
            yield from HEADING
            state, _, thing = name.partition(":")
            have = RENDERER.blocks(f"{state}/{thing}")
            for block, title in BLOCKS.items():
                left = names[1:] if block == "rest" else names
                if block in have:
                    yield row(title, both(prompt(name, block).name, left=left))


def _verdicts() -> Iterator[str]:
    yield ""
    yield "## Verdicts"
    for tier, rules in groupby(RULES, lambda rule: rule.tier):
        path = f"verdict/{tier.lower()}"
        yield ""
        yield f"### {tier}"
        yield ""
        yield from HEADING
        plain = ""
        for rule in rules:
            plain = plain or (rule.when[0][0] if rule.when and not rule.if_unsure else "")
            reasons = list(dict.fromkeys(clause[0] for clause in rule.when))
            unsure = reasons if rule.if_unsure else []
            said = (
                f" *{say('verdict/reasons:say', 'en-US', reasons=reasons, unsure=unsure)}*"
                if reasons
                else ""
            )
            yield row(f"`{rule.id}`", f"{rule.sentence}{said}")
        for block in RENDERER.blocks(path):
            own = block.removeprefix("tier_")
            because = [own if own in FINDINGS else plain] if plain else []
            yield row(f"`{block}`", both(f"{path}:{block}", reasons=because))


def _signature() -> Iterator[str]:
    yield ""
    yield "## Signature"
    yield ""
    yield "| name | profession and registration | date | version | remarks |"
    yield "| --- | --- | --- | --- | --- |"
    yield "| | | | | |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
