"""Writes docs/clinician-review.md: every question and every verdict as spoken, to be signed.

python -m build_tools.clinician_page
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from spasm_guide.clinical.rule import VERSION
from spasm_guide.clinical.rule_table import RULES
from spasm_guide.content.questions import questions
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.turn import prompt
from spasm_guide.speech import ssml
from spasm_guide.speech.renderer import Renderer
from spasm_guide.speech.words import words

PAGE: Final = Path(__file__).parents[1] / "docs" / "clinician-review.md"
BLOCKS: Final = {
    "ask": "Question",
    "clarify": "Where the person is not sure",
    "rest": "Where part of it was told already (an example)",
    "again": "After silence",
    "why": "Why we ask",
    "action": "What to do",
}
RENDERER: Final = Renderer()
AMERICAN: Final = "en-US"
BRITISH: Final = "en-GB"


def page() -> str:
    return "\n".join((*_head(), *_questions(), *_verdicts(), *_signature())) + "\n"


def say(name: str, locale: str, **data: object) -> str:
    line = Line(name, data)
    return ssml.listen(ssml.speak([RENDERER.render(line, words(locale))])).text


def _head() -> Iterator[str]:
    yield "# For a clinician to review"
    yield ""
    yield "**No clinician has reviewed or signed this page yet.**"
    yield ""
    yield (
        f"Version of the rule and the facts: {VERSION}. Every question and every verdict as the "
        "skill speaks it, in American and British words; the rule and its sources are in "
        "[safety.md](safety.md). This page is generated: `make clinician-page` writes it anew."
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
            state, _, thing = name.partition(":")
            have = RENDERER.blocks(f"{state}/{thing}")
            for block, title in BLOCKS.items():
                left = names[1:] if block == "rest" else names
                if block in have:
                    yield f"- **{title}.** {_both(prompt(name, block).name, left=left)}"


def _verdicts() -> Iterator[str]:
    yield ""
    yield "## Verdicts"
    for tier, rules in groupby(RULES, lambda rule: rule.tier):
        path = f"verdict/{tier.lower()}"
        yield ""
        yield f"### {tier}"
        yield ""
        for rule in rules:
            reasons = list(dict.fromkeys(clause[0] for clause in rule.when))
            why = "verdict/emergency:why" if tier == "EMERGENCY" else "verdict/reasons:say"
            unsure = reasons if rule.if_unsure else []
            said = f" *{say(why, 'en-US', reasons=reasons, unsure=unsure)}*" if reasons else ""
            yield f"- `{rule.id}`: {rule.sentence}{said}"
        yield ""
        for block in RENDERER.blocks(path):
            yield f"- **{block}.** {_both(f'{path}:{block}', reasons=['cauda_equina'])}"


def _both(name: str, **data: object) -> str:
    american, british = (say(name, locale, **data) for locale in (AMERICAN, BRITISH))
    return american if american == british else f"{american} *(British: {british})*"


def _signature() -> Iterator[str]:
    yield ""
    yield "## Signature"
    yield ""
    yield "| name | profession and registration | date | version | remarks |"
    yield "| --- | --- | --- | --- | --- |"
    yield "| | | | | |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
