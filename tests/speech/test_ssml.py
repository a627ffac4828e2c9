import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasm_guide.speech import ssml


def heard(fragment):
    return ssml.listen(ssml.speak([fragment]))


def test_pauses_are_left_out_of_the_text_and_counted_in_the_seconds():
    still = heard("Breathe in. And out.")
    held = heard('Breathe in.<break time="4s"/> And out.')
    assert held.text == still.text == "Breathe in. And out."
    assert held.seconds == pytest.approx(still.seconds + 4, abs=0.1)


def test_an_alias_is_what_is_heard_and_the_number_is_what_is_read():
    call = 'Call <sub alias="triple zero">000</sub> now.'
    assert heard(call).text == "Call triple zero now."
    assert ssml.written(call) == "Call 000 now."


def test_slow_speech_lasts_longer_but_its_pauses_do_not():
    plain = heard('Lower your knee slowly.<break time="2s"/>')
    slow = heard('<prosody rate="80%">Lower your knee slowly.<break time="2s"/></prosody>')
    assert slow.seconds - 2 == pytest.approx((plain.seconds - 2) / 0.8, abs=0.02)


def test_fifteen_seconds_are_about_thirty_six_words():
    words = " ".join(["gently"] * 36) + "."
    assert 13 < heard(words).seconds < 20


@pytest.mark.parametrize(
    "fragment",
    [
        "bread & butter",
        "<b>now</b>",
        "<speak>inside</speak>",
        '<break time="11s"/>',
        '<break time="soon"/>',
        '<prosody rate="quick">now</prosody>',
        "<p>open",
        "a" * ssml.MOST_CHARACTERS,
        "bell \x07",
        "half a pair \ud800",
    ],
)
def test_what_alexa_would_refuse_is_found(fragment):
    with pytest.raises(ssml.SsmlFault):
        heard(fragment)


def test_ten_seconds_are_the_longest_pause():
    assert heard('<break time="10s"/>').seconds == 10
    assert heard('<break time="10000ms"/>').seconds == 10


def test_a_card_keeps_its_lines_and_loses_its_markup():
    text = "Call   NHS <say-as interpret-as='digits'>111</say-as>.\n\n\n  Rest &amp; wait.\n"
    assert ssml.written(text) == "Call NHS 111.\n\nRest & wait."


@given(st.text())
def test_any_text_is_heard_or_refused(text):
    try:
        heard(text)
    except ssml.SsmlFault:
        return
