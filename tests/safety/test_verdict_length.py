"""A verdict is soon said, whatever was told: 20 seconds with what is asked after it, everywhere.

Nothing is lost by it: each reason and each sign's advice is in it, or in what it offers to tell.
"""

from functools import cache
from itertools import combinations, product

import pytest

from spasm_guide.clinical.findings import FINDINGS, SIGNS
from spasm_guide.clinical.rule import counts, triage
from spasm_guide.content.questions import questions
from spasm_guide.conversation import table
from spasm_guide.conversation.checking.reasons import named
from spasm_guide.conversation.checking.verdict import conclude
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Fact
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.speech import ssml
from spasm_guide.speech.words import words
from tests.conversation.speaking import LOCALES, renderer

MOST_SECONDS = 20.0
MORE_SECONDS = 15.5
WORDS = "breast cancer"
PEOPLE = ("self", "someone")


def told():
    """Every set of up to three findings: all sure, all doubted, and of one or two, any mixture."""
    for n in range(4):
        for found in combinations(FINDINGS, n):
            mixed = (
                product(("yes", "unsure"), repeat=n) if n < 3 else (("yes",) * n, ("unsure",) * n)
            )
            for answers in mixed:
                yield dict(zip(found, answers, strict=True))


def verdict(answers, facts=None):
    subject = "child" if answers.get("under_18") == "yes" else "self"
    session = Session(goal="check", answers=answers, facts=facts or {}, subject=subject)
    return table.follow(conclude(session))


def seconds(line, locale, subject):
    return _seconds(line.name, _frozen(line.data), locale, subject)


def _frozen(data):
    return tuple((key, repr(value)) for key, value in sorted(data.items()))


@cache
def _seconds(name, data, locale, subject):
    from ast import literal_eval

    line = Line(name, {key: literal_eval(value) for key, value in data})
    said = renderer().render(line, words(locale, subject))
    return ssml.listen(ssml.speak([said])).seconds


def longest(lines):
    """The most that these lines take, of any region and person."""
    return max(
        sum(seconds(line, locale, subject) for line in lines)
        for locale in LOCALES
        for subject in PEOPLE
    )


def too_long(replies, most=MOST_SECONDS):
    """Each different reply once."""
    different = {tuple((x.name, _frozen(x.data)) for x in reply.lines): reply for reply in replies}
    return [
        (round(time, 2), [(line.name, line.data.get("facts")) for line in reply.lines])
        for reply in different.values()
        if (time := longest(reply.lines)) > most
    ]


def test_no_verdict_takes_longer():
    assert not too_long(verdict(answers)[1] for answers in told())


@cache
def items():
    """By finding: all that it can have been told as, a question with several of it included."""
    found: dict[str, set[str]] = {finding: {""} for finding in FINDINGS}
    for q in questions().values():
        for item in q.items:
            found[item.finding] |= {item.name, q.name}
    return found


def facts_of(finding):
    return [Fact(item=item, words=WORDS, n=12, unit="month") for item in sorted(items()[finding])]


def test_nor_where_more_is_known_of_what_was_told():
    """The longest way to say each finding, for any two."""
    replies = []
    most = {
        finding: max(
            facts_of(finding),
            key=lambda fact: longest(verdict({finding: "yes"}, {finding: fact})[1].lines),
        )
        for finding in FINDINGS
    }
    for n in (1, 2):
        for found in combinations(FINDINGS, n):
            facts = {finding: most[finding] for finding in found}
            replies.append(verdict(dict.fromkeys(found, "yes"), facts)[1])
    assert not too_long(replies)


@pytest.mark.parametrize("asking", ["offer:stretches", "confirm:change", "relief:ease"])
def test_nor_where_it_is_raised_and_a_question_follows(asking):
    replies = []
    for finding in (f for f in FINDINGS if f != "under_18"):
        answers = dict.fromkeys(FINDINGS, "no")
        before = Session(asking=asking, goal="check", answers=answers, tier="SELF_CARE")
        replies.append(table.advance(before, Heard("report", {finding: "yes"}))[1])
    assert not too_long(replies)


def rest(session, reply):
    """All that is told on request, turn by turn."""
    while session.asking == "offer:more":
        session, reply = table.advance(session, Heard("yes"))
        yield session, reply


def test_what_a_verdict_leaves_out_is_told_on_request_and_changes_nothing():
    for answers in told():
        if len(answers) < 2 or triage(answers).tier not in ("SOON", "URGENT"):
            continue
        session, first = verdict(answers)
        lines, before = list(first.lines), session
        for after, reply in rest(session, first):
            assert (after.answers, after.tier, after.locked) == (
                *(before.answers, before.tier, before.locked),
            )
            assert reply.listening
            lines += reply.lines
        said = [name for line in lines for name in (*_reasons(line), line.name)]
        for reason in named(session):
            assert reason in said or _called(reason, said), (answers, reason)
        if session.tier == "SOON":
            for sign in (s for s in SIGNS if counts(s, answers)):
                assert {f"sign/{sign}:action", f"sign/{sign}:advice"} & {*said}, (answers, sign)


def _reasons(line):
    found = line.data.get("reasons", ())
    assert isinstance(found, list | tuple)
    return found


def _called(reason, said):
    """Whom to call says it."""
    blocks = {"under_18": "child", "pregnancy": "pregnancy", "recent_spine_procedure": "procedure"}
    return f"next_{blocks.get(reason)}" in {name.partition(":")[2] for name in said}


def test_what_is_told_on_request_is_short_too():
    for locale in LOCALES:
        for found in combinations(SIGNS, 3):
            session, reply = verdict(dict.fromkeys(found, "yes"))
            for _, more in rest(session, reply):
                said = sum(seconds(line, locale, "someone") for line in more.lines)
                assert said <= MORE_SECONDS, (locale, found)


@pytest.mark.parametrize("answer", ["no", "unsure"])
def test_who_wants_no_more_hears_what_was_to_come_next(answer):
    session, _ = verdict({"persistent": "yes", "morning_stiffness": "yes"})
    assert session.asking == "offer:more"
    session, _ = table.advance(session, Heard(answer))
    assert session.asking == "offer:relief"


def test_a_question_between_keeps_the_offer():
    session, _ = verdict({"persistent": "yes", "morning_stiffness": "yes"})
    for heard in (Heard("causes"), Heard("question", topic="driving")):
        session, reply = table.advance(session, heard)
        assert session.asking == "offer:more"
        assert session.topic == "verdict" and reply.listening
    _, reply = table.advance(session, Heard("explain"))
    assert "sign/morning_stiffness:advice" in [line.name for line in reply.lines]


def test_the_number_comes_first_in_an_emergency_and_what_to_do_before_why():
    for answers in told():
        if len(answers) < 3 and triage(answers).tier == "EMERGENCY":
            names = [line.name for line in verdict(answers)[1].lines]
            assert names[0] == "verdict/emergency:call"
            assert names[2:] == ["verdict/emergency:phone", "verdict/emergency:again"]
