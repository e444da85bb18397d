"""intake: an upload folder that is complete becomes runs, one per job ad."""

import logging
from pathlib import PurePosixPath

from pydantic import ValidationError
from pydantic_core import to_json

from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.run import Options, Run
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.ports import Ports, Stored

_DEPTH = 4
"""Parts of a key like `inbox/<owner>/<name>/cv.pdf`."""

_MOST_OPTIONS = 10_000
"""Bytes."""
_UNFINISHED = ("~", ".tmp", ".part", ".partial", ".crdownload", ".swp", ".bak")
"""Endings of what editors and browsers keep beside a file."""

_Given = tuple[Stored, Stored, Stored | None]
"""CV, job ad and photo."""

log = logging.getLogger(__name__)


def intake(key: str, ports: Ports) -> tuple[Run, ...]:
    """Begin the runs of the folder a file was uploaded to; none while files are missing.

    Which file was named does not matter: the folder is listed, so any order, duplicates and races
    end in the same runs. A folder that cannot become a run gets a `status.json` that says why.
    """
    parts = PurePosixPath(key).parts
    if len(parts) != _DEPTH or parts[0] != "inbox" or ".." in parts:
        log.info("file outside of an upload folder ignored")
        return ()
    folder = "/".join(parts[:-1])
    while True:
        files = _files(folder, ports)
        runs = _begin_all(folder, files, ports)
        if _files(folder, ports) == files:
            return runs
        # Changed while we read: what was begun may be older than what another intake began.


def _files(folder: str, ports: Ports) -> dict[str, Stored]:
    """Return the folder's own files by name; what lies in subfolders is not of this upload."""
    listed = {file.key.removeprefix(f"{folder}/"): file for file in ports.files.list(f"{folder}/")}
    return {
        name: file
        for name, file in listed.items()
        if "/" not in name and not name.endswith(_UNFINISHED)
    }


def _begin_all(folder: str, files: dict[str, Stored], ports: Ports) -> tuple[Run, ...]:
    cvs = [name for name in files if PurePosixPath(name).stem.lower() == "cv"]
    jobs = [name for name in files if name.lower().startswith("job")]
    if not cvs or not jobs:
        return ()
    try:
        cv = _only(cvs)
        _check_different(jobs)
        options = _options(files.get("options.json"), ports)
        photo = _photo(files)
        runs = tuple(_begin(folder, (files[cv], files[job], photo), options, ports) for job in jobs)
    except FileNotFoundError:
        return ()  # taken away while we looked: its own notification will follow if it comes back
    except Rejected as error:
        _refuse(folder, error, ports)
        return ()
    for refusal in ports.files.list(_status(folder)):
        ports.files.remove(refusal.key, refusal.generation)
    return runs


def _check_different(jobs: list[str]) -> None:
    """Raise `Rejected` for two job ads whose results would lie in the same folder."""
    stems = [PurePosixPath(job).stem for job in jobs]
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    if twice:
        raise Rejected(
            Reason.BAD_OPTION,
            f"{len(jobs)} job ads share a name and results are named after them: rename one.",
        )


def _only(cvs: list[str]) -> str:
    if len(cvs) > 1:
        raise Rejected(
            Reason.BAD_OPTION, f"There are {len(cvs)} CVs in the folder: keep exactly one."
        )
    return cvs[0]


def _photo(files: dict[str, Stored]) -> Stored | None:
    names = [name for name in files if PurePosixPath(name).stem.lower() == "photo"]
    if len(names) > 1:
        raise Rejected(
            Reason.BAD_OPTION, f"There are {len(names)} photos in the folder: keep one at most."
        )
    return files[names[0]] if names else None


def _begin(folder: str, given: _Given, options: Options, ports: Ports) -> Run:
    cv, job, photo = given
    _, owner, name = PurePosixPath(folder).parts
    job_name = PurePosixPath(job.key).name
    submission = Submission(
        owner=owner,
        source=f"{folder}/{job_name}",
        cv=Upload(PurePosixPath(cv.key).name, ports.files.get(cv.key)),
        job=Upload(job_name, ports.files.get(job.key)),
        photo=Upload("photo", ports.files.get(photo.key)) if photo else None,
        options=options,
        destination=f"outbox/{owner}/{name}/{PurePosixPath(job_name).stem}",
    )
    return start(ports, submission, current=True)


def _options(file: Stored | None, ports: Ports) -> Options:
    if file is None:
        return Options()
    if file.size > _MOST_OPTIONS:
        raise Rejected(Reason.BAD_OPTION, "options.json is too large: it holds a few options.")
    try:
        return Options.model_validate_json(ports.files.get(file.key))
    except ValidationError as error:
        wrong = "; ".join(
            ": ".join(filter(None, (".".join(map(str, one["loc"])), one["msg"])))
            for one in error.errors()
        )
        raise Rejected(
            Reason.BAD_OPTION, f"options.json is wrong ({wrong}): correct it and upload it again."
        ) from error


def _refuse(folder: str, error: Rejected, ports: Ports) -> None:
    problem = {"reason": error.reason.value, "message": str(error)}
    status = {"status": "refused", "problem": problem}
    ports.files.put(_status(folder), to_json(status, indent=2), replace=True)


def _status(folder: str) -> str:
    """Return the key of what a person finds if the folder as a whole is refused."""
    _, owner, name = PurePosixPath(folder).parts
    return f"outbox/{owner}/{name}/status.json"
