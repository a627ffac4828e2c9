"""What one turn of the person means, after the words were read: the conversation's only input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from spasm_guide.clinical.findings import Answer

Subject = Literal["self", "someone", "child"]

MEANINGS: Final = (
    *("yes", "no", "unsure", "report", "correct"),
    *("repeat", "explain", "back", "start_over", "help", "stop", "pause", "resume", "next"),
    *("slower", "faster", "how_long", "easier", "too_painful"),
    *("start_check", "start_stretch", "relief", "lifestyle", "get_up", "when_to_see_doctor"),
    *("what_is_spasm", "causes", "list_signs", "explain_sign", "compare_mild_warning"),
    *("medical_treatment", "question", "ice_timer", "heat_timer", "timer_cancel", "timer_left"),
    *("timer_change", "remind_heat", "remind_stretch"),
    *("log_spasm", "diary_summary", "forget_me", "crisis", "other_emergency", "help_already_here"),
    *("out_of_scope", "unclear"),
)
"""What an utterance can mean: the contract with the interaction model and the scoring tools."""

EVENTS: Final = ("open", "outcome")
"""What comes without words: the skill is opened; a task (see reply.Task) came back."""


@dataclass(frozen=True, slots=True)
class Heard:
    meaning: str
    """One of MEANINGS or EVENTS."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Findings these words set, the open sign included."""
    sign: str | None = None
    stretch: str | None = None
    topic: str | None = None
    """Of a `question`: what it is about."""
    likely: tuple[str, ...] = ()
    """Dangerous findings that the words only suggest: each is asked about, never assumed."""
    subject: Subject | None = None
    """Whose back, where the words tell; None leaves it as it was."""
    details: Mapping[str, object] = field(default_factory=dict)
    """Facts beside the findings, as reading/facts.py finds them: of a spasm `cause`, `severity`,
    when it was, `skip`; of stretches `place`, `there`, `minutes`, `shorter`, `other`, `about`,
    `praise`, `part`; of a timer `minutes`, `until`, `pack`, `change`, `then`; of a reminder `hour`,
    `minute`, `often`, `day`; `period` of a summary; by finding `items`, `words`, `ago`; and `item`,
    `card`, `sex`, `steps`, `hostile`, `doubted`, `amend`. `age`, where it is known to the year, and
    `refused`, where it is not told; `denied`, the items of the open question that alone were
    denied, or `some` (bool) where only that is known; `previous` (bool) where the stretch before
    is meant; for `outcome` the `task` and its `outcome`."""
    elapsed: float | None = None
    """Seconds since our last answer began to sound; None where the clock is unknown."""
