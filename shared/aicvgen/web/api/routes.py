"""The routes, thin over the use-cases; the description of the API is made from this table."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, request
from werkzeug.datastructures import FileStorage

from aicvgen import wire, wiring
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.run import Options, Run
from aicvgen.domain.value import Value
from aicvgen.flow.decide import approve_run, halt_run, read_run, resume_run
from aicvgen.flow.start import Upload
from aicvgen.ports import Ports
from aicvgen.web.api.description import described
from aicvgen.web.api.route import Route
from aicvgen.web.api.shapes import MOST_JOBS, RunRequest, RunShown, RunsStarted
from aicvgen.web.api.showing import file_of, shown
from aicvgen.web.api.starting import OWNER, Request, start_runs

_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
_KEY = "Idempotency-Key"
_LONGEST_KEY = 200


def ports() -> Ports:
    """Return the ports of this request."""
    injected: Ports | None = request.environ.get(wire.PORTS)
    return injected or wiring.ports()


def start_run() -> Response:
    """Tailor a CV to one or several job ads: a run for each, begun or, if it is known, as it is.

    Takes JSON, or a form with the files `cv`, `job` (once or more often) and `photo`, and
    `options` as JSON.
    """
    key = request.headers.get(_KEY)
    if key is not None and not 0 < len(key) <= _LONGEST_KEY:
        raise Rejected(Reason.BAD_OPTION, f"{_KEY} has 1 to {_LONGEST_KEY} characters.")
    given = _json() if request.is_json else _form()
    runs = start_runs(ports(), given, key)
    body = RunsStarted(runs=tuple(shown(run, request.root_path) for run in runs))
    return _answer(body, HTTPStatus.ACCEPTED)


def show_run(run_id: str) -> Response:
    """Return where a run stands, with links to what can be done with it."""
    return _shown(read_run(ports(), run_id)[0])


def download(run_id: str, form: str) -> Response:
    """Return a result of a finished run: pdf, docx, md, txt, json, letter.pdf, report …."""
    run, _ = read_run(ports(), run_id)
    name = file_of(form)
    found = next((output for output in run.outputs if output.name == name), None)
    if found is None:
        there = ", ".join(sorted(shown(run, "").links.documents)) or "nothing yet"
        raise Rejected(Reason.NOT_FOUND, f"This run has no document {form!r}; it has: {there}.")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "ETag": f'"{found.checksum}"',
        "X-Content-Type-Options": "nosniff",
    }
    kind = _TYPES[name.rpartition(".")[2]]
    return Response(ports().files.get(found.key), headers=headers, content_type=kind)


def approve(run_id: str) -> Response:
    """Release the draft of a waiting run."""
    return _shown(approve_run(ports(), run_id, OWNER))


def halt(run_id: str) -> Response:
    """Stop a run: no effect starts later."""
    return _shown(halt_run(ports(), run_id, OWNER))


def resume(run_id: str) -> Response:
    """Let a halted run go on where it stood."""
    return _shown(resume_run(ports(), run_id, OWNER))


def openapi() -> Response:
    """Return this description of the API."""
    return Response(described(ROUTES, request.root_path), content_type="application/json")


_RUN = "/runs/<run_id>"
_DECIDED = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/runs",
        start_run,
        HTTPStatus.ACCEPTED,
        RunsStarted,
        (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        RunRequest,
    ),
    Route("GET", _RUN, show_run, HTTPStatus.OK, RunShown, (HTTPStatus.NOT_FOUND,)),
    Route(
        "GET",
        f"{_RUN}/documents/<form>",
        download,
        HTTPStatus.OK,
        None,
        (HTTPStatus.NOT_FOUND,),
    ),
    Route("POST", f"{_RUN}/approve", approve, HTTPStatus.OK, RunShown, _DECIDED),
    Route("POST", f"{_RUN}/halt", halt, HTTPStatus.OK, RunShown, _DECIDED),
    Route("POST", f"{_RUN}/resume", resume, HTTPStatus.OK, RunShown, _DECIDED),
    Route("GET", "/openapi.json", openapi, HTTPStatus.OK, None),
)


def _json() -> Request:
    body = RunRequest.model_validate_json(request.get_data())
    jobs = (
        Upload(job.name or f"job-{number}", job.contents())
        for number, job in enumerate(body.jobs, start=1)
    )
    cv = Upload(body.cv.name or "cv", body.cv.contents())
    return Request(cv=cv, jobs=tuple(jobs), options=body.options)


def _form() -> Request:
    cv, jobs = request.files.get("cv"), request.files.getlist("job")
    if cv is None or not 0 < len(jobs) <= MOST_JOBS:
        raise Rejected(
            Reason.BAD_OPTION,
            f"Send a form with the file `cv` and 1 to {MOST_JOBS} files `job`, or JSON.",
        )
    photo = request.files.get("photo")
    return Request(
        cv=_upload(cv),
        jobs=tuple(map(_upload, jobs)),
        photo=_upload(photo) if photo else None,
        options=Options.model_validate_json(request.form.get("options", "{}")),
    )


def _upload(file: FileStorage) -> Upload:
    return Upload(file.filename or file.name or "", file.read())


def _shown(run: Run) -> Response:
    return _answer(shown(run, request.root_path), HTTPStatus.OK)


def _answer(body: Value, status: HTTPStatus) -> Response:
    return Response(body.model_dump_json(), status=status, content_type="application/json")
