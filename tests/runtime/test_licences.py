"""What is shipped may be shipped, and docs/licences.md says what it is."""

from build_tools.licences import PAGE, page, shipped

FREE = {
    *("Apache-2.0", "Apache-2.0 or BSD-3-Clause", "BSD-3-Clause", "MIT"),
    "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",  # numpy
}


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_licence_is_one_that_asks_for_no_more_than_its_notice():
    assert {licence for _, _, licence in shipped()} <= FREE
