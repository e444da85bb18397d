"""Another program starts a run over HTTP, follows it, decides and downloads."""

import base64
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from werkzeug.test import Client, TestResponse

from aicvgen import wire
from aicvgen.domain.run import Status
from aicvgen.local.functions import Functions

from .conftest import EXAMPLE_CV, EXAMPLE_JOB, SECRETS, Site

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


class Api:
    """The mounted function, called as Cloud Run would."""

    def __init__(self, site: Site, functions: Functions) -> None:
        self._client = Client(functions.apps["api"])
        self._ports = {wire.PORTS: site.home.ports}

    def call(self, method: str, path: str, **more: Any) -> TestResponse:
        """Send a request."""
        return self._client.open(path, method=method, environ_overrides=self._ports, **more)


@pytest.fixture
def api(site: Site, functions: Functions) -> Api:
    """Return the API of a home folder."""
    return Api(site, functions)


def _form(**more: Any) -> dict[str, Any]:
    files = {
        "cv": (io.BytesIO(EXAMPLE_CV.read_bytes()), "cv.pdf"),
        "job": (io.BytesIO(EXAMPLE_JOB.read_bytes()), "job.txt"),
    }
    return {"data": files | more, "content_type": "multipart/form-data"}


def _json(**more: Any) -> dict[str, Any]:
    cv = {"name": "cv.pdf", "data": base64.b64encode(EXAMPLE_CV.read_bytes()).decode()}
    job = {"text": EXAMPLE_JOB.read_text()}
    return {"json": {"cv": cv, "jobs": [job]} | more}


def _one(answer: TestResponse) -> Mapping[str, Any]:
    assert answer.status_code == 202, answer.text
    (run,) = answer.get_json()["runs"]
    return run  # type: ignore[no-any-return]


@pytest.mark.parametrize("body", [_form, _json])
def test_a_request_becomes_a_pdf(site: Site, api: Api, body: Any) -> None:
    """202 with links, progress until done, then every document; nothing personal in the log."""
    run = _one(api.call("POST", "/api/runs", **body()))
    assert run["progress"]["done"] == 0
    site.settle()
    after = api.call("GET", run["links"]["self"]).get_json()
    assert (after["status"], after["trace_id"]) == ("done", run["trace_id"])
    assert after["progress"]["done"] == after["progress"]["total"]
    pdf = api.call("GET", after["links"]["documents"]["pdf"])
    assert (pdf.data[:5], pdf.content_type) == (b"%PDF-", "application/pdf")
    for address in after["links"]["documents"].values():
        assert api.call("GET", address).status_code == 200
    assert not [secret for secret in SECRETS if secret in site.log.getvalue()]


def test_the_same_request_again_is_the_same_run(site: Site, api: Api) -> None:
    """By contents without a key; by key with one, which other contents cannot use again."""
    first, again = (_one(api.call("POST", "/runs", **_form())) for _ in range(2))
    assert first["id"] == again["id"]
    key = {"Idempotency-Key": "order-17"}
    keyed = _one(api.call("POST", "/runs", headers=key, **_form()))
    assert keyed["id"] != first["id"]
    assert _one(api.call("POST", "/runs", headers=key, **_form()))["id"] == keyed["id"]
    other = api.call("POST", "/runs", headers=key, **_form(options='{"template": "modern"}'))
    assert (other.status_code, other.get_json()["reason"]) == (422, "bad-option")
    assert len(site.runs()) == 2


def test_a_run_can_be_halted_resumed_and_approved(site: Site, api: Api) -> None:
    """A halted run does nothing; a waiting one goes on when it is approved, once."""
    run = _one(api.call("POST", "/runs", **_json(options={"review": "required"})))
    halted = api.call("POST", run["links"]["halt"]).get_json()
    site.settle()
    assert site.run(run["id"]).status is Status.READING
    assert halted["links"]["halt"] is None
    api.call("POST", halted["links"]["resume"])
    site.settle()
    waiting = api.call("GET", run["links"]["self"]).get_json()
    assert waiting["status"] == "waiting"
    api.call("POST", waiting["links"]["approve"])
    site.settle()
    assert api.call("GET", run["links"]["self"]).get_json()["status"] == "done"
    twice = api.call("POST", waiting["links"]["approve"])
    assert (twice.status_code, twice.get_json()["reason"]) == (409, "wrong-state")


@pytest.mark.parametrize(
    ("method", "path", "more", "status", "reason"),
    [
        ("GET", "/runs/0123456789abcdef0123", {}, 404, "not-found"),
        ("GET", "/nowhere", {}, 404, "not-found"),
        ("DELETE", "/runs", {}, 405, "method-not-allowed"),
        ("POST", "/runs", {"data": {}}, 422, "bad-option"),
        (
            "POST",
            "/runs",
            {"data": b"{", "content_type": "application/json"},
            422,
            "invalid-request",
        ),
        ("POST", "/runs", {"json": {"cv": {"text": "x"}, "jobs": []}}, 422, "invalid-request"),
        ("POST", "/runs", {"json": {"cv": {}, "jobs": [{"text": "x"}]}}, 422, "empty"),
        ("POST", "/runs", _form(options='{"template": "baroque"}'), 422, "invalid-request"),
    ],
)
def test_errors_are_problems_with_a_trace(  # noqa: PLR0913, PLR0917  one parameter per column
    api: Api, site: Site, method: str, path: str, more: Any, status: int, reason: str
) -> None:
    """Each has its name, what to do and the caller's trace id, and leaves nothing behind."""
    answer = api.call(
        method, path, headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"}, **more
    )
    problem = answer.get_json()
    assert answer.content_type == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["reason"]) == (status, status, reason)
    assert (problem["trace_id"], bool(problem["detail"])) == (TRACE, True)
    assert site.runs() == []


def test_the_description_fits_the_answers(api: Api) -> None:
    """The OpenAPI description names every address, and what comes back is what it says."""
    described = api.call("GET", "/openapi.json").get_json()
    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) == {
        "/runs",
        "/runs/{run_id}",
        "/runs/{run_id}/documents/{form}",
        "/runs/{run_id}/approve",
        "/runs/{run_id}/halt",
        "/runs/{run_id}/resume",
        "/openapi.json",
    }
    schema = {"$ref": "#/components/schemas/RunsStarted", "components": described["components"]}
    Draft202012Validator(schema).validate(api.call("POST", "/runs", **_json()).get_json())
    assert "$defs" not in json.dumps(described)
