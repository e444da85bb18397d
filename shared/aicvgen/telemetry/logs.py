"""JSON log lines in the structure Cloud Logging reads; only allow-listed fields get through."""

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

FIELDS = (
    "run_id",
    "trace_id",
    "span_id",
    "event_id",
    "event",
    "key",
    "agent",
    "attempt",
    "outcome",
    "standing",
    "fact",
    "error",
    "duration_ms",
    "status",
    "count",
    # of what was put to a language model
    "task",
    "prompt",
    "model",
    "answered",
    "why",
    "requests",
    "tokens",
    "nanodollars",
    "unpriced",
    "seconds",
    # of a budget
    "period",
    "whose",
    "percent",
    "spent_dollars",
    "limit_dollars",
)
"""What a line may say besides its message. Texts, names and addresses of people are not on it."""


_bound: ContextVar[Mapping[str, str]] = ContextVar("bound", default=MappingProxyType({}))


@contextmanager
def bound(**fields: str) -> Iterator[None]:
    """Say these fields on every line that is logged in this block."""
    token = _bound.set({**_bound.get(), **fields})
    try:
        yield
    finally:
        _bound.reset(token)


class JsonFormatter(logging.Formatter):
    """One JSON object per line; an exception is told by class and place, never by its text."""

    def __init__(self, project: str = "") -> None:
        super().__init__()
        self._traces = f"projects/{project}/traces/" if project else ""
        """How Cloud Logging finds the trace of a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for a record."""
        line: dict[str, object] = {
            "severity": record.levelname,
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "message": record.getMessage(),
            "logger": record.name,
        }
        said = {**_bound.get(), **record.__dict__}
        line |= {name: said[name] for name in FIELDS if said.get(name)}
        if record.exc_info and record.exc_info[1] is not None:
            line["error"], line["at"] = _where(record.exc_info[1])
        if "trace_id" in line:
            line["logging.googleapis.com/trace"] = f"{self._traces}{line['trace_id']}"
        if "span_id" in line:
            line["logging.googleapis.com/spanId"] = line["span_id"]
        return json.dumps(line, ensure_ascii=False)


def configure(level: str, stream: TextIO = sys.stderr, *, project: str = "") -> None:
    """Send the log lines of this program to a stream; a second call replaces the first.

    With a project, the trace of a line is one of Cloud Trace.
    """
    logger = logging.getLogger("aicvgen")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter(project))
    logger.handlers = [handler]
    logger.setLevel(level)
    logger.propagate = False


def _where(error: BaseException) -> tuple[str, str]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__, ""
    return type(error).__name__, f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
