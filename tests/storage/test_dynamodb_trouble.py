"""DynamoDB that throttles, hangs, is gone or talks nonsense, through the real client."""

from time import perf_counter

import pytest

from spasm_guide.storage.dynamodb import DynamoStore, connect
from spasm_guide.storage.store import Owner, Spasm, Unavailable
from tests.services.conftest import dripping, serving  # noqa: F401
from tests.storage.conftest import HERE

ANN = Owner("a", "")
NOW = 1_800_000_000
THROTTLED = {
    "__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
    "message": "slow down",
}
MISSING = {
    "__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
    "message": "no such table",
}
CALLS = {
    "note": lambda store: store.note(ANN, Spasm(NOW), "r1", NOW),
    "entries": lambda store: store.entries(ANN, NOW),
    "last": lambda store: store.last(ANN, NOW),
    "change": lambda store: store.change(ANN, "r1", {"severity": 6}, NOW),
    "remove": lambda store: store.remove(ANN, "r1", NOW),
    "prefer": lambda store: store.prefer(ANN, "diary", "yes", NOW),
    "preferences": lambda store: store.preferences(ANN, NOW),
    "forget": lambda store: store.forget("a"),
}


def fails(endpoint, call):
    store = DynamoStore("diary", lambda: connect(endpoint_url=endpoint, **HERE))
    store.warm()
    began = perf_counter()
    with pytest.raises(Unavailable):
        CALLS[call](store)
    return perf_counter() - began


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("status", "body"), [(400, THROTTLED), (400, MISSING), (403, b""), (500, b"<html>")]
)
def test_a_fault_is_told_as_one(serving, call, status, body):  # noqa: F811
    assert fails(serving(status, body), call) < 2


@pytest.mark.parametrize("call", ["note", "entries"])
def test_a_table_that_hangs_or_is_gone(serving, call):  # noqa: F811
    assert fails(serving(200, {}, wait=3), call) < 2
    assert fails("http://127.0.0.1:9", call) < 2


class Throttled:
    """A table that leaves some of a batch undone a number of times, then no more."""

    def __init__(self, client, times):
        self._client, self.times, self.asked = client, times, []

    def __getattr__(self, name):
        return getattr(self._client, name)

    def batch_write_item(self, RequestItems):
        self.asked.append(perf_counter())
        if self.times:
            self.times -= 1
            return {"UnprocessedItems": RequestItems}
        return self._client.batch_write_item(RequestItems=RequestItems)


def test_one_that_was_left_undone_is_not_said_to_be_gone(dynamodb):
    endpoint, table = dynamodb
    store = DynamoStore(
        table, lambda: Throttled(connect(read=5, endpoint_url=endpoint, **HERE), times=1)
    )
    store.note(ANN, Spasm(NOW), "r1", NOW)
    with pytest.raises(Unavailable):
        store.remove(ANN, "r1", NOW)
    store.remove(ANN, "r1", NOW)
    assert store.entries(ANN, NOW) == []


def test_a_throttled_deletion_waits_longer_each_time_and_is_carried_out(dynamodb):
    endpoint, table = dynamodb
    client = Throttled(connect(read=5, endpoint_url=endpoint, **HERE), times=3)
    store = DynamoStore(table, lambda: client)
    store.note(ANN, Spasm(NOW), "r1", NOW)
    store.forget("a")
    assert store.entries(ANN, NOW) == []
    pauses = [late - early for early, late in zip(client.asked, client.asked[1:], strict=False)]
    assert [pause >= least for pause, least in zip(pauses, (0.05, 0.1, 0.2), strict=True)] == [
        True,
        True,
        True,
    ]


def test_a_deletion_that_stays_throttled_is_told_as_not_done(dynamodb, monkeypatch):
    monkeypatch.setattr("spasm_guide.storage.dynamodb.FORGETTING", 0.5)
    endpoint, table = dynamodb
    client = Throttled(connect(read=5, endpoint_url=endpoint, **HERE), times=1000)
    store = DynamoStore(table, lambda: client)
    store.note(ANN, Spasm(NOW), "r1", NOW)
    with pytest.raises(Unavailable):
        store.forget("a")
    assert len(client.asked) < 10
    assert len(store.entries(ANN, NOW)) == 1
