"""One phrase, one call of `ask smapi profile-nlu`; what was answered is kept, line by line."""

import json
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

PAUSES: Final = (2.0, 4.0, 8.0, 16.0, 32.0)
"""Seconds before another try: SMAPI turns calls away when there are too many."""
PATIENCE: Final = 60.0


class NoAnswer(Exception):
    """The ASK CLI gave none; the message is its last line."""


@dataclass(frozen=True, slots=True)
class Profiled:
    text: str
    intent: str
    slots: Mapping[str, str]
    considered: tuple[str, ...] = ()


def profile(
    text: str, locale: str, skill_id: str, sleep: Callable[[float], None] = time.sleep
) -> Profiled:
    """Its exit status says little: an answer is one that names an intent."""
    command = ["ask", "smapi", "profile-nlu", "--utterance", text, "--skill-id", skill_id]
    command += ["--stage", "development", "--locale", locale]
    why = ""
    for pause in (*PAUSES, None):
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
            return _profiled(text, json.loads(run.stdout))
        except FileNotFoundError as missing:
            raise NoAnswer(
                "no `ask` found: npm install -g ask-cli, then ask configure"
            ) from missing
        except subprocess.TimeoutExpired:
            why = "no answer within a minute"
        except (ValueError, LookupError, TypeError, AttributeError):
            why = (run.stderr.strip() or run.stdout.strip() or "nothing").splitlines()[-1]
        if pause is not None:
            sleep(pause)
    raise NoAnswer(why)


def _profiled(text: str, answer: Mapping[str, Any]) -> Profiled:
    chosen = answer["selectedIntent"]
    slots = {
        name: str(slot["value"])
        for name, slot in (chosen.get("slots") or {}).items()
        if slot.get("value")
    }
    considered = tuple(each["name"] for each in answer.get("consideredIntents") or ())
    return Profiled(text, str(chosen["name"]), slots, considered)


def resume(
    texts: Iterable[str], kept: Path, ask: Callable[[str], Profiled]
) -> Iterator[tuple[Profiled, bool]]:
    """Each with whether it was asked now; what an earlier run has asked is not asked again."""
    known = {each.text: each for each in read(kept)}
    kept.parent.mkdir(parents=True, exist_ok=True)
    cut = kept.exists() and not kept.read_text(encoding="utf-8").endswith("\n")
    with kept.open("a", encoding="utf-8") as file:
        file.write("\n" if cut else "")
        for text in texts:
            if text in known:
                yield known[text], False
                continue
            found = ask(text)
            file.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
            file.flush()
            yield found, True


def read(kept: Path) -> Iterator[Profiled]:
    """A line that was cut off when the run was ended is not there."""
    if not kept.exists():
        return
    for line in kept.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
            yield Profiled(row["text"], row["intent"], row["slots"], tuple(row["considered"]))
        except (ValueError, LookupError):
            continue
