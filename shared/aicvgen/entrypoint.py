"""What every function's `main.py` calls: a request in, an acknowledgement or a retry out."""

import logging
from collections.abc import Callable
from typing import TypeVar

from flask import Request, Response

from aicvgen import wire, wiring
from aicvgen.agents.intake import intake
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.ids import trace_id
from aicvgen.flow.agent import Agents
from aicvgen.flow.step import step
from aicvgen.flow.sweep import sweep
from aicvgen.ports import Message, Ports
from aicvgen.telemetry import logs

T = TypeVar("T")

log = logging.getLogger(__name__)


def answer_event(request: Request, agents: Agents) -> Response:
    """Answer a push request about an event."""
    return _answer(request, wire.decode, lambda message, ports: step(message, agents, ports))


def answer_upload(request: Request) -> Response:
    """Answer a bucket notification."""
    return _answer(request, wire.decode_upload, intake)


def answer_tick(request: Request) -> Response:
    """Answer the scheduler."""
    return _answer(request, lambda _request: None, lambda _tick, ports: sweep(ports))


def _answer(
    request: Request, decode: Callable[[Request], T], act: Callable[[T, Ports], object]
) -> Response:
    """Translate how the work ended for Pub/Sub: 2xx acknowledges, anything else delivers again."""
    try:
        subject = decode(request)
    except wire.Malformed as error:
        log.warning("request refused: %s", error)
        return Response(status=204)
    with logs.bound(**_ids(subject)):
        return _done(lambda: _acted(act, subject, _ports(request)))


def _acted(act: Callable[[T, Ports], object], subject: T, ports: Ports) -> None:
    try:
        act(subject, ports)
    finally:
        ports.flush()


def _done(act: Callable[[], object]) -> Response:
    """Do the work.

    The edge of the program: an unknown error is told by class and place, because its text may
    quote a document, and is delivered again.
    """
    try:
        act()
    except Unavailable as error:
        log.warning("unavailable", extra={"error": type(error).__name__})
        after = {"Retry-After": f"{error.retry_after:.0f}"}
        return Response(str(error), status=503, headers=after)
    except Conflict:
        return Response(status=409)
    except Exception:
        log.exception("step crashed")
        return Response(status=500)
    return Response(status=204)


def _ids(subject: object) -> dict[str, str]:
    """Return what every log line of this request says; the trace follows from the run."""
    if not isinstance(subject, Message):
        return {}
    run_id = subject.run_id
    return {"run_id": run_id, "trace_id": trace_id(run_id), "event_id": subject.event_id}


def _ports(request: Request) -> Ports:
    injected: Ports | None = request.environ.get(wire.PORTS)
    return injected or wiring.ports()
