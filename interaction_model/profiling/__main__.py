"""What a real account's recogniser makes of phrases: `make profile SKILL_ID=amzn1.ask.skill...`

Asks one phrase after the other and keeps each answer at once: ended at any time, the next run goes
on where it was. Then says what was found. Nothing but phrases of the corpus leaves this computer.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from interaction_model.profiling.ask import NoAnswer, profile, resume
from interaction_model.profiling.phrases import asked
from interaction_model.profiling.report import caught, report
from interaction_model.source import LOCALES


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="profile", description=__doc__)
    parser.add_argument("skill_id", help="the skill, built on the account that the ASK CLI uses")
    parser.add_argument("--locale", choices=LOCALES, default=LOCALES[0], help=f"({LOCALES[0]})")
    parser.add_argument("--most", type=int, help="phrases in all; any first part is a fair sample")
    parser.add_argument("--out", type=Path, default=Path("build/profile"), help="(build/profile)")
    given = parser.parse_args(arguments)
    phrases = asked(given.locale)[: given.most]
    ask = partial(profile, locale=given.locale, skill_id=given.skill_id)
    kept = given.out / f"{given.locale}.jsonl"
    found, stopped = [], ""
    try:
        for phrase, (answer, now) in zip(
            phrases, resume((each.text for each in phrases), kept, ask), strict=True
        ):
            found.append(caught(phrase, answer, given.locale))
            if now:
                print(f"{len(found)}/{len(phrases)}\r", end="", file=sys.stderr)
    except (NoAnswer, KeyboardInterrupt) as end:
        stopped = str(end) or "ended by hand"
    text = "\n".join(report(found, given.locale))
    (given.out / f"{given.locale}.md").write_text(text + "\n", encoding="utf-8")
    print(text)
    if stopped:
        print(f"\nNot finished, {len(found)} of {len(phrases)}: {stopped}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
