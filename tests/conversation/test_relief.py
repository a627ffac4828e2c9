"""Relief: one step at a time, ice or heat by when it began, neither on numb skin."""

from dataclasses import replace

import pytest

from spasm_guide.conversation import relief
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance, follow
from tests.conversation.speaking import LOCALES, spoken


def walk(session, *turns):
    texts = []
    for turn in turns:
        session, reply = advance(session, turn if isinstance(turn, Heard) else Heard(turn))
        texts.append(spoken(session, reply).text)
    return session, texts


def asked(**more):
    session, _ = follow(relief.start(Session(tier="SELF_CARE", **more)))
    return session


def test_it_is_asked_once_when_it_began():
    session = asked()
    assert session.asking == "relief:when"
    session, texts = walk(session, "yes", "back", "repeat", "start_over")
    assert not any("last day" in text for text in texts)


@pytest.mark.parametrize(
    ("answer", "step"),
    [
        (Heard("yes"), "cold"),
        (Heard("no"), "heat"),
        (Heard("unsure"), "cold"),
        (Heard("report", details={"hours_ago": 3}), "cold"),
        (Heard("report", details={"hours_ago": 30}), "heat"),
        (Heard("report", {"persistent": "yes"}), "heat"),
        (Heard("next"), "cold"),
    ],
)
def test_ice_on_the_first_day_and_heat_later(answer, step):
    session = Session(asking="relief:when", tier="SOON", answers={"persistent": "yes"})
    session, _ = walk(session, answer, "next")
    assert session.asking == f"relief:{step}"


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_no_ice_and_no_heat_where_numbness_was_said(answer):
    numb = Session(tier="SOON", answers={"numbness_tingling": answer})
    session, reply = follow(relief.start(numb))
    texts = [spoken(session, reply).text]
    assert session.asking == "relief:ease", "there is no need to know when"
    while session.asking and session.asking.startswith("relief"):
        session, more = walk(session, "next")
        texts += more
    said = " ".join(texts)
    assert "no ice and no heat" in said
    assert "damp towel" not in said and "dry towel" not in said


def test_every_step_comes_once_then_the_safety_net():
    session, texts = walk(asked(), "yes", "next", "next", "next")
    assert "short while" in texts[0]
    assert "ice pack" in texts[1] and "15 minutes" in texts[1]
    assert "short, easy walks" in texts[2]
    assert "see a doctor" in texts[3]
    assert not (session.asking or "").startswith("relief")


def test_no_is_enough_and_still_ends_with_the_safety_net():
    session, texts = walk(asked(), "no", "no")
    assert session.asking is None
    assert "see a doctor" in texts[-1]


def test_more_is_told_on_asking_and_the_step_stays():
    session, texts = walk(asked(), "yes", "next", "explain")
    assert "two or three hours" in texts[-1]
    assert session.asking == "relief:cold"


def test_heat_in_pregnancy_stays_off_the_belly():
    session = asked(answers={"pregnancy": "yes"})
    _, texts = walk(session, "no", "next")
    assert "not on the belly" in texts[-1]


@pytest.mark.parametrize("locale", LOCALES)
def test_an_urgent_verdict_leaves_comfort_only(locale):
    urgent = Session(tier="URGENT", locked=True, answers={"weakness": "yes"})
    for turn in (relief.start(urgent), relief.comfort(urgent)):
        session, reply = follow(turn)
        text = spoken(session, reply, locale).text
        assert "calves on a chair" in text
        assert "ice" not in text.lower().split() and "heat" not in text.lower().split()
        assert "No stretches" in text and "today" in text
        assert session.asking is None


def test_a_turn_is_short():
    session = asked()
    for meaning in ("no", "next", "next", "next"):
        session, reply = advance(session, Heard(meaning))
        assert spoken(session, reply).seconds < 25


def test_that_numb_skin_gets_no_pack_is_said_once_and_only_there():
    _, texts = walk(asked(answers={"numbness_tingling": "yes"}), "yes", "next", "next")
    assert ["no ice and no heat" in text for text in texts] == [True, False, False], texts
    _, texts = walk(asked(), "yes", "next", "next")
    assert not any("no ice and no heat" in text for text in texts)


def test_back_is_the_step_before_and_the_first_has_none():
    session = Session(asking="relief:ease", began="old", tier="SELF_CARE")
    first, second, third, *_ = relief.steps(session)
    session = replace(session, asking=f"relief:{third}")
    for step in (second, first, first):
        session, _ = walk(session, "back")
        assert session.asking == f"relief:{step}"


def test_the_screen_counts_the_steps():
    session, order = Session(asking="relief:ease", began="old", tier="SELF_CARE"), []
    while session.asking and session.asking.startswith("relief:"):
        session, reply = advance(session, Heard("next"))
        if session.asking and session.asking.startswith("relief:"):
            order.append(reply.display.data["place"])
    assert order == list(range(2, 2 + len(order))) and len(order) > 1


@pytest.mark.parametrize(("answer", "heard"), [("yes", 1), ("unsure", 1), ("no", 0)])
def test_heat_in_a_pregnancy_keeps_off_the_belly(answer, heard):
    session = Session(began="old", answers={"pregnancy": answer})
    _, reply = follow(relief.put(session, "heat"))
    assert [line.name for line in reply.lines].count("relief/heat:pregnant") == heard
