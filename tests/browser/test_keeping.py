"""What developers do with a conversation: keep it, run it again, make a test of it."""

import json

from tests.browser.test_page import answered, fast, last_said, say, touch
from tests.conversation.playing import play

COPIED = "window.copied"
COPY = """Object.defineProperty(navigator, "clipboard",
    { value: { writeText: async (text) => { window.copied = text; } } })"""


def heard(page):
    return page.locator("#history b").all_inner_texts()


def a_conversation(page):
    fast(page)
    say(page, "check my back")
    touch(page, "No")
    say(page, "no")
    say(page, "my leg has gone weak")


def test_a_reload_keeps_the_conversation_and_its_screen(page):
    a_conversation(page)
    said = page.locator("#turns").inner_text()
    page.reload()
    page.wait_for_selector("body[data-turns='4']")
    assert page.locator("#turns").inner_text() == said
    assert not page.is_checked("#real")
    assert page.locator("#view [role=button]").count()
    say(page, "repeat")
    assert "weak" in last_said(page)


def test_saved_loaded_run_again_from_the_third_turn_and_copied_as_a_test(page, tmp_path):
    page.evaluate(COPY)
    a_conversation(page)
    page.click("#drawer summary")
    with page.expect_download() as download:
        page.click("#save")
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    page.click("#clear")
    assert page.locator("#turns li").count() == 0
    page.set_input_files("#file", file)
    page.wait_for_selector("body[data-turns='4']")
    assert len(heard(page)) == 4
    before = json.loads(file.read_text(encoding="utf-8"))["turns"][2]["told"]["turn"]
    page.locator("#history button").nth(2).click()
    page.click("#again")
    page.wait_for_function("document.querySelector('#done').textContent.startsWith('Ran again')")
    assert len(heard(page)) == 4
    page.locator("#history button").nth(2).click()
    assert before["asking"] in page.locator("#facts").inner_text()
    page.click("#test")
    page.wait_for_function(COPIED)
    test = page.evaluate(COPIED)
    assert "device: show" in test
    assert "touch: no" in test
    assert len(play(test)) == 4


def test_a_stretch_is_interrupted_by_the_slider_and_is_a_test_with_its_wait(page):
    page.evaluate(COPY)
    fast(page)
    say(page, "start my stretches")
    for _ in range(4):
        say(page, "no")
    touch(page, "Bed")
    page.locator("#played").evaluate(
        "each => { each.value = 40; each.dispatchEvent(new Event('input')); }"
    )
    say(page, "pause")
    assert "Ready to go on?" in last_said(page)
    say(page, "go on")
    page.click("#drawer summary")
    page.click("#test")
    page.wait_for_function(COPIED)
    test = page.evaluate(COPIED)
    assert "wait: 40.0\nyou: pause\nmeaning: pause" in test
    play(test)


def test_what_is_no_conversation_is_refused_and_changes_nothing(page, tmp_path):
    fast(page)
    say(page, "check my back")
    page.click("#drawer summary")
    for n, text in enumerate(("{", "[]", '{"format": "other"}')):
        file = tmp_path / f"{n}.json"
        file.write_text(text, encoding="utf-8")
        page.set_input_files("#file", file)
        page.wait_for_function(
            "document.querySelector('#done').textContent.includes('no conversation')"
        )
        assert page.locator("#turns .you").count() == 1


def test_the_same_answer_on_all_devices(page):
    fast(page)
    say(page, "check my back")
    page.click("#drawer summary")
    page.click("#compare")
    page.wait_for_function("document.querySelectorAll('#devices .frame').length === 6")
    assert all("chest" in each for each in page.locator("#devices .frame").all_inner_texts())


def test_a_timer_that_is_set_is_seen_and_rings(page):
    fast(page)
    say(page, "set an ice timer")
    say(page, "yes")
    assert "Set: timer" in page.locator("#turns").inner_text()
    alert = page.locator("#alerts li")
    assert "14:5" in alert.inner_text() or "15:00" in alert.inner_text()
    page.clock.install()
    page.clock.fast_forward("15:01")
    page.wait_for_selector("#alerts .ringing")
    assert "rings" in page.locator("#turns .note").last.inner_text()
    alert.get_by_role("button", name="Stop it").click()
    page.wait_for_function("!document.querySelector('#alerts li')")


def test_alexa_asks_where_timers_are_not_allowed_and_the_switch_follows_the_answer(page):
    fast(page)
    page.click("#more summary")
    page.uncheck("#timers")
    say(page, "set an ice timer")
    say(page, "yes")
    assert "permission" in last_said(page)
    say(page, "yes")
    assert page.is_checked("#timers")
    assert page.locator("#alerts li").count() == 1


def test_a_broken_store_is_said_and_nothing_stops(page):
    fast(page)
    page.click("#more summary")
    page.select_option("#store", "broken")
    say(page, "read me my diary")
    assert "can't" in last_said(page)


def test_misrouting_shows_what_came_in(page):
    fast(page)
    page.evaluate("""() => { const dial = document.querySelector("#misroute");
        dial.max = 100; dial.value = 100; dial.dispatchEvent(new Event("input")); }""")
    say(page, "my left leg has gone weak")
    page.click("#drawer summary")
    assert "my left leg has gone weak" not in page.locator("#facts").inner_text()


def test_silence_by_itself(page):
    fast(page)
    page.click("#more summary")
    page.check("#quiet")
    page.clock.install()
    say(page, "check my back")
    answered(page, lambda: page.clock.fast_forward(8100))
    assert "call 911" in last_said(page)
