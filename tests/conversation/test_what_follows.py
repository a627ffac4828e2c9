"""No state does with any meaning anything but what is written in what_follows.tsv."""

import pytest

from tests.conversation.what_follows import TABLE, rows

WRITTEN: dict[str, list[str]] = {}
for row in TABLE.read_text(encoding="utf-8").splitlines():
    WRITTEN.setdefault(row.partition("\t")[0], []).append(row.partition("\t")[2])


@pytest.fixture(scope="module")
def found():
    return rows()


def test_every_state_is_in_the_table(found):
    assert [*found] == [*WRITTEN]


@pytest.mark.parametrize("start", WRITTEN)
def test_each_meaning_leads_where_the_table_says(found, start):
    assert found[start] == WRITTEN[start]
