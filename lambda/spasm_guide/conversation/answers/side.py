"""A question of the person's own, at any moment: answered, then the open question again.

It sets and clears nothing; what was told in the same words has been kept before (table.heed).
"""

from dataclasses import replace
from typing import Final

from spasm_guide.clinical.findings import level
from spasm_guide.clinical.rule import closed, triage
from spasm_guide.content.answers import AGAIN, MEANINGS_OF_WORDS, Topic, topics
from spasm_guide.content.questions import question
from spasm_guide.conversation.answers.choose import block, tier_of
from spasm_guide.conversation.answers.script import card, script
from spasm_guide.conversation.checking.told import noted
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.turn import (
    Handlers,
    Step,
    briefly,
    checking,
    go,
    line,
    prompt,
    with_card,
)

WHY: Final = "why_this_answer"
NOT_OURS: Final = ("say", "again", "once_more")
SCRIPT: Final = "what_to_tell"
QUICK: Final = "quick_version"


def on_question(session: Session, heard: Heard) -> Step:
    before = noted(session, heard)
    if heard.topic is None or heard.topic not in topics():
        return beyond(session, heard, *before)
    if heard.topic == SCRIPT and level(tier_of(session)) < level("EMERGENCY") and session.tier:
        if session.scripted or heard.details.get("card"):
            step = briefly(session, *before, *script(session))
            return with_card(step, card(session)) if heard.details.get("card") else step
        session = replace(session, scripted=True)
    session = replace(session, guessed=False, brief=session.brief or heard.topic == QUICK)
    topic = topics()[heard.topic]
    answer = line_for(topic, session, heard)
    session = replace(session, comforts=session.comforts + bool(topic.again))
    q = question(session.asking)
    if (
        heard.answers
        and q
        and checking(session)
        and {*q.findings} <= closed(session.answers).keys()
    ):
        return go(session, "check", *before, answer)
    return briefly(session, *before, answer)


def line_for(topic: Topic, session: Session, heard: Heard) -> Line:
    if topic.name == MEANINGS_OF_WORDS:
        return line(f"answer/{topic.name}:{meant(session, heard)}")
    if topic.name == WHY and tier_of(session) is None and question(session.asking):
        return prompt((session.asking or "").removesuffix("_which"), "why")
    chosen = block(topic, session)
    if chosen is None:
        return line("answer/first_things:call")
    if topic.again and session.comforts:
        chosen = in_other_words(topic, session, chosen)
    return line(f"answer/{topic.name}:{chosen}", reasons=list(triage(session.answers).reasons))


def in_other_words(topic: Topic, session: Session, chosen: str) -> str:
    """Below URGENT warm words alone; from there on each answer goes on telling what to do."""
    if not tells_now(session):
        return topic.again[(session.comforts - 1) % len(topic.again)]
    other = f"{chosen}{AGAIN}"
    return other if other in topic.blocks and session.comforts % 2 else chosen


def tells_now(session: Session) -> bool:
    """A verdict was spoken, or is due, that each answer goes on telling."""
    urgent, emergency = level("URGENT"), level("EMERGENCY")
    return level(session.tier) >= urgent or level(tier_of(session)) >= emergency


def meant(session: Session, heard: Heard) -> str:
    """The item whose words were asked about, else all that the open question names."""
    known = topics()[MEANINGS_OF_WORDS].blocks
    names = [str(heard.details.get("item"))]
    if q := question(session.asking):
        names += [q.items[0].name] if len(q.items) == 1 else []
        names += [q.name.partition(":")[2]]
    return next((name for name in names if name in known), "any")


def beyond(session: Session, heard: Heard, *before: Line) -> Step:
    """The nearest two topics to choose from, once; else that it is not ours, and where to ask."""
    if heard.details.get("any_timer"):
        return briefly(session, *before, line("consent/timer:which"))
    nearest = heard.details.get("nearest")
    known = [t for t in nearest if t in topics()] if isinstance(nearest, list | tuple) else []
    if len(known) > 1 and not session.guessed:
        which = line("answer/which_topic:say", topics=known[:2])
        return briefly(replace(session, guessed=True), *before, which)
    words = NOT_OURS[session.beyond % len(NOT_OURS)]
    session = replace(session, beyond=(session.beyond + 1) % len(NOT_OURS))
    return briefly(session, *before, line(f"anywhere/out_of_scope:{words}"))


ANYWHERE: Final[Handlers] = {"question": on_question, "out_of_scope": beyond, "easier": beyond}
