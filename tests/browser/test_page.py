"""What a person does on the page: by typing, by touch, by keyboard; a stretch with its pauses."""

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

WHERE = """label => {
    const found = [...document.querySelectorAll(".frame *")].filter(
        (each) => each.textContent.trim() === label && each.getBoundingClientRect().width > 0);
    const box = found.at(-1)?.getBoundingClientRect();
    return box && [box.x + box.width / 2, box.y + box.height / 2];
}"""


def touch(page, label):
    """Where Amazon's renderer drew the button."""
    page.wait_for_timeout(DEAF)
    where = page.wait_for_function(WHERE, arg=label).json_value()
    answered(page, lambda: page.mouse.click(*where))


def shown(page):
    return page.evaluate("document.querySelector('#facts').innerText")


def test_a_whole_check_by_typing(page):
    page.uncheck("#real")
    say(page, "check my back")
    for _ in range(16):
        if page.locator("#turns .verdict").count():
            break
        say(page, "no")
    assert "Look after it at home" in page.locator("#turns .verdict").inner_text()
    page.click("#drawer summary")
    assert "SELF_CARE" in shown(page)


def test_a_whole_check_by_touch_on_the_show(page):
    page.uncheck("#real")
    answered(page, page.get_by_role("button", name="Alexa, open Spasm Guide").click)
    touch(page, "Check my back")
    for _ in range(16):
        if page.locator("#turns .verdict").count():
            break
        touch(page, "Yes" if "giving way" in last_said(page) else "No")
    assert "See a doctor today" in page.locator("#turns .verdict").inner_text()


def test_a_speaker_shows_no_screen_and_talks_the_same(page):
    page.select_option("#device", "speaker")
    page.uncheck("#real")
    say(page, "my left leg has gone weak")
    assert page.locator(".frame").count() == 0
    assert last_said(page).startswith("Noted: weakness.")


def test_a_stretch_plays_in_real_time_and_its_picture_keeps_up(page):
    page.uncheck("#real")
    say(page, "start my stretches")
    for _ in range(3):
        say(page, "no")
    page.check("#real")
    touch(page, "Chair")
    page.wait_for_selector("#bezel[data-state=speaking]")
    time.sleep(1.5)
    spoken = page.evaluate("document.querySelector('#played').value")
    assert 0 < spoken < 0.2, "it does not play in real time"
    touch(page, "Pause")
    assert "keep your place" in last_said(page)
    say(page, "go on")
    assert "right knee" in last_said(page)
    page.click("#skip")
    page.wait_for_selector("#bezel[data-state=listening]")
    assert page.evaluate("document.querySelector('#played').value") == 1


def test_silence_brings_the_reprompt_and_then_the_end(page):
    page.uncheck("#real")
    say(page, "check my back")
    answered(page, lambda: page.click("#silence"))
    assert "call 911" in last_said(page)
    page.click("#silence")
    page.wait_for_selector("#bezel[data-state=closed]")


def test_the_keyboard_alone_is_enough(page):
    page.uncheck("#real")
    assert page.evaluate("document.activeElement.id") in ("words", "real")
    page.focus("#words")
    page.keyboard.type("check my back")
    page.keyboard.press("Enter")
    page.wait_for_selector("#turns .alexa")
    order = []
    for _ in range(12):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"silence", "SUMMARY"} <= set(order)


def test_each_turn_is_answered_within_a_third_of_a_second(page):
    page.uncheck("#real")
    say(page, "check my back")
    took = page.evaluate(
        """async () => {
            const { send } = await import("/web/talk.js");
            const settings = { locale: "en-US", device: "show" };
            const times = [];
            for (let n = 0; n < 8; n++) {
                const began = performance.now();
                await send("say", settings, { words: "no" });
                times.push(performance.now() - began);
            }
            return times.sort((a, b) => a - b)[4];
        }"""
    )
    assert took < 300


def test_the_region_changes_the_number(page):
    page.select_option("#locale", "en-GB")
    page.uncheck("#real")
    say(page, "i have terrible chest pain")
    assert "999" in last_said(page)


def test_words_of_a_person_are_never_markup(page):
    page.uncheck("#real")
    say(page, "check my <img src=x onerror=alert(1)> back")
    assert page.locator("#turns img").count() == 0


def test_without_the_renderer_the_page_says_how_to_get_it_and_works_on(chromium, site):
    page = chromium.new_page()
    about = '{"locales": ["en-US"], "renderer": false}'
    page.route("**/about", lambda route: route.fulfill(body=about, content_type="application/json"))
    page.goto(site)
    page.wait_for_selector("#starts button")
    assert page.input_value("#device") == "speaker"
    page.select_option("#device", "large")
    assert "npm ci" in page.locator("#lacking").inner_text()
    page.uncheck("#real")
    say(page, "check my back")
    assert "chest pain" in last_said(page)
    page.close()


@pytest.mark.parametrize("device", ["large", "speaker"])
def test_the_page_passes_axe(page, device):
    page.select_option("#device", device)
    page.uncheck("#real")
    say(page, "check my back")
    page.click("#drawer summary")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {exclude: ['.frame']})")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
