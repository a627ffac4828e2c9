"""Who calls, as far as something is to be done for them outside."""

from datetime import datetime
from typing import Protocol


class Caller(Protocol):
    @property
    def locale(self) -> str: ...
    @property
    def now(self) -> datetime: ...
    @property
    def request_id(self) -> str: ...
    @property
    def user(self) -> str:
        """The account."""

    @property
    def person(self) -> str:
        """The speaker, where Alexa knows the voice; else empty."""

    @property
    def device(self) -> str: ...
    @property
    def api_endpoint(self) -> str: ...
    @property
    def api_token(self) -> str: ...
