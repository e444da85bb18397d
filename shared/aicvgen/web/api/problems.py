"""Errors as `application/problem+json`, each with what to do and the trace id."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from secrets import token_hex
from types import MappingProxyType

from flask import Response, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from aicvgen.domain.errors import Conflict, Reason, Rejected, Unavailable
from aicvgen.web.api.shapes import ProblemShown

log = logging.getLogger(__name__)

_STATUS: Mapping[Reason, HTTPStatus] = MappingProxyType(
    {
        Reason.NOT_FOUND: HTTPStatus.NOT_FOUND,
        Reason.WRONG_STATE: HTTPStatus.CONFLICT,
        Reason.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        Reason.UNSUPPORTED: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    }
)
_LENGTH = 32


def problem(status: HTTPStatus, detail: str, reason: str, **headers: str) -> Response:
    """Return a problem as a response."""
    body = ProblemShown(
        title=status.phrase, status=status, detail=detail, reason=reason, trace_id=trace()
    )
    return Response(
        body.model_dump_json(),
        status=status,
        headers=headers,
        content_type="application/problem+json",
    )


def trace() -> str:
    """Return the trace the caller sent, else a new one, the same for one request."""
    found: str | None = request.environ.get("aicvgen.trace")
    if found is None:
        parts = request.headers.get("traceparent", "").split("-")
        sent = parts[1] if len(parts) > 1 else ""
        whole = len(sent) == _LENGTH and set(sent) <= set("0123456789abcdef")
        found = request.environ["aicvgen.trace"] = sent if whole else token_hex(_LENGTH // 2)
    return found


def rejected(error: Rejected) -> Response:
    """The input is at fault."""
    status = _STATUS.get(error.reason, HTTPStatus.UNPROCESSABLE_ENTITY)
    return problem(status, str(error), error.reason.value)


def unavailable(error: Unavailable) -> Response:
    """Something we depend on does not answer."""
    after = {"Retry-After": f"{error.retry_after:.0f}"}
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), "unavailable", **after)


def conflict(_error: Conflict) -> Response:
    """Somebody else wrote first."""
    detail = "The run changed in the meantime: look at it and try again."
    return problem(HTTPStatus.CONFLICT, detail, "conflict")


def invalid(error: ValidationError) -> Response:
    """The request has not the shape it must have; what was sent is not repeated."""
    places = (".".join(map(str, one["loc"])) + ": " + one["msg"] for one in error.errors())
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(places) + ".", "invalid-request")


def http(error: HTTPException) -> Response:
    """No such address, method or size."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    reason = status.name.casefold().replace("_", "-")
    return problem(status, error.description or status.description, reason)


def unknown(error: Exception) -> Response:
    """Our bug: told by its place in the log, never by its text, which may quote a document."""
    log.error("request crashed", exc_info=error, extra={"trace_id": trace()})
    detail = "Something went wrong on our side; the trace id says where to look."
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, "internal")
