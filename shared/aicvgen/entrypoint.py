"""What every function's `main.py` calls: a request in, an acknowledgement or a retry out."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

from flask import Request, Response, current_app

from aicvgen import wire, wiring
from aicvgen.agents.intake import intake
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.domain.ids import content_hash, trace_id
from aicvgen.flow.agent import Agents
from aicvgen.flow.refusals import record_refusal
from aicvgen.flow.step import step
from aicvgen.flow.sweep import sweep
from aicvgen.ports import Message, Ports
from aicvgen.telemetry import logs
from aicvgen.wire import Refused, Why

T = TypeVar("T")

log = logging.getLogger(__name__)


def answer_event(request: Request, agents: Agents) -> Response:
    """Answer a push request about an event."""

    def act(message: Message, ports: Ports) -> None:
        if not step(message, agents, ports):
            _record(request, ports, Refused(Why.NO_EVENT))

    return _answer(request, lambda ports: wire.about_event(request, ports.project, agents), act)


def answer_upload(request: Request) -> Response:
    """Answer a bucket notification."""
    return _answer(
        request, lambda ports: wire.about_upload(request, ports.project, ports.inbox), intake
    )


def answer_tick(request: Request) -> Response:
    """Answer the scheduler."""
    return _answer(
        request,
        lambda ports: wire.about_tick(request, ports.project),
        lambda _tick, ports: sweep(ports),
    )


def _answer(
    request: Request, hear: Callable[[Ports], T], act: Callable[[T, Ports], object]
) -> Response:
    ports = _ports(request)
    try:
        subject = hear(ports)
    except Refused as error:
        refused = error
        return _done(lambda: _record(request, ports, refused), ports, refused.why.answer)
    with logs.bound(**_ids(subject)):
        return _done(lambda: act(subject, ports), ports)


def _done(
    act: Callable[[], object], ports: Ports, answer: HTTPStatus = HTTPStatus.NO_CONTENT
) -> Response:
    """Do the work, and say how it ended: 2xx acknowledges, anything else delivers again.

    The edge of the program: an unknown error is told by class and place, because its text may
    quote a document, and is delivered again.
    """
    try:
        try:
            act()
        finally:
            ports.flush()
    except Unavailable as error:
        log.warning("unavailable", extra={"error": type(error).__name__})
        after = {"Retry-After": f"{error.retry_after:.0f}"}
        return Response(str(error), status=503, headers=after)
    except Conflict:
        return Response(status=409)
    except Exception:
        log.exception("step crashed")
        return Response(status=500)
    return Response(status=answer)


def _record(request: Request, ports: Ports, refused: Refused) -> None:
    """Record a refused request; a body that is too large is measured, not read."""
    body = b"" if refused.why is Why.TOO_LARGE else request.get_data(cache=True)
    record_refusal(
        ports,
        current_app.name,
        refused.why.value,
        refused.why.answer.value,
        message_id=refused.message_id,
        digest=content_hash(body),
        size=max(len(body), request.content_length or 0),
    )


def _ids(subject: object) -> dict[str, str]:
    """Return what every log line of this request says; the trace follows from the run."""
    if not isinstance(subject, Message):
        return {}
    run_id = subject.run_id
    return {"run_id": run_id, "trace_id": trace_id(run_id), "event_id": subject.event_id}


def _ports(request: Request) -> Ports:
    injected: Ports | None = request.environ.get(wire.PORTS)
    return injected or wiring.ports()
