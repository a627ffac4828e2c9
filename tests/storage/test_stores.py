"""What both stores promise; DynamoDB against a real server."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from spasm_guide.storage.store import YEAR, Owner, Spasm

NOW = 1_800_000_000
ANN = Owner("household", "ann")
BEN = Owner("household", "ben")
NOBODY = Owner("household", "")
OTHER = Owner("neighbour", "")


def test_what_is_noted_comes_back_the_earliest_first(store):
    late, early = Spasm(NOW - 10, "sneezing", 7), Spasm(NOW - 90, None, None)
    store.note(ANN, late, "r1", NOW)
    store.note(ANN, early, "r2", NOW)
    assert store.entries(ANN, NOW) == [early, late]


def test_a_request_sent_twice_is_noted_once_as_it_came_first(store):
    store.note(ANN, Spasm(NOW, "sneezing", 7), "r1", NOW)
    store.note(ANN, Spasm(NOW + 1, "sneezing again", 8), "r1", NOW)
    assert store.entries(ANN, NOW) == [Spasm(NOW, "sneezing", 7)]


def test_the_last_is_what_was_noted_last_whenever_it_happened(store):
    assert store.last(ANN, NOW) is None
    store.note(ANN, Spasm(NOW, "sneezing", 7), "r1", NOW)
    store.note(ANN, Spasm(NOW - 9000, "bending", 3), "r2", NOW + 5)
    store.note(BEN, Spasm(NOW, "a drive", 2), "r3", NOW + 9)
    assert store.last(ANN, NOW + 9) == ("r2", Spasm(NOW - 9000, "bending", 3))
    assert store.last(ANN, NOW + YEAR + 9) is None


def test_what_is_changed_keeps_the_rest_its_place_and_its_year(store):
    store.note(ANN, Spasm(NOW, "sneezing", 7), "r1", NOW)
    store.note(ANN, Spasm(NOW, None, None), "r2", NOW + 5)
    for _ in (1, 2):
        assert store.change(ANN, "r1", {"severity": 6}, NOW + 9)
    assert store.change(ANN, "r2", {"at": NOW - 60, "cause": "bending"}, NOW + 9)
    assert store.entries(ANN, NOW) == [
        Spasm(NOW - 60, "bending", None),
        Spasm(NOW, "sneezing", 6),
    ]
    assert store.last(ANN, NOW + 9) == ("r2", Spasm(NOW - 60, "bending", None))
    assert store.entries(ANN, NOW + YEAR) == [Spasm(NOW - 60, "bending", None)]


def test_what_is_not_there_cannot_be_changed_and_does_not_come_back(store):
    store.note(ANN, Spasm(NOW, "sneezing", 7), "r1", NOW)
    for owner, once, when in ((BEN, "r1", NOW), (ANN, "r", NOW), (ANN, "r1", NOW + YEAR)):
        assert not store.change(owner, once, {"severity": 6}, when)
    store.remove(ANN, "r1", NOW)
    assert not store.change(ANN, "r1", {"severity": 6}, NOW)
    assert store.entries(ANN, NOW) == []


def test_one_is_taken_out_and_sent_twice_no_other(store):
    for number in (1, 2, 3):
        store.note(ANN, Spasm(NOW + number), f"r{number}", NOW + number)
    store.note(BEN, Spasm(NOW), "r3", NOW)
    for _ in (1, 2):
        store.remove(ANN, "r3", NOW + 9)
    assert store.entries(ANN, NOW) == [Spasm(NOW + 1), Spasm(NOW + 2)]
    assert store.entries(BEN, NOW) == [Spasm(NOW)]


def test_everybody_has_their_own_diary(store):
    for person in (ANN, BEN, NOBODY, OTHER):
        store.note(person, Spasm(NOW, f"of {person}"), "r1", NOW)
        store.prefer(person, "diary", person.account, NOW)
    for person in (ANN, BEN, NOBODY, OTHER):
        assert store.entries(person, NOW) == [Spasm(NOW, f"of {person}")]
        assert store.preferences(person, NOW) == {"diary": person.account}


def test_a_preference_keeps_its_last_value(store):
    store.prefer(ANN, "diary", "yes", NOW)
    store.prefer(ANN, "diary", "no", NOW)
    assert store.preferences(ANN, NOW) == {"diary": "no"}


def test_after_a_year_it_is_gone_even_if_not_yet_deleted(store):
    store.note(ANN, Spasm(NOW), "r1", NOW)
    store.prefer(ANN, "diary", "yes", NOW)
    assert store.entries(ANN, NOW + YEAR - 1)
    assert not store.entries(ANN, NOW + YEAR)
    assert not store.preferences(ANN, NOW + YEAR)


def test_forgetting_empties_the_account_and_no_other(store):
    for person in (ANN, BEN, NOBODY, OTHER):
        for number in range(30):
            store.note(person, Spasm(NOW), f"r{number}", NOW)
        store.prefer(person, "diary", "yes", NOW)
    store.forget("household")
    for person in (ANN, BEN, NOBODY):
        assert not store.entries(person, NOW)
        assert not store.preferences(person, NOW)
    assert len(store.entries(OTHER, NOW)) == 30
    store.forget("household")


def test_eight_writers_a_thousand_spasms_each_sent_twice(store):
    def note(number):
        store.note(ANN, Spasm(NOW + number, "sneezing", number % 11), f"r{number}", NOW)

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(note, [number for number in range(1000) for _ in (1, 2)]))
    assert [spasm.at for spasm in store.entries(ANN, NOW)] == [NOW + n for n in range(1000)]


@pytest.mark.parametrize("cause", [" ", "ß 漢字 '; drop table spasm; --", "x" * 60])
def test_any_words_are_kept_as_they_are(store, cause):
    store.note(ANN, Spasm(NOW, cause, 0), "r1", NOW)
    assert store.entries(ANN, NOW) == [Spasm(NOW, cause, 0)]
