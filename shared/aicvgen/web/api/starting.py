"""A request becomes runs, once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aicvgen import paths
from aicvgen.documents.limits import check_bytes
from aicvgen.documents.photo import photo as checked_photo
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.ids import content_hash, derive
from aicvgen.domain.run import Options, Run
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.ports import Ports

OWNER = "api"
"""Whose runs these are, until there are users."""


@dataclass(frozen=True, slots=True)
class Request:
    """One CV and the ads it is tailored to."""

    cv: Upload
    jobs: tuple[Upload, ...]
    photo: Upload | None = None
    options: Options = field(default_factory=Options)


def start_runs(ports: Ports, request: Request, key: str | None) -> tuple[Run, ...]:
    """Return one run for each ad, begun where it is new.

    Raises `Rejected` for files that are empty or too large and for a key that was used for other
    contents, before anything is kept.
    """
    for upload in (request.cv, *request.jobs):
        check_bytes(upload.data)
    photo = request.photo
    if photo is not None:
        photo = Upload(photo.name, checked_photo(photo.data).data)
    submissions = [
        Submission(
            owner=OWNER,
            source=source,
            cv=request.cv,
            job=job,
            photo=photo,
            options=request.options,
        )
        for job, source in zip(request.jobs, _sources(request, key), strict=True)
    ]
    for submission in submissions:
        _check_key(ports, submission)
    return tuple(start(ports, submission) for submission in submissions)


def _sources(request: Request, key: str | None) -> Iterator[str]:
    """Yield what each ad's run is known by: the key and its number, else all contents."""
    for number, job in enumerate(request.jobs):
        if key is not None:
            yield derive("api-key", key, str(number))
        else:
            files = (request.cv, job, *((request.photo,) if request.photo else ()))
            contents = (content_hash(file.data) for file in files)
            yield derive("api", *contents, request.options.model_dump_json())


def _check_key(ports: Ports, submission: Submission) -> None:
    found, accepted = ports.store.read(
        [
            paths.run(submission.run_id),
            paths.accepted(submission.run_id, submission.input_key),
        ]
    )
    if found is not None and accepted is None:
        raise Rejected(
            Reason.BAD_OPTION,
            "This Idempotency-Key was used with other contents: send a new one.",
        )
