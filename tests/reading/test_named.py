"""What a finding was told as: its item, own words, and how long ago; and the word asked about."""

import pytest

from spasm_guide.conversation.heard import Heard
from spasm_guide.reading.facts import facts
from spasm_guide.reading.words import words
from tests.reading.asking import EN

LEGS = "cauda_equina"
ITEMS = {
    ("both my legs are aching", LEGS): ["both_legs"],
    ("there is pain in both legs", LEGS): ["both_legs"],
    ("both legs hurt and feel weak", LEGS): None,
    ("both legs gave way with the pain", LEGS): None,
    ("both legs", LEGS): None,
    ("pain in both legs and i can't pee", LEGS): None,
    ("it's numb down below", LEGS): ["numb_saddle"],
    ("i am diabetic", "weak_immunity"): ["diabetes"],
    ("diabetes and a weak immune system", "weak_immunity"): ["diabetes", "weak_immune_system"],
    ("fell off a ladder", "serious_accident"): ["height"],
    ("never had cancer only got thin", "cancer_or_weight_loss"): None,
    ("something is wrong", "weak_immunity"): None,
}


def told(text, *findings, asking=None, **heard):
    yes = dict.fromkeys(findings, "yes")
    return facts(words(text, EN), asking, Heard("report", answers=yes, **heard), EN)


@pytest.mark.parametrize(("text", "finding"), ITEMS)
def test_the_item_whose_words_alone_were_said(text, finding):
    assert told(text, finding).get("items", {}).get(finding) == ITEMS[text, finding]


def test_nothing_is_named_that_was_not_told_with_yes():
    assert facts(words("my legs and diabetes", EN), None, Heard("report"), EN) == {}


def test_a_cancer_in_the_persons_own_words():
    found = told("i was treated for breast cancer", "cancer_or_weight_loss")
    assert found["words"] == {"cancer_or_weight_loss": "breast cancer"}


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("back surgery three weeks ago", [3, "week"]),
        ("a jab in my spine last month", [1, "month"]),
        ("an operation a few weeks ago", None),
    ],
)
def test_how_long_ago_only_as_it_was_counted(text, ago):
    found = told(text, "recent_spine_procedure").get("ago", {})
    assert found.get("recent_spine_procedure") == ago
    assert "ago" not in told(text, "recent_spine_procedure", "pregnancy")


@pytest.mark.parametrize(
    ("text", "subject", "sex"),
    [
        ("my husband can't get up", "someone", "male"),
        ("he's locked up", "child", "male"),
        ("he says my back is swollen", "self", None),
        ("my husband says my back is swollen", "someone", None),
        ("my mother he said", "someone", None),
        ("he thinks she fell", "someone", None),
        ("i'm a big man", None, "male"),
    ],
)
def test_only_who_is_certainly_a_man_is_one(text, subject, sex):
    assert facts(words(text, EN), None, Heard("report", subject=subject), EN).get("sex") == sex
