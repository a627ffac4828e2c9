"""The secret that keys are hashed with: the function reads it once, when it is first needed."""

from collections.abc import Callable
from typing import Any, Final

from spasm_guide.storage.store import Unavailable

CONNECT, READ = 0.25, 0.5
"""Seconds that the one call may take."""
LENGTH: Final = 32
"""Characters at the least: keys hashed with less could be guessed."""


def read(name: str, client: Callable[[], Any] | None = None) -> str:
    """Raise Unavailable where it cannot be had, or is none."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        answer = (client or connect)().get_secret_value(SecretId=name)
    except (BotoCoreError, ClientError) as error:
        raise Unavailable from error
    secret = answer.get("SecretString") or ""
    if len(secret) < LENGTH:
        raise Unavailable
    return str(secret)


def connect(**endpoint: Any) -> Any:
    import boto3
    from botocore.config import Config

    patience = Config(connect_timeout=CONNECT, read_timeout=READ, retries={"total_max_attempts": 1})
    return boto3.client("secretsmanager", config=patience, **endpoint)
