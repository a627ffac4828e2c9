"""Diaries in one DynamoDB table: an item for each spasm and each preference."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from time import monotonic, sleep
from typing import Any, Final

from spasm_guide.storage.store import YEAR, Owner, Spasm, Told, Unavailable

CONNECT, READ = 0.25, 0.4
"""Seconds that one call may take; Alexa's patience is short, and so is ours."""
MOST_IN_BATCH: Final = 25
FIRST_PAUSE: Final = 0.05
FORGETTING: Final = 4.0
"""Seconds for deleting a whole account, in many calls."""


class DynamoStore:
    def __init__(self, table: str, client: Callable[[], Any] | None = None) -> None:
        self._table = table
        self._make = client or connect

    @cached_property
    def _client(self) -> Any:
        return self._make()

    def warm(self) -> None:
        _ = self._client

    def note(self, owner: Owner, spasm: Spasm, once: str, now: int) -> None:
        kept = _kept(spasm.at, spasm.cause, spasm.severity)
        with self._failing() as errors, suppress(errors.ConditionalCheckFailedException):
            self._put(owner, f"spasm#{once}", kept, now, "attribute_not_exists(pk)")

    def entries(self, owner: Owner, now: int) -> list[Spasm]:
        items = self._query(owner.account, f"{owner.person}#spasm#", now)
        return sorted((_spasm(item) for item in items), key=lambda each: each.at)

    def last(self, owner: Owner, now: int) -> tuple[str, Spasm] | None:
        prefix = f"{owner.person}#spasm#"
        items = self._query(owner.account, prefix, now)
        if not items:
            return None
        item = max(items, key=lambda each: [int(each[n]["N"]) for n in ("expires", "at")])
        return item["sk"]["S"].removeprefix(prefix), _spasm(item)

    def change(self, owner: Owner, once: str, told: Told, now: int) -> bool:
        key = f"{owner.person}#spasm#{once}"
        found = [i for i in self._query(owner.account, key, now) if i["sk"]["S"] == key]
        changed = _kept(told.get("at"), told.get("cause"), told.get("severity"))
        there = "attribute_exists(pk)"
        with self._failing() as errors, suppress(errors.ConditionalCheckFailedException):
            for item in found:
                item |= changed
                self._client.put_item(TableName=self._table, Item=item, ConditionExpression=there)
                return True
        return False

    def remove(self, owner: Owner, once: str, now: int) -> None:
        key = {"pk": {"S": owner.account}, "sk": {"S": f"{owner.person}#spasm#{once}"}}
        if self._delete([key]):
            raise Unavailable

    def prefer(self, owner: Owner, name: str, value: str, now: int) -> None:
        with self._failing():
            self._put(owner, f"preference#{name}", {"value": {"S": value}}, now)

    def preferences(self, owner: Owner, now: int) -> dict[str, str]:
        prefix = f"{owner.person}#preference#"
        items = self._query(owner.account, prefix, now)
        return {item["sk"]["S"].removeprefix(prefix): item["value"]["S"] for item in items}

    def forget(self, account: str) -> None:
        """Until nothing is left, what was noted meanwhile included.

        A table that throttles is given time, a little longer each round.
        """
        patience, pause = monotonic() + FORGETTING, FIRST_PAUSE
        while keys := [{n: item[n] for n in ("pk", "sk")} for item in self._query(account, "", 0)]:
            throttled = False
            for first in range(0, len(keys), MOST_IN_BATCH):
                if monotonic() > patience:
                    raise Unavailable
                throttled |= self._delete(keys[first : first + MOST_IN_BATCH])
            if throttled:
                sleep(min(pause, max(0.0, patience - monotonic())))
                pause *= 2

    def _put(self, owner: Owner, name: str, kept: dict[str, Any], now: int, only: str = "") -> None:
        condition = {"ConditionExpression": only} if only else {}
        key = {"pk": {"S": owner.account}, "sk": {"S": f"{owner.person}#{name}"}}
        item = {**key, **kept, "expires": _number(now + YEAR)}
        self._client.put_item(TableName=self._table, Item=item, **condition)

    def _query(self, account: str, prefix: str, now: int) -> list[dict[str, Any]]:
        """TTL deletes only within days: what has expired is left out here."""
        condition, values = "pk = :pk", {":pk": {"S": account}}
        if prefix:
            condition, values = (
                f"{condition} and begins_with(sk, :sk)",
                {**values, ":sk": {"S": prefix}},
            )
        with self._failing():
            pages = self._client.get_paginator("query").paginate(
                TableName=self._table,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=values,
                ConsistentRead=True,
            )
            items = [item for page in pages for item in page["Items"]]
        return [item for item in items if int(item["expires"]["N"]) > now]

    def _delete(self, keys: list[dict[str, Any]]) -> bool:
        """Whether the table left some undone: the next round of `forget` finds them."""
        with self._failing():
            requests = [{"DeleteRequest": {"Key": key}} for key in keys]
            answer = self._client.batch_write_item(RequestItems={self._table: requests})
        return bool(answer.get("UnprocessedItems"))

    @contextmanager
    def _failing(self) -> Iterator[Any]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield self._client.exceptions
        except (BotoCoreError, ClientError) as error:
            raise Unavailable from error


def connect(read: float = READ, **endpoint: Any) -> Any:
    import boto3
    from botocore.config import Config

    patience = Config(connect_timeout=CONNECT, read_timeout=read, retries={"total_max_attempts": 2})
    return boto3.client("dynamodb", config=patience, **endpoint)


def _told(number: str) -> float:
    return int(number) if number.isdecimal() else float(number)


def _number(number: float) -> dict[str, str]:
    return {"N": str(number)}


def _kept(at: int | None, cause: str | None, severity: float | None) -> dict[str, Any]:
    """What was told; what was not has no attribute."""
    numbers = {"at": at, "severity": severity}
    kept: dict[str, Any] = {n: _number(v) for n, v in numbers.items() if v is not None}
    return kept | ({} if cause is None else {"cause": {"S": cause}})


def _spasm(item: dict[str, Any]) -> Spasm:
    cause, severity = item.get("cause"), item.get("severity")
    return Spasm(
        int(item["at"]["N"]),
        cause["S"] if cause else None,
        _told(severity["N"]) if severity else None,
    )
