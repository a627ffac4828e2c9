"""The reasons of a verdict: one yes to several things is one of them."""

from spasm_guide.conversation.checking.reasons import named
from spasm_guide.conversation.kept import Fact
from spasm_guide.conversation.session import Session


def of(*items):
    reasons = ("weakness", "numbness_tingling", "radiating")[: len(items)]
    facts = {finding: Fact(item=item) for finding, item in zip(reasons, items, strict=True)}
    return named(Session(reasons=reasons, facts=facts))


def test_one_yes_to_several_is_one_reason():
    assert of("screen:limbs", "screen:limbs", "pain_down_leg") == ["weakness", "radiating"]


def test_each_that_was_named_is_one():
    assert of("weakness", "numbness") == ["weakness", "numbness_tingling"]
