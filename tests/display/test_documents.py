"""What every document must have: an old enough version, names for the blind, enough contrast."""

import json

import pytest

from spasm_guide.alexa import figures
from spasm_guide.alexa.display import COMMON, _load, gist
from spasm_guide.speech.renderer import sources

FOLDER = sources() / "screens"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != COMMON)
COLOURS = json.loads((FOLDER / "common.json").read_text())["resources"][0]["colors"]
TIERS = {"EMERGENCY": "#A01E18", "URGENT": "#F0934E", "SOON": "#F2CB62", "SELF_CARE": "#8CD3A8"}
DARK, WHITE = "#0C1B22", "#FFFFFF"


def walk(node):
    if isinstance(node, dict):
        yield node
        for each in node.values():
            yield from walk(each)
    elif isinstance(node, list):
        for each in node:
            yield from walk(each)


def light(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_every_echo_show_can_draw_it(name):
    document = _load(FOLDER, name)
    assert (document["type"], document["version"]) == ("APL", "1.4")
    assert "import" not in document
    assert "http" not in json.dumps(document)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_can_be_touched_has_a_name(name):
    targets = [n for n in walk(_load(FOLDER, name)) if n.get("type") == "TouchWrapper"]
    assert targets
    assert all(each["accessibilityLabel"] for each in targets)


@pytest.mark.parametrize("name", NAMES)
def test_words_and_document_are_there_together(name):
    assert (FOLDER / f"{name}.j2").is_file()


def test_a_figure_and_a_chart_are_described_for_those_who_cannot_see_them():
    for name, part in (("stretch", "picture"), ("diary", "chart")):
        (found,) = (n for n in walk(_load(FOLDER, name)) if n.get("id") == part)
        assert found["accessibilityLabel"]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((COLOURS[ink], COLOURS["ground"]) for ink in ("text", "quiet", "accent")),
        (COLOURS["text"], COLOURS["raised"]),
        (COLOURS["quiet"], COLOURS["raised"]),
        (COLOURS["text"], COLOURS["pressed"]),
        (COLOURS["onAccent"], COLOURS["accent"]),
        (COLOURS["onAccent"], COLOURS["text"]),
        (figures.BODY, COLOURS["ground"]),
        (figures.BACK, COLOURS["ground"]),
    ],
)
def test_everything_stands_out(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (WHITE, TIERS["EMERGENCY"]),
        *((DARK, TIERS[tier]) for tier in ("URGENT", "SOON", "SELF_CARE")),
        (COLOURS["text"], COLOURS["ground"]),
    ],
)
def test_the_number_to_call_stands_out_most(ink, ground):
    """On a verdict's panel, and in the text's colour on every other screen."""
    assert contrast(ink, ground) >= 7


def test_the_number_to_call_has_the_texts_colour():
    emergency = json.loads((FOLDER / "common.json").read_text())["layouts"]["Emergency"]
    assert emergency["items"][0]["color"] == "@text"


def test_the_colours_of_the_tiers_are_those_that_were_measured():
    written = (FOLDER / "verdict.json").read_text()
    assert all(colour in written for colour in (*TIERS.values(), DARK, WHITE))


def test_figures_stand_on_the_ground_that_their_outlines_are_drawn_in():
    assert COLOURS["ground"] == figures.GROUND


def test_a_gist_is_as_many_whole_sentences_as_there_is_room_for_and_one_in_any_case():
    line = "Rest a little. Lie on your side, with a pillow between the knees! Does it ease? "
    told = line + "Then get up slowly, and walk a few steps through the room."
    assert gist(told, len(line)) == line.strip()
    assert gist(told, 15) == "Rest a little."
    assert gist(told, 10) == "Rest a little."
    assert gist(told, 500) == told
    assert gist("", 10) == ""
