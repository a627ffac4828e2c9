"""A handler says where to go next, and one loop follows."""

import ast

import pytest

from spasm_guide.content import questions as content
from spasm_guide.conversation import wiring
from spasm_guide.conversation.heard import Heard
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.table import advance, follow, never_pregnant
from spasm_guide.conversation.turn import end, go, with_card
from tests.imports import modules

ITEMS = [{"name": name, "finding": name} for name in ("weakness", "numbness_tingling")]
SIGNS = [{"name": f"sign:{item['name']}", "items": [item]} for item in ITEMS]
LIMBS = {"name": "screen:limbs", "items": ITEMS, "then": [row["name"] for row in SIGNS]}


def test_the_loop_follows_from_door_to_door(monkeypatch):
    opened = []

    def first(session, *before, wanted):
        opened.append(wanted)
        return go(session, "second", *before, Line("first"))

    def second(session, *before):
        return end(session, *before, Line("second"))

    monkeypatch.setattr("spasm_guide.conversation.table.DOORS", {"first": first, "second": second})
    _, reply = follow(go(Session(), "first", Line("before"), wanted="relief"))
    assert opened == ["relief"]
    assert [line.name for line in reply.lines] == ["before", "first", "second"]


def test_the_card_of_who_sent_one_there_goes_with_the_answer():
    step = with_card(go(Session(tier="SOON"), "offers"), Line("card/verdict"))
    _, reply = follow(step)
    assert reply.card == Line("card/verdict")


def test_every_door_that_is_named_is_there():
    named = set()
    for name, path in modules().items():
        if name.startswith("spasm_guide.conversation"):
            named |= doors(path.read_text(encoding="utf-8"))
    assert named == set(wiring.DOORS)


def doors(source):
    """The second argument of every call of `go`."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        call.args[1].value
        for call in calls
        if getattr(call.func, "id", None) == "go" and isinstance(call.args[1], ast.Constant)
    }


@pytest.fixture
def limbs(monkeypatch):
    """A table with a question that a bare yes opens one by one."""
    rows = {"questions": [LIMBS, *SIGNS], "goals": {"check": [LIMBS["name"]]}}
    monkeypatch.setattr(content, "load", lambda name: rows)
    content.questions.cache_clear(), content.goals.cache_clear()
    yield Session(asking="screen:limbs", goal="check")
    content.questions.cache_clear(), content.goals.cache_clear()


def test_a_bare_yes_opens_its_questions_one_by_one(limbs):
    session, _ = advance(limbs, Heard("yes"))
    assert session.asking == "sign:weakness"
    session, _ = advance(session, Heard("no"))
    assert session.asking == "sign:numbness_tingling"
    session, _ = advance(session, Heard("yes"))
    assert session.answers == {"weakness": "no", "numbness_tingling": "yes"}
    assert session.tier == "SOON"


def test_a_plain_no_opens_nothing(limbs):
    session, _ = advance(limbs, Heard("no"))
    assert session.answers == {"weakness": "no", "numbness_tingling": "no"}
    assert session.tier == "SELF_CARE"


@pytest.mark.parametrize(("age", "never"), [(0, True), (11, True), (12, False), (30, False)])
def test_a_child_below_twelve_is_asked_of_no_pregnancy(age, never):
    assert never_pregnant(Heard("report", details={"age": age})) is never


@pytest.mark.parametrize("asking", ["menu", "offer:stretches"])
def test_missed_twice_it_is_told_what_can_be_answered(asking):
    session = Session(asking=asking, tier="SELF_CARE", unclear=1)
    session, reply = advance(session, Heard("unclear"))
    assert reply.lines[0].name == "anywhere/unclear:once_more"
    assert session.asking == asking and reply.lines[-1].name.endswith(":again")


@pytest.mark.parametrize(("goal", "first"), [("gate", "menu/menu:check_first"), ("check", None)])
def test_who_wants_the_check_before_stretches_gets_all_of_it(goal, first):
    session = Session(asking="screen:life", goal=goal)
    session, reply = advance(session, Heard("start_check"))
    assert session.goal == "check"
    assert (first in [line.name for line in reply.lines]) == (first is not None)
