"""What the store shows, what Amazon's reviewers read, and what they refuse."""

import json
import re

import pytest
from PIL import Image

from interaction_model.icons import FOLDER as ICONS
from interaction_model.icons import SIZES, icon
from interaction_model.manifest import ENDPOINT, PRIVACY_POLICY, manifest
from interaction_model.package import filled, write
from interaction_model.source import LOCALES, intents, slot_values
from interaction_model.writing import PACKAGE
from spasm_guide.alexa.request import ROUTINE_TASK
from tests.safety.lines import NUMBERS

MANIFEST = manifest()["manifest"]
LISTINGS = MANIFEST["publishingInformation"]["locales"]
TASKS = PACKAGE / "tasks/StartStretchRoutine.1.json"
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:spasm-guide:live"


@pytest.mark.parametrize("locale", LOCALES)
def test_example_phrases_work(locale):
    opening, *asking = LISTINGS[locale]["examplePhrases"]
    assert opening == "Alexa, open spasm guide"
    said = {sample for samples in intents(locale).values() for sample in samples}
    assert len(asking) == 2
    for phrase in asking:
        wish = phrase.removeprefix("Alexa, ask spasm guide to ")
        assert wish != phrase and wish in said


@pytest.mark.parametrize("locale", LOCALES)
def test_description_says_what_the_skill_is_not_and_whom_to_phone(locale):
    text = LISTINGS[locale]["description"]
    assert "does not give medical advice" in text
    assert "does not take the place of a doctor" in text
    assert f"phone your local emergency number, {NUMBERS[locale]} in " in text
    assert "Alexa cannot make that call" in text
    assert "$" not in text


@pytest.mark.parametrize("locale", LOCALES)
def test_listing_keeps_the_stores_limits(locale):
    listing = LISTINGS[locale]
    assert 2 <= len(listing["name"]) <= 50
    assert len(listing["summary"]) <= 160
    assert len(listing["description"]) <= 4000
    assert len(listing["keywords"]) == len(set(listing["keywords"])) <= 30


def test_no_word_promises_what_the_skill_cannot_do():
    words = json.dumps(MANIFEST) + TASKS.read_text()
    pattern = r"\b(cure|treat|diagnos|life.?sav|heal(s|ing)?\b|guarantee|hipaa|doctor.approved)"
    assert not re.search(pattern, words, re.IGNORECASE)


def test_permissions_are_those_in_use():
    assert [each["name"] for each in MANIFEST["permissions"]] == [
        "alexa::alerts:reminders:skill:readwrite",
        "alexa::alerts:timers:skill:readwrite",
    ]


def test_privacy_is_declared_as_it_is():
    privacy = MANIFEST["privacyAndCompliance"]
    assert privacy["usesPersonalInfo"] is True, "the diary is kept under the account"
    assert not privacy["isChildDirected"]
    assert not privacy["allowsPurchases"]
    assert not privacy["containsAds"]
    assert set(privacy["locales"]) == set(LOCALES)


def test_sold_only_where_the_emergency_number_is_known():
    info = MANIFEST["publishingInformation"]
    assert not info["isAvailableWorldwide"]
    assert not info["automaticDistribution"]["isActive"]
    assert {f"en-{country}" for country in info["distributionCountries"]} == set(NUMBERS)


def test_disabling_the_skill_reaches_us():
    assert MANIFEST["events"]["subscriptions"] == [{"eventName": "SKILL_DISABLED"}]


def test_testing_instructions_tell_how_to_test_what_needs_consent():
    text = MANIFEST["publishingInformation"]["testingInstructions"]
    for word in ("timer", "remind", "diary", "Forget me", "StartStretchRoutine", "emergency"):
        assert word in text


def test_task_is_declared_and_takes_the_stretches_by_name():
    task = json.loads(TASKS.read_text())
    declared = MANIFEST["apis"]["custom"]["tasks"]
    assert [f"{each['name']}.{each['version']}.json" for each in declared] == [TASKS.name]
    assert declared[0]["name"] == ROUTINE_TASK
    assert list(task["paths"]) == [f"/{ROUTINE_TASK}"]
    schema = task["components"]["schemas"]["Input"]
    assert schema["properties"]["stretch"]["enum"] == list(slot_values("STRETCH"))
    assert len(schema["properties"]) == 1, "Alexa's routines take one input at most"
    assert set(task["info"]["x-amzn-display-details"]) == set(LOCALES)


def test_icons_are_as_the_script_draws_them_and_of_the_size_asked():
    for size in SIZES:
        with Image.open(ICONS / f"icon_{size}.png") as there:
            assert there.size == (size, size)
            assert there.convert("RGB").tobytes() == icon(size).tobytes()


@pytest.mark.parametrize("locale", LOCALES)
def test_icons_in_the_listing_exist(locale):
    for key, size in (("smallIconUri", 108), ("largeIconUri", 512)):
        assert LISTINGS[locale][key] == f"file://assets/images/icon_{size}.png"
        assert (ICONS / f"icon_{size}.png").exists()


def test_package_has_the_owners_addresses_everywhere(tmp_path):
    write(tmp_path, ARN, "https://example.org/privacy")
    text = (tmp_path / "skill.json").read_text()
    assert text.count(ARN) == 2
    assert ENDPOINT not in text and PRIVACY_POLICY not in text
    models = {file.stem for file in (tmp_path / "interactionModels/custom").iterdir()}
    assert models == set(LOCALES)


def test_first_package_promises_no_function_that_is_not_there(tmp_path):
    write(tmp_path, None, None)
    inner = json.loads((tmp_path / "skill.json").read_text())["manifest"]
    assert "endpoint" not in inner["apis"]["custom"] and "events" not in inner


@pytest.mark.parametrize(
    ("endpoint", "policy"),
    [
        ("https://example.org/alexa", None),
        (ARN.replace("eu-west-1", "eu-central-1"), None),
        (ARN, "http://example.org/privacy"),
    ],
)
def test_addresses_that_alexa_refuses_are_refused(endpoint, policy):
    with pytest.raises(ValueError):
        filled(manifest(), endpoint, policy)
