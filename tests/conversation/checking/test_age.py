"""The age is one number, asked back where it sounds like another, and only its band is kept."""

import json

import pytest

from spasm_guide.conversation.checking.age import bands
from spasm_guide.conversation.heard import Heard
from tests.conversation.checking.asking import heard, told, until, walk

TO_THE_AGE = ("start_check", *["no"] * 6)
REFUSED = Heard("unsure", details={"refused": True})


@pytest.mark.parametrize("age", [2, 13, 17, 18, 30, 42, 54, 55, 60, 74, 75, 80, 101])
def test_the_number_is_never_kept(age):
    for after in ((), ("yes",), ("explain",), ("repeat",), ("no",)):
        session, *_ = walk(*TO_THE_AGE, age, *after)
        kept = json.dumps(session.to_attributes())
        assert f" {age}" not in kept.replace('"version": 3', ""), kept


@pytest.mark.parametrize("age", [13, 16, 18, 19, 30, 60, 80, 90])
def test_thirteen_or_thirty_is_asked_back(age):
    session, asked, texts, _ = walk(*TO_THE_AGE, age)
    assert asked[-1] == "confirm:age"
    assert str(age) in texts[-1]
    assert "over_55" not in session.answers
    session, *_ = walk("yes", session=session)
    assert {f: session.answers[f] for f in bands(age)} == bands(age)


@pytest.mark.parametrize("age", [9, 20, 42, 55, 62, 79])
def test_what_sounds_like_no_other_is_taken(age):
    _, asked, _, _ = walk(*TO_THE_AGE, age)
    assert asked[-1] != "confirm:age"


def test_misheard_it_is_asked_once_more_then_only_the_band():
    session, asked, _, _ = walk(*TO_THE_AGE, 13, "no", 30, "no")
    assert asked[-4:] == ["confirm:age", "screen:age", "confirm:age", "screen:age_band"]
    session, asked, _, _ = walk(*TO_THE_AGE, 13, 30)
    assert asked[-1] == "screen:medicines", "another number corrects it"
    assert session.answers["under_18"] == "no"


@pytest.mark.parametrize("refusal", ["no", "unsure", REFUSED])
def test_refused_the_band_is_asked(refusal):
    session, asked, _, _ = walk(*TO_THE_AGE, refusal)
    assert asked[-1] == "screen:age_band"
    under, *_ = walk("no", session=session)
    assert {under.answers[f] for f in ("under_18", "over_55", "over_75")} == {"no"}
    older, asked, _, _ = walk(told("over_55"), session=session)
    assert asked[-1] == "screen:effort"
    assert "over_75" not in older.answers


@pytest.mark.parametrize("turns", [["unsure"], ["unclear"] * 2, ["yes", "yes"]])
def test_not_told_twice_it_stays_open_and_the_floor_is_not_offered(turns):
    session, *_ = walk(*TO_THE_AGE, REFUSED, *turns)
    assert session.answers["over_55"] == "unsure"
    assert not {"under_18", "over_75"} & set(session.answers)
    assert session.asking == "screen:effort"


def test_a_child_that_speaks_is_told_to_get_a_grown_up_and_then_spoken_of():
    session, asked, texts, _ = walk(*TO_THE_AGE, 9)
    assert "grown-up" in texts[-1]
    assert session.subject == "child"
    assert asked[-1] == "screen:medicines"
    session, _, texts = until({}, age=9)
    assert session.tier == "SOON"
    assert "They need a doctor in the next few days" in texts[-1]
    assert "A grown-up should book it" in texts[-1]


def test_no_man_and_no_small_child_is_asked_about_a_pregnancy():
    mine = Heard("start_check", details={"sex": "male"}, subject="someone")
    for turns in ([mine, *["no"] * 6, 42, "no"], [*TO_THE_AGE, 9, "no"]):
        session, _, texts, _ = walk(*turns)
        assert session.asking == "screen:recent"
        assert "pregnant" not in texts[-1]
    assert heard(9).answers["under_18"] == "yes"
