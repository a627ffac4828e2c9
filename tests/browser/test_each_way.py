"""By keyboard alone and by touch alone: everything that the page is for, from end to end."""

import re

import pytest

from tests.browser.test_keeping import COPIED, COPY
from tests.browser.test_page import DEAF, answered, last_said
from tests.browser.test_reach import PHONE
from tests.conversation.playing import play

FARTHEST = 160
"""Presses of Tab, by which everything on the page is reached."""

NEVER = r"(?!)"
TIERS = {
    "Emergency: call 911 now": "chest",
    "See a doctor today": "weakness, numbness or tingling|giving way",
    "See a doctor in the next few days": "weakness, numbness or tingling|down one leg",
    "Look after it at home": NEVER,
}
"""Of each tier, the questions that are answered with yes."""
MOST_QUESTIONS = 20
BEGUN = 9_000
"""Milliseconds in which a stretch surely plays."""


class Keyboard:
    def __init__(self, page):
        self.page = page

    def press(self, target, key="Enter"):
        for _ in range(FARTHEST):
            if target.evaluate("each => each === document.activeElement"):
                return self.page.keyboard.press(key)
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached by Tab: {target}")

    def tick(self, target):
        self.press(target, "Space")


class Touch:
    def __init__(self, page):
        self.page = page

    def press(self, target):
        target.tap()

    tick = press


@pytest.fixture(params=[Keyboard, Touch], ids=["keyboard", "touch"])
def hand(request, chromium, site):
    context = chromium.new_context(**(PHONE if request.param is Touch else {}))
    page = context.new_page()
    page.goto(site)
    page.wait_for_selector("#starts button")
    found = request.param(page)
    turn_real_time(found)  # off: nothing takes the time that it takes to say
    yield found
    context.close()


def turn_real_time(hand):
    hand.press(hand.page.locator("#more summary"))
    hand.tick(hand.page.locator("#real"))
    hand.press(hand.page.locator("#more summary"))


def say(hand, words):
    hand.press(hand.page.locator("#words"))
    hand.page.keyboard.type(words)
    answered(hand.page, lambda: hand.press(hand.page.get_by_role("button", name="Say", exact=True)))


def start(hand, name):
    answered(hand.page, lambda: hand.press(hand.page.get_by_role("button", name=name, exact=True)))


def choose(hand, label):
    """On the drawn screen."""
    hand.page.wait_for_timeout(DEAF)
    buttons = hand.page.locator("#view [role=button]")
    button = buttons.filter(has=hand.page.get_by_text(label, exact=True)).last
    answered(hand.page, lambda: hand.press(button))


@pytest.mark.parametrize("title", TIERS)
def test_a_check_to_each_tier(hand, title):
    start(hand, "check my back")
    verdict = hand.page.locator("#turns .verdict")
    for _ in range(MOST_QUESTIONS):
        if verdict.count():
            break
        said = last_said(hand.page)
        yes = re.search(TIERS[title], said)
        choose(hand, "Yes" if yes else "Not sure" if "How old" in said else "No")
    assert title in verdict.inner_text()


def test_a_stretch_is_interrupted_and_resumed(hand):
    start(hand, "start my stretches")
    for _ in range(4):
        choose(hand, "No")
    turn_real_time(hand)
    choose(hand, "Chair")
    hand.page.wait_for_timeout(BEGUN)
    choose(hand, "Pause")
    assert "Ready to go on?" in last_said(hand.page)
    choose(hand, "Go on")
    assert "Ready to go on?" not in last_said(hand.page)
    assert hand.page.locator("#view [role=button]").get_by_text("Pause", exact=True).count()


def test_a_timer_rings(hand):
    say(hand, "set an ice timer")
    choose(hand, "Yes")
    hand.page.clock.install()
    hand.page.clock.fast_forward("15:01")
    hand.page.wait_for_selector("#alerts .ringing")
    hand.press(hand.page.locator("#alerts").get_by_role("button", name="Stop it"))
    hand.page.wait_for_function("!document.querySelector('#alerts li')")


def test_a_conversation_is_saved_loaded_run_again_and_copied_as_a_test(hand, tmp_path):
    page = hand.page
    page.evaluate(COPY)
    start(hand, "check my back")
    for _ in range(3):
        choose(hand, "No")
    hand.press(page.locator("#drawer summary"))
    with page.expect_download() as download:
        hand.press(page.locator("#save"))
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    hand.press(page.locator("#clear"))
    with page.expect_file_chooser() as chooser:
        hand.press(page.locator("#load"))
    chooser.value.set_files(file)
    page.wait_for_selector("body[data-turns='4']")
    hand.press(page.locator("#history button").nth(2))
    hand.press(page.locator("#again"))
    page.wait_for_function("document.querySelector('#done').textContent.startsWith('Ran again')")
    hand.press(page.locator("#test"))
    page.wait_for_function(COPIED)
    assert len(play(page.evaluate(COPIED))) == 4
