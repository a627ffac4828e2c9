import pytest

from spasm_guide.conversation import table
from spasm_guide.conversation.diary.detour import back, leave
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.kept import Spasm
from spasm_guide.conversation.reply import Task
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import follow
from spasm_guide.conversation.turn import ask
from spasm_guide.speech import ssml
from spasm_guide.speech.words import words
from tests.conversation.acting import SUMMARY, advance
from tests.conversation.speaking import LOCALES, renderer, spoken

DONE = {"status": "done"}
AGREED = {"diary": {"status": "agreed"}, "note": DONE}
NEW = {"diary": {"status": "ask"}, "agree": DONE, "note": DONE}
OFFERED, _ = ask(Session(tier="SELF_CARE", goal="check"), "offer:relief")


def log(session=None, outcomes=AGREED, **details):
    return advance(session or Session(), Heard("log_spasm", details=details), outcomes)


def names(reply):
    return [each.name for each in reply.lines]


def test_two_questions_and_it_is_noted():
    session, reply = log()
    assert session.asking == "diary:cause"
    session, reply = advance(session, Heard("report", details={"cause": "sneezing"}), AGREED)
    assert session.asking == "diary:severity"
    _, reply = advance(session, Heard("report", details={"severity": 7}), AGREED)
    assert names(reply) == ["diary/diary:noted"]
    assert not reply.listening


def test_said_at_once_nothing_is_asked():
    _, reply = log(cause="sneezing", severity=7)
    assert names(reply) == ["diary/diary:noted"]


def test_what_is_noted_is_what_was_said():
    session, _ = log()
    session, _ = table.advance(session, Heard("next"))
    told = {"severity": 4, "days_ago": 1, "hour": 18}
    _, reply = table.advance(session, Heard("report", details=told))
    assert reply.task == Task("note", told)


def test_a_cause_that_was_told_is_not_lost_to_a_later_answer():
    session, _ = log(cause="sneezing")
    told = {"severity": 7, "cause": "stood up"}
    session, _ = table.advance(session, Heard("report", details=told))
    assert session.spasm.cause == "sneezing" and session.spasm.severity == 7


@pytest.mark.parametrize("told", [{"cause": "a long drive"}, {"severity": 3}])
def test_one_thing_told_leaves_two_questions_the_second_when(told):
    session, _ = log(**told)
    asked = [session.asking]
    while session.asking:
        session, _ = advance(session, Heard("next"), AGREED)
        asked.append(session.asking)
    assert len(asked) == 3
    assert asked[1:] == ["diary:when", None]


@pytest.mark.parametrize("skipping", ["next", "no", "unsure"])
def test_everything_can_be_skipped(skipping):
    session, reply = log()
    for _ in range(2):
        session, reply = advance(session, Heard(skipping), AGREED)
    assert names(reply) == ["diary/diary:noted"]


def test_not_understood_twice_goes_on():
    session, _ = log()
    session, _ = advance(session, Heard("unclear"), AGREED)
    assert session.asking == "diary:cause"
    session, _ = advance(session, Heard("unclear"), AGREED)
    assert session.asking == "diary:severity"


def test_the_first_time_asks_for_consent_once():
    session, _ = log(outcomes=NEW, cause="sneezing")
    assert session.asking == "consent:diary"
    session, _ = advance(session, Heard("yes"), NEW)
    assert session.asking == "diary:severity"
    assert session.spasm.cause == "sneezing"


@pytest.mark.parametrize("meaning", ["no", "unsure", "next"])
def test_only_a_clear_yes_is_consent(meaning):
    session, _ = log(outcomes=NEW)
    session, reply = advance(session, Heard(meaning), {})
    assert names(reply) == ["consent/diary:declined"]
    assert session.spasm is None


def test_a_store_that_fails_is_said_and_the_conversation_goes_on():
    session, reply = log(OFFERED, outcomes={})
    assert names(reply) == ["diary/diary:unavailable", "offer/relief:ask"]
    assert session.asking == "offer:relief"


def test_no_diary_here_is_said():
    _, reply = log(outcomes={"diary": {"status": "off"}})
    assert names(reply) == ["diary/diary:off"]


def test_in_the_check_the_questions_come_first():
    session, _ = advance(Session(), Heard("start_check"))
    later, reply = log(session, cause="sneezing")
    assert later.asking == session.asking
    assert names(reply)[0] == "consent/consent:later"
    assert later.spasm == Spasm(cause="sneezing")


def test_a_cause_that_is_a_sign_is_noted_first_then_the_check_is_offered():
    session, _ = log(severity=6)
    told = Heard("report", {"everyday_trigger": "yes"}, details={"cause": "bending"})
    session, _ = advance(session, told, AGREED)
    session, reply = advance(session, Heard("yes"), AGREED)
    assert names(reply) == ["diary/diary:noted", "diary/diary:check"]
    session, _ = advance(session, Heard("yes"))
    assert session.asking == "screen:life"
    assert session.answers == {"everyday_trigger": "yes"}


def test_another_sign_begins_the_check_once_it_is_noted():
    session, _ = log()
    told = Heard("report", {"numbness_tingling": "yes"}, details={"cause": "a long drive"})
    session, _ = advance(session, told, AGREED)
    session, reply = advance(session, Heard("next"), AGREED)
    assert names(reply)[:2] == ["diary/diary:noted", "diary/diary:signs"]
    assert session.asking == "screen:life"


def test_after_a_verdict_a_new_sign_raises_it():
    session, _ = log(OFFERED)
    told = Heard("report", {"radiating": "yes"}, details={"cause": "a long drive"})
    session, _ = advance(session, told, AGREED)
    session, reply = advance(session, Heard("next"), AGREED)
    assert session.tier == "SOON"
    assert "diary/diary:noted" in names(reply)


def test_danger_in_a_diary_answer_is_an_emergency_at_once():
    session, _ = log()
    told = Heard("report", {"cauda_equina": "yes"}, details={"cause": "a long drive"})
    session, reply = advance(session, told, AGREED)
    assert session.tier == "EMERGENCY"
    assert names(reply)[0] == "verdict/emergency:call"


def test_no_diary_for_a_child():
    _, reply = log(Session(answers={"under_18": "yes"}, subject="someone"))
    assert "diary/diary:under_18" in names(reply)


def test_a_way_aside_from_a_way_aside_leads_back_to_the_first_question():
    session, _ = log(OFFERED)
    session, _ = advance(session, Heard("ice_timer"))
    assert session.asking == "consent:ice_timer"
    session, _ = advance(session, Heard("no"))
    assert session.asking == "offer:relief"
    assert follow(back(leave(session)))[0].asking == "offer:relief"


CHANGES: list[dict[str, object]] = [
    {},
    {"count": 1, "set_off": ["w" * 36], "average": 5, "worst": 5, "trend": None},
    {"count": 120, "set_off": ["i was lifting boxes from a van today"], "worst": 10},
    {"count": 120, "period": "visit", "trend": None},
    {"part": None, "set_off": [], "average": None, "worst": None, "trend": None},
    {"period": "week", "days": 7, "trend": "same", "part": "night"},
]
SHAPES = [{**SUMMARY["summary"], **change} for change in CHANGES]


@pytest.mark.parametrize("found", SHAPES)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_summary_is_spoken_in_twenty_seconds_and_put_on_a_card(found, locale):
    outcome = {**SUMMARY, "summary": found}
    session, reply = advance(Session(), Heard("diary_summary"), {"summary": outcome})
    said = spoken(session, reply, locale)
    assert said.seconds <= 20, said.text
    assert str(found["count"]) in said.text
    card = renderer().write(reply.card, "text", words(locale))
    assert "2026-11-24 08:10, 8 of 10, sneezing" in card
    assert "sneezing: 2" in card
    assert "<" not in card


def test_what_a_person_said_cannot_become_markup():
    found = {**SUMMARY["summary"], "set_off": ["<break time='9s'/> & co"]}
    _, reply = advance(
        Session(), Heard("diary_summary"), {"summary": {**SUMMARY, "summary": found}}
    )
    said = ssml.speak(renderer().render(each, words("en-US")) for each in reply.lines)
    assert "<break" not in said
    assert "& co" in ssml.listen(said).text


def test_an_empty_diary_says_how_to_begin():
    found = {**SUMMARY["summary"], "count": 0}
    _, reply = advance(
        Session(), Heard("diary_summary"), {"summary": {**SUMMARY, "summary": found}}
    )
    assert names(reply) == ["diary/summary:none"]
    assert reply.card is None
