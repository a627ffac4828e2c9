"""Phrases that no training and no teaching may ever lose: a danger is heard, a no is earned."""

import pytest

from interaction_model.phrases import asking
from interaction_model.training.teach import NEVER_BREAK
from spasm_guide.clinical.findings import RED_FLAGS
from spasm_guide.reading.listen import listen

LINES = [
    tuple(line.split("\t"))
    for line in NEVER_BREAK.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("state", "must", "words"), LINES, ids=lambda part: part[:40])
def test_a_phrase_that_must_never_break(state, must, words):
    heard = listen(words, asking(state), "en-US")
    told = {finding for finding, answer in heard.answers.items() if answer == "yes"}
    denied = {finding for finding, answer in heard.answers.items() if answer == "no"}
    if must.endswith("=yes"):
        assert must.removesuffix("=yes") in told | set(heard.likely)
    elif must == "not no":
        assert heard.meaning != "no"
        assert not denied & set(RED_FLAGS)
    elif must == "not yes":
        assert heard.meaning != "yes"
        assert not told & set(RED_FLAGS)
    else:
        assert heard.meaning == must
