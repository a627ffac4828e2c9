"""The table of questions is whole, and everything that a question needs is there."""

import pytest

from spasm_guide.clinical.findings import SIGNS
from spasm_guide.content import questions as table
from spasm_guide.content.load import ContentFault
from spasm_guide.content.questions import asked_about, goals, names, question, questions
from spasm_guide.conversation.reply import Line
from spasm_guide.conversation.turn import prompt
from spasm_guide.speech.words import words
from tests.conversation.speaking import renderer

QUESTIONS = tuple(questions().values())
ONE = {"name": "screen:a", "items": [{"name": "weakness", "finding": "weakness"}]}


@pytest.fixture
def loaded(monkeypatch):
    """Reads a table of one's own."""

    def read(*rows, **aims):
        monkeypatch.setattr(table, "load", lambda name: {"questions": rows, "goals": aims})
        questions.cache_clear(), goals.cache_clear()
        return questions(), goals()

    yield read
    questions.cache_clear(), goals.cache_clear()


@pytest.mark.parametrize("q", QUESTIONS, ids=lambda q: q.name)
def test_a_question_has_all_its_words(q):
    blocks = {"ask", "again", "why", "short"}
    blocks |= {"clarify"} if q.danger and not q.alone else set()
    blocks |= {item.name for item in q.items} if q.alone else set()
    blocks |= {"rest"} if len(q.findings) > 1 and not q.whole else set()
    blocks |= {"part"} if any(item.beside for item in q.items) else set()
    blocks |= {"one_by_one"} if q.then else set()
    blocks |= {"told"} if q.told else set()
    assert blocks <= set(renderer().blocks(prompt(q.name).name.partition(":")[0])), q.name


@pytest.mark.parametrize("q", [q for q in QUESTIONS if q.which], ids=lambda q: q.name)
def test_each_item_can_be_asked_for_alone_and_told_apart(q):
    for left in ([item.name for item in q.items], *([item.name] for item in q.items)):
        for line in (prompt(q.name, "rest", left=left), prompt(q.which, "again", left=left)):
            assert renderer().render(line, words("en-US"))


@pytest.mark.parametrize("name", tuple(names()))
def test_a_question_has_a_heading_of_its_own(name):
    screen = Line("screens/question", {"asking": name, "after": None})
    heading = renderer().write(screen, "topic", words("en-US"))
    assert heading.strip() != "Spasm Guide", "none in templates/en/screens/question.j2"


OPENED = ("screen:both_legs", "screen:sitting", "screen:age_band")
"""By an answer (legs.py, age.py)."""


def test_every_question_leads_to_a_goal_or_is_of_an_old_session():
    put = {q.name for each in goals().values() for q in each}
    opened = {name for q in QUESTIONS for name in (*q.then, *q.next)}
    signs = {f"sign:{sign}" for sign in SIGNS}
    left = {q.name for q in QUESTIONS} - put - opened - signs - set(OPENED)
    assert left == {"screen:history"}


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_is_asked_about_in_the_check_and_can_be_asked_alone(sign):
    assert question(f"sign:{sign}").findings == (sign,)
    assert any(sign in q.findings for q in goals()["check"])


def test_a_which_belongs_to_the_question_it_follows():
    q = question("screen:history_which")
    assert q is question("screen:history") is not None
    assert asked_about("screen:history_which") == q.findings


def test_what_an_open_question_asks_about():
    assert asked_about("confirm:weakness") == ("weakness",)
    assert asked_about("sign:radiating") == ("radiating",)
    assert asked_about("menu") == asked_about(None) == ()


def test_several_items_may_set_one_finding(loaded):
    items = [{"name": n, "finding": "fever_or_unwell"} for n in ("fever", "feeling_ill")]
    found, _ = loaded({"name": "screen:a", "items": items, "which": True})
    assert found["screen:a"].findings == ("fever_or_unwell",)
    assert [item.name for item in found["screen:a"].items] == ["fever", "feeling_ill"]


@pytest.mark.parametrize(
    "row",
    [
        {**ONE, "items": []},
        {**ONE, "items": [{"name": "weakness", "finding": "flat_feet"}]},
        {**ONE, "items": [{"name": "weakness"}]},
        {**ONE, "follows": ["flat_feet"]},
        {**ONE, "then": ["screen:nowhere"]},
        {**ONE, "dangerous": True},
        {"items": ONE["items"]},
    ],
)
def test_a_question_that_is_wrong_is_named(loaded, row):
    with pytest.raises(ContentFault, match=r"questions\.json"):
        loaded(row)


def test_a_name_is_given_once_and_a_goal_names_what_there_is(loaded):
    with pytest.raises(ContentFault, match="screen:a"):
        loaded(ONE, ONE)
    with pytest.raises(ContentFault, match="screen:b"):
        loaded(ONE, check=["screen:b"])
