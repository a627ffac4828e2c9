"""The triage rule alone. Reads {"answers": {finding: "yes" | "no" | "unsure"}} a line."""

import argparse
from typing import Any, Final

from spasm_guide.clinical.assess import assess

from .lines import BadLine, as_json, each_object

HELP: Final = "the tier that a set of answers leads to"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    return each_object(_as_json if args.json else _in_words)


def _as_json(case: dict[str, Any]) -> str:
    return as_json(_assess(case))


def _in_words(case: dict[str, Any]) -> str:
    found = _assess(case)
    because = ", ".join(found["reasons"]) or "nothing"
    return f"{found['tier']} by {found['rule']} (found: {because}; stretches: {found['stretches']})"


def _assess(case: dict[str, Any]) -> dict[str, Any]:
    answers = case.get("answers")
    if not isinstance(answers, dict):
        raise BadLine('"answers" is missing, or not an object')
    try:
        return assess(answers)
    except (ValueError, TypeError) as error:
        raise BadLine(error) from error
