"""A reader with one warm child, kept across files and replaced after a breach."""

import signal
import threading

from aicvgen.documents.limits import check_bytes
from aicvgen.documents.reader.frames import OUT_OF_MEMORY, Answer
from aicvgen.documents.reader.process import Child, Ended, Limits
from aicvgen.domain.errors import Reason, Rejected, Unavailable
from aicvgen.domain.source import Source

_TRIES = 2
_FROM_OUTSIDE = (-signal.SIGKILL, -signal.SIGTERM)


class WarmReader:
    """Reads files in a child process, one after the other; any thread may ask.

    The child starts at the first file, or at `warm`, and ends with `close` or with this process.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._child: Child | None = None

    def warm(self) -> None:
        """Start the child, so that it loads the parsers while the caller does something else."""
        with self._lock:
            self._child = self._running()

    def read(self, data: bytes) -> Source:
        """Return the lines of a document.

        Raises `Rejected` as `extract` does; TOO_SLOW or TOO_LARGE over the limits, CORRUPT if the
        parser crashes; `Unavailable` if somebody else kills the child.
        """
        check_bytes(data)
        with self._lock:
            for _ in range(_TRIES):
                try:
                    return _source(self._ask(data))
                except Ended as ended:
                    if ended.overdue or ended.code not in _FROM_OUTSIDE:
                        raise _breach(ended) from ended
        raise Unavailable(
            "The process that reads documents was killed: free some memory and try again.",
            retry_after=5,
        )

    def close(self) -> None:
        """End the child; a later file starts another one."""
        with self._lock:
            if self._child is not None:
                self._child.end()
            self._child = None

    def _ask(self, data: bytes) -> Answer:
        """Ask the child; one whose answer was not awaited would give it to the next question."""
        child = self._child = self._running()
        try:
            return child.ask(data)
        except BaseException:
            child.end()
            raise

    def _running(self) -> Child:
        if self._child is not None and self._child.alive:
            return self._child
        if self._child is not None:
            self._child.end()
        try:
            return Child(self._limits)
        except OSError as error:
            raise Unavailable(
                "The process that reads documents does not start: free some memory and try again.",
                retry_after=5,
            ) from error


def _source(answer: Answer) -> Source:
    if answer.refusal is not None:
        raise Rejected(answer.refusal.reason, answer.refusal.message)
    if answer.source is None:
        raise RuntimeError(f"Reading a document failed: {answer.bug}.")
    return answer.source


def _breach(ended: Ended) -> Exception:
    """Return what a child's end says about the document it was reading."""
    if ended.overdue or ended.code == -signal.SIGXCPU:
        return Rejected(
            Reason.TOO_SLOW,
            "Reading the document takes too long: export it again as a plain PDF or as text.",
        )
    if ended.code == OUT_OF_MEMORY:
        return Rejected(
            Reason.TOO_LARGE,
            "Reading the document takes too much memory: remove pictures and upload it again.",
        )
    if ended.code < 0:
        return Rejected(
            Reason.CORRUPT,
            "The document is damaged in a way that ends the reading: export it again and upload"
            " the new file.",
        )
    return RuntimeError(str(ended))
