"""Every screen that a conversation can come to: whole, in words, small enough, and touchable."""

import json
from functools import cache

import pytest

from spasm_guide.alexa.display import Display
from spasm_guide.alexa.request import token_of
from spasm_guide.clinical.stretches import PLACES
from spasm_guide.conversation.display.choose import displayed
from spasm_guide.conversation.heard import MEANINGS, Heard
from spasm_guide.conversation.kept import Routine
from spasm_guide.conversation.session import Session
from spasm_guide.conversation.stretching import routine
from spasm_guide.conversation.stretching.playing import play
from spasm_guide.speech.renderer import sources
from spasm_guide.speech.words import words
from tests.conversation.acting import SUMMARY, advance
from tests.conversation.speaking import LOCALES, renderer
from tests.conversation.test_every_state import QUESTIONS, standing

MOST_BYTES = 120_000
TYPICAL = 25_000
TOUCHED = {*MEANINGS, "report"}

UNTOUCHED = ("confirm:change", "crisis:who", "crisis:meant", "crisis:going_on")
"""Answered in words alone."""


@cache
def screens():
    return Display(renderer(), sources() / "screens")


def shown(session, reply, locale="en-US"):
    """The directive of a turn, after what must hold for each."""
    if reply.display is None:
        return None
    token = token_of(session.asking)
    directive = screens().show(reply.display, token, words(locale, session.subject))
    assert directive["document"]["version"] == "1.4"
    assert "import" not in directive["document"]
    data = directive["datasources"]["screen"]
    assert all(isinstance(text, str) for text in data["text"].values())
    assert "<" not in json.dumps(data["text"]).replace("<br>", "")
    if reply.listening and data["name"] != "welcome":
        assert data["ask"].endswith("?"), data
    for button in data["buttons"]:
        assert button["label"]
        assert button["send"][0] in TOUCHED
    assert bool(data["buttons"]) == reply.listening or session.asking in UNTOUCHED, data
    return directive


@pytest.mark.parametrize("tier", [None, "SELF_CARE", "SOON", "URGENT"])
@pytest.mark.parametrize("asking", QUESTIONS)
def test_every_turn_of_every_state_has_a_whole_screen_or_none(asking, tier):
    outcomes = {"summary": SUMMARY, "diary": {"status": "agreed"}}
    for meaning in MEANINGS:
        before = standing(asking, tier)
        sign = "radiating" if meaning == "explain_sign" else None
        session, reply = advance(before, Heard(meaning, sign=sign), outcomes)
        directive = shown(session, reply)
        assert directive is None or len(json.dumps(directive)) < TYPICAL
        if session.asking != before.asking and session.asking:
            assert directive, f"{meaning}: the screen still shows {before.asking}"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_verdicts_show_the_regions_own_number(locale):
    number = words(locale)["number_text"]
    session, reply = advance(Session(asking="menu"), Heard("report", {"cauda_equina": "yes"}))
    text = shown(session, reply, locale)["datasources"]["screen"]["text"]
    assert text["number"] == number
    assert text["title"] == "Call now"


def test_an_emergency_offers_nothing_to_touch():
    session, reply = advance(Session(asking="menu"), Heard("report", {"serious_accident": "yes"}))
    session, reply = advance(Session(asking="menu"), Heard("other_emergency"))
    assert shown(session, reply)["datasources"]["screen"]["buttons"] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("pace", [-2, 0, 2])
@pytest.mark.parametrize("by_itself", [False, True])
def test_every_stretch_is_a_film_that_lasts_as_long_as_its_speech(place, pace, by_itself):
    names = tuple(routine.book())
    for index in range(len(names)):
        now = Routine(names, place, index, by_itself=by_itself, state="held")
        session, reply = play(Session(pace=pace), now)
        reply_screen = displayed(session, reply)
        data = screens().show(reply_screen, "t", words("en-US"))
        assert len(json.dumps(data)) < (60_000 if by_itself else TYPICAL)
        film = data["datasources"]["screen"]
        times = [move["at"] for move in film["moves"]]
        assert times == sorted(times) and times[0] == 0
        assert all(hold["at"] + hold["for"] <= film["ms"] for hold in film["holds"])
        assert all(caption["at"] <= film["ms"] for caption in film["captions"])
        assert {move["to"] for move in film["moves"]} >= {0.0, 1.0}
        spoken = routine.saying(reply.lines[:-1], pace)
        assert abs(film["ms"] / 1000 - spoken) < 0.5


def test_a_hold_counts_down_the_seconds_that_the_data_say():
    now = Routine(("childs_pose",), "floor", state="held")
    session, reply = play(Session(), now)
    film = displayed(session, reply).data
    assert [round(seconds) for _, seconds, _ in film["holds"]] == [20, 20]


def test_words_of_a_person_cannot_become_markup_on_the_screen():
    from spasm_guide.alexa.display import shown as on_screen

    assert on_screen("<b>lifting</b> & more") == "&lt;b&gt;lifting&lt;/b&gt; &amp; more"
