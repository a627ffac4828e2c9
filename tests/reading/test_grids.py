"""Grids of our own, apart from what the model was taught: what passes, and what must not.

Frames and words here are none of interaction_model/shapes/ and none of the corpus.
"""

import pytest

from spasm_guide.content.questions import questions
from spasm_guide.reading.listen import listen

STRAY = (
    "no put that down please",
    "no not you alexa i was talking to my son",
    "no i said the blue one",
    "mum where are my shoes",
    "and now the weather for the north",
    "he shoots he scores",
    "no milk in mine ta",
    "no problem see you later",
    "no parking after six",
    "i'll call you back",
    "that's a no from me said the judge",
    "can somebody get the door",
    "not now darling mummy's busy",
    "no it's in the other drawer",
    "shut the window would you",
    "the bus doesn't stop there any more",
    "no entry",
    "sit boy sit",
    "yes love two minutes",
    "he never rang me back",
    "nobody told me about it",
    "no more biscuits",
    "we haven't got any milk",
    "nothing on the telly tonight",
    "the train now arriving at platform two",
    "is it raining",
    "what time is it",
    "how's the weather",
    "can i have a drink of water",
    "do i have to lie down for this",
    "is that the same as last time",
    "will it hurt",
    "can i sit up",
    "where do i find that",
    "same as before",
    "my back is killing me",
    "it's my lower back",
    "my back just locked up",
    "i was making the bed",
    "it started this morning",
    "i was bending to get the shoes",
    "oh my god",
    "this is ridiculous",
    "i hate this",
    "i need a minute",
    "i'm in so much pain",
    "ow ow ow",
    "hello",
    "is anyone there",
    "blah blah blah",
    "tuesday market",
    "fakersfield",
    "purple monkey",
    "seventeen thirty",
    "needles no good",
    "my knees are fine",
    "my wife is fine thanks",
    "the kids are alright",
    "work is okay",
)
"""A second person, a television, a side question, what sets nothing."""
ALL_DENIED = (
    "no",
    "none of them",
    "no i'm fine on all that",
    "nothing of the kind",
    "no nothing of that sort",
    "none of that applies",
    "i don't have anything like that",
    "no thankfully none",
    "nope none of those things",
    "not one of those",
    "no not any of them i'm glad to say",
    "all of that's fine",
    "everything there is normal",
    "no problems there",
    "nah nothing like that mate",
    "no none of it's happening to me",
)
NO_TROUBLE = (
    "i haven't lost control of my bladder",
    "no bladder or bowel dysfunction at all",
    "in full control down there",
    "i came off the blood thinners in march",
    "the chest is perfectly all right",
    "i have never had any cancer",
    "it was not an accident",
    "i can still walk and stand",
    "nobody fell off anything",
)
"""Denials that sound like what they deny."""

ACTS = ("i was making the bed", "i was bending to get the shoes")
DANGERS = [q.name for q in questions().values() if q.danger and len(q.items) > 1]


def heard(text, state):
    return listen(text, state, "en-US")


@pytest.mark.parametrize("state", DANGERS)
def test_nothing_stray_passes_a_danger(state):
    """But for what began it: there an innocent act is an answer."""
    stray = [text for text in STRAY if state != "screen:start" or text not in ACTS]
    assert [text for text in stray if heard(text, state).meaning == "no"] == []


def test_most_denials_of_all_pass_at_once():
    asked = [(text, state) for state in DANGERS for text in ALL_DENIED]
    passed = sum(heard(text, state).meaning == "no" for text, state in asked)
    assert passed >= 0.75 * len(asked)
    assert not any("yes" in heard(text, state).answers.values() for text, state in asked)


@pytest.mark.parametrize("state", [None, "offer:relief", *DANGERS])
def test_a_denial_is_no_emergency(state):
    dangers = {"cauda_equina", "chest_or_abdominal", "serious_accident"}
    for text in NO_TROUBLE:
        told = heard(text, state)
        assert told.meaning != "yes", text
        assert not dangers & {f for f, answer in told.answers.items() if answer == "yes"}, text
