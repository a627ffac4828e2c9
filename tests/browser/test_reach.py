"""Whoever comes to the page, and with whatever: by keyboard alone, by touch alone, in the dark."""

import pytest

from tests.browser.test_page import AXE, answered, fast, last_said, say, touch

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALLEST_TARGET = 44

IN_VIEW = """each => {
    const box = each.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
}"""

TARGETS = """() => [...document.querySelectorAll("main button, main input, header select, summary")]
    .filter((each) => each.checkVisibility() && !each.closest("details:not([open])"))
    .map((each) => [each.textContent || each.id, each.getBoundingClientRect()])
    .filter(([, box]) => box.height < %s || box.width < %s)
    .map(([name]) => name)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["large", "speaker"])
def test_the_page_passes_axe(page, device, scheme):
    page.emulate_media(color_scheme=scheme)
    page.select_option("#device", device)
    fast(page)
    page.click("#more summary")
    say(page, "set an ice timer")
    say(page, "yes")
    say(page, "check my back")
    page.click("#drawer summary")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document)")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_by_keyboard_alone_with_the_quick_answers(page):
    """When the group is taken away, the person is not left nowhere."""
    fast(page)
    page.get_by_role("button", name="Alexa, open Spasm Guide").focus()
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.textContent") == "yes"
    page.get_by_role("button", name="stop", exact=True).focus()
    answered(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.textContent") == "Alexa, open Spasm Guide"


def test_by_touch_alone_on_a_phone(chromium, site):
    """The question, the screen and the answers are there together, and nothing is hard to hit."""
    context = chromium.new_context(**PHONE)
    page = context.new_page()
    page.goto(site)
    page.wait_for_selector("#starts button")
    page.locator("#more summary").tap()
    page.locator("#real").tap()
    page.locator("#more summary").tap()
    answered(page, page.get_by_role("button", name="check my back").tap)
    for seen in ("#view", "#answers", "#words", "#turns .alexa"):
        assert page.locator(seen).last.evaluate(IN_VIEW), f"{seen} is out of sight"
    assert page.evaluate(TARGETS % (SMALLEST_TARGET, SMALLEST_TARGET)) == []
    answered(page, page.locator("#answers").get_by_role("button", name="yes").tap)
    verdict = page.locator("#turns .verdict")
    assert verdict.evaluate(IN_VIEW), "the verdict is out of sight"
    assert "911" in page.locator("#view").inner_text(), "the emergency is wiped off the screen"
    context.close()


def test_the_emergency_stays_on_the_screen_until_something_new_begins(page):
    fast(page)
    say(page, "i have terrible chest pain")
    assert page.locator("#state").inner_text() == "Not open"
    assert "911" in page.locator("#view").inner_text()
    page.select_option("#device", "small")
    page.wait_for_function("document.querySelector('#view').innerText.includes('911')")
    say(page, "check my back")
    touch(page, "Not sure")
    assert last_said(page)
