"""What every function's `main.py` calls: a request in, an acknowledgement or a retry out."""

import logging
from collections.abc import Callable

from flask import Request, Response

from aicvgen import wire, wiring
from aicvgen.agents.intake import intake
from aicvgen.domain.errors import Conflict, Unavailable
from aicvgen.flow.agent import Agents
from aicvgen.flow.step import step
from aicvgen.flow.sweep import sweep
from aicvgen.ports import Ports

log = logging.getLogger(__name__)


def answer_event(request: Request, agents: Agents) -> Response:
    """Answer a push request about an event."""
    return _answer(lambda: step(wire.decode(request), agents, _ports(request)))


def answer_upload(request: Request) -> Response:
    """Answer a bucket notification."""
    return _answer(lambda: intake(wire.decode_upload(request), _ports(request)))


def answer_tick(request: Request) -> Response:
    """Answer the scheduler."""
    return _answer(lambda: sweep(_ports(request)))


def _answer(act: Callable[[], object]) -> Response:
    """Translate how the work ended for Pub/Sub: 2xx acknowledges, anything else delivers again.

    The edge of the program: an unknown error is told by class and place, because its text may
    quote a document, and is delivered again.
    """
    try:
        act()
    except wire.Malformed as error:
        log.warning("request refused: %s", error)
        return Response(status=204)
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


def _ports(request: Request) -> Ports:
    injected: Ports | None = request.environ.get(wire.PORTS)
    return injected or wiring.ports()
