"""How long a call to Google may take, and when it is tried again: said once, for every client.

The libraries' own retries are switched off: they differ from client to client, and none of them
tells whether an attempt may have been applied before its answer was lost.
"""

from collections.abc import Callable
from typing import TypeVar

from google.api_core.exceptions import (
    Aborted,
    BadGateway,
    Cancelled,
    GatewayTimeout,
    InternalServerError,
    RetryError,
    ServiceUnavailable,
    TooManyRequests,
    Unknown,
)
from google.api_core.retry import Retry
from google.auth.exceptions import TransportError
from requests.exceptions import ChunkedEncodingError, ConnectionError, Timeout  # noqa: A004

from aicvgen.domain.errors import Unavailable

T = TypeVar("T")

ATTEMPT_SECONDS = 10.0
"""One try may take so long."""
TOTAL_SECONDS = 30.0
"""All tries of a call together, with the pauses between them."""
RETRY_AFTER = 5.0
"""Seconds after which a caller may try what was unavailable again."""

_REFUSED = (Aborted, TooManyRequests)
"""The service says that it did not do it."""
_LOST = (
    BadGateway,
    Cancelled,
    ChunkedEncodingError,
    ConnectionError,
    GatewayTimeout,
    InternalServerError,
    ServiceUnavailable,
    Timeout,
    TransportError,
    Unknown,
)
"""Nobody says whether it was done."""
_TRANSIENT = (*_REFUSED, *_LOST)


class Doubt:
    """Whether an attempt may have been applied although its answer never came."""

    def __init__(self) -> None:
        self.felt = False

    def __call__(self, error: Exception) -> None:
        """Take note of a failed attempt."""
        self.felt |= isinstance(error, _LOST)


def call(act: Callable[[], T], doubt: Doubt | None = None) -> T:
    """Return what `act` returns, tried again with growing, random pauses while that may help.

    `act` makes one attempt within `ATTEMPT_SECONDS` and may be repeated. Raises `Unavailable` when
    the time is up; any other error at once.
    """
    retry = Retry(
        predicate=lambda error: isinstance(error, _TRANSIENT),
        initial=0.1,
        maximum=5.0,
        multiplier=2.0,
        timeout=TOTAL_SECONDS,
        on_error=doubt,
    )
    try:
        return retry(act)()
    except (RetryError, *_TRANSIENT) as error:
        cause = type(error.__cause__ or error).__name__
        raise Unavailable(
            f"Google Cloud does not answer: {cause}.", retry_after=RETRY_AFTER
        ) from error
