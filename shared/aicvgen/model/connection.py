"""HTTP below the clients of services: a deadline for the whole reply, and what errors mean.

Loaded with the first question, as the clients are.
"""

import re
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Timer
from time import monotonic
from typing import Any

import httpx2

from aicvgen.domain.errors import Unavailable
from aicvgen.model.service import NoAnswer, Unheard

_CONNECTING = 5.0
"""Seconds at most until somebody takes a connection: nothing is lost by trying again."""
_BUSY = frozenset({408, 409, 425, 429, 499, 500, 502, 503, 504})
_SECONDS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_NOT_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)


def hooks() -> dict[str, list[Callable[..., Any]]]:
    """Return event hooks that make a client's timeout the deadline of the whole reply.

    Its own is one for each read: a server that says a word now and then is never too late for it.
    """
    return {"request": [_begin], "response": [_watch]}


def refused(status: int, headers: Mapping[str, str]) -> Exception:
    """Return what an error response means; none of them is billed."""
    if status in _BUSY:
        after = _seconds(headers.get("retry-after", ""))
        return Unavailable(f"The model service answered {status}.", retry_after=after)
    return NoAnswer(f"refused-{status}")


def lost(error: BaseException | None) -> Unavailable:
    """Return what it means that there was no response, or not all of it."""
    name = type(error).__name__
    if isinstance(error, _NOT_SENT):
        return Unavailable(f"The model service cannot be reached ({name}).", retry_after=0)
    return Unheard(f"The model service broke off its reply ({name}).", retry_after=0)


def _seconds(wish: str) -> float:
    """Return how long a `Retry-After` asks to wait: it names seconds, or a moment."""
    if _SECONDS.fullmatch(wish):
        return float(wish)
    try:
        moment = parsedate_to_datetime(wish)
    except ValueError:
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _begin(request: httpx2.Request) -> None:
    allowed = request.extensions["timeout"]
    request.extensions["until"] = monotonic() + allowed["read"]
    allowed["connect"] = min(allowed["connect"], _CONNECTING)


def _watch(response: httpx2.Response) -> None:
    if isinstance(response.stream, httpx2.SyncByteStream):
        line = response.extensions["network_stream"].get_extra_info("socket")
        until = response.request.extensions["until"]
        response.stream = _InTime(response.stream, line, until)


class _InTime(httpx2.SyncByteStream):
    """The bytes of a response; who still reads at the deadline gets an error."""

    def __init__(self, stream: httpx2.SyncByteStream, line: socket.socket, until: float) -> None:
        self._stream = stream
        self._line = line
        self._until = until
        self._late = False

    def __iter__(self) -> Iterator[bytes]:
        """Yield what comes in; raises `ReadTimeout`."""
        watch = Timer(self._until - monotonic(), self._hang_up)
        watch.daemon = True
        watch.start()
        try:
            yield from self._stream
        except httpx2.TransportError as error:
            if self._late:
                raise httpx2.ReadTimeout("not all of it came in time") from error
            raise
        finally:
            watch.cancel()
            self._stream.close()
        if self._late:
            raise httpx2.ReadTimeout("not all of it came in time")

    def close(self) -> None:
        """Close the connection, unless all was read."""
        self._stream.close()

    def _hang_up(self) -> None:
        """Wake whoever waits for bytes; closing alone would not."""
        self._late = True
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
