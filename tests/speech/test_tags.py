"""Of SSML we take what a template may write, and refuse what Alexa may not know everywhere."""

import pytest

from spasm_guide.speech.ssml import STRENGTHS, TAGS, SsmlFault, listen


@pytest.mark.parametrize("tag", ["emphasis", "p", "prosody", "s", "say-as", "sub", "w"])
def test_a_tag_is_heard(tag):
    assert tag in TAGS
    listen(f"<speak>Breathe <{tag}>in</{tag}> and out.</speak>")


@pytest.mark.parametrize("tag", ["audio", "voice", "lang", "amazon:effect"])
def test_another_is_refused(tag):
    with pytest.raises(SsmlFault):
        listen(f"<speak><{tag}>in</{tag}></speak>")


def test_a_stronger_break_lasts_longer():
    lengths = [
        listen(f'<speak><break strength="{name}"/></speak>').seconds
        for name in ("none", "weak", "medium", "strong", "x-strong")
    ]
    assert lengths == sorted(set(lengths)) and lengths[0] == 0
    assert listen("<speak><break/></speak>").seconds == STRENGTHS["medium"]


def test_speech_of_a_named_rate_lasts_longer_the_slower_it_is():
    lengths = [
        listen(f'<speak><prosody rate="{name}">Breathe slowly in.</prosody></speak>').seconds
        for name in ("x-fast", "fast", "medium", "slow", "x-slow")
    ]
    assert lengths == sorted(set(lengths)) and lengths[0] > 0
