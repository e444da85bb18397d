"""Reading a file for the commands that need no run."""

from pathlib import Path

from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv
from aicvgen.domain.errors import Rejected
from aicvgen.domain.job import Job
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import ParseCv, ParseJob


def read_cv(path: Path) -> Cv:
    """Return a CV file as facts; a refusal names the file."""
    try:
        return ExtractiveModel().answer(ParseCv(extract(path.read_bytes())))
    except Rejected as error:
        raise Rejected(error.reason, f"{path}: {error}") from error


def read_job(path: Path) -> Job:
    """Return a job ad file as requirements; a refusal names the file."""
    try:
        return ExtractiveModel().answer(ParseJob(extract(path.read_bytes())))
    except Rejected as error:
        raise Rejected(error.reason, f"{path}: {error}") from error
