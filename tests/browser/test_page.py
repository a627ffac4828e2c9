"""What a person does on the page: by typing, by touch, by keyboard; a stretch with its pauses."""

import re
import time

import pytest

from simulator.page import WEB

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"


def last_said(page):
    return page.locator("#turns .alexa").last.inner_text()


def answered(page, act):
    """Do something, and wait until its answer is shown."""
    before = int(page.evaluate("document.body.dataset.turns ?? 0"))
    act()
    page.wait_for_selector(f"body[data-turns='{before + 1}']")


def say(page, words):
    page.fill("#words", words)
    answered(page, lambda: page.press("#words", "Enter"))


DEAF = 600
"""Milliseconds in which a new screen takes no touch: the second of a double tap."""


def touch(page, label):
    """Amazon's renderer drew it; the page made a button of it."""
    page.wait_for_timeout(DEAF)
    buttons = page.locator("#view [role=button]")
    button = buttons.filter(has=page.get_by_text(label, exact=True)).last
    answered(page, button.click)


def fast(page):
    """Nothing takes the time that it takes to say."""
    page.click("#more summary")
    page.uncheck("#real")
    page.click("#more summary")


def shown(page):
    return page.evaluate("document.querySelector('#facts').innerText")


def test_a_whole_check_by_typing(page):
    fast(page)
    say(page, "check my back")
    for _ in range(16):
        if page.locator("#turns .verdict").count():
            break
        say(page, "no")
    assert "Look after it at home" in page.locator("#turns .verdict").inner_text()
    page.click("#drawer summary")
    assert "SELF_CARE" in shown(page)


def test_a_whole_check_by_touch_on_the_show(page):
    fast(page)
    answered(page, page.get_by_role("button", name="Alexa, open Spasm Guide").click)
    touch(page, "Check my back")
    for _ in range(16):
        if page.locator("#turns .verdict").count():
            break
        weak = re.search("weakness, numbness or tingling|giving way", last_said(page))
        touch(page, "Yes" if weak else "Not sure" if "How old" in last_said(page) else "No")
    assert "See a doctor today" in page.locator("#turns .verdict").inner_text()


def test_a_speaker_shows_no_screen_and_talks_the_same(page):
    page.select_option("#device", "speaker")
    fast(page)
    say(page, "my left leg has gone weak")
    assert page.locator(".frame").count() == 0
    assert last_said(page).startswith("Noted: weakness.")


def test_a_stretch_plays_in_real_time_and_its_picture_keeps_up(page):
    fast(page)
    say(page, "start my stretches")
    for _ in range(4):
        say(page, "no")
    page.evaluate("document.querySelector('#real').checked = true")
    touch(page, "Chair")
    page.wait_for_selector("#bezel[data-state=speaking]")
    time.sleep(1.5)
    spoken = float(page.input_value("#played"))
    assert 0 < spoken < 30, "it does not play in real time"
    touch(page, "Pause")
    assert "Ready to go on?" in last_said(page)
    say(page, "go on")
    assert "right knee" in last_said(page)
    page.click("#skip")
    page.wait_for_selector("#bezel[data-state=listening]")
    played = page.locator("#played")
    assert float(played.input_value()) == pytest.approx(
        float(played.get_attribute("max")), abs=0.02
    )


def test_silence_brings_the_reprompt_and_then_the_end(page):
    fast(page)
    say(page, "check my back")
    answered(page, lambda: page.click("#silence"))
    assert "call 911" in last_said(page)
    page.click("#silence")
    page.wait_for_selector("#bezel[data-state=closed]")


def test_each_turn_is_answered_within_a_third_of_a_second(page):
    fast(page)
    say(page, "check my back")
    took = page.evaluate(
        """async () => {
            const { send } = await import("/web/talk.js");
            const settings = { locale: "en-US", device: "show" };
            const times = [];
            let kept = null;
            for (let n = 0; n < 8; n++) {
                const began = performance.now();
                ({ kept } = await send({ act: "say", words: "no" }, settings, kept));
                times.push(performance.now() - began);
            }
            return times.sort((a, b) => a - b)[4];
        }"""
    )
    assert took < 300


def test_the_region_changes_the_number(page):
    page.select_option("#locale", "en-GB")
    fast(page)
    say(page, "i have terrible chest pain")
    assert "999" in last_said(page)


def test_words_of_a_person_are_never_markup(page):
    fast(page)
    say(page, "check my <img src=x onerror=alert(1)> back")
    assert page.locator("#turns img").count() == 0


def test_without_the_renderer_the_page_says_how_to_get_it_and_works_on(chromium, site):
    page = chromium.new_page()
    about = '{"locales": ["en-US"], "stores": ["fine"], "scopes": {}, "renderer": false}'
    page.route("**/about", lambda route: route.fulfill(body=about, content_type="application/json"))
    page.goto(site)
    page.wait_for_selector("#starts button")
    assert page.input_value("#device") == "speaker"
    page.select_option("#device", "large")
    assert "npm ci" in page.locator("#lacking").inner_text()
    fast(page)
    say(page, "check my back")
    assert "chest pain" in last_said(page)
    page.close()
