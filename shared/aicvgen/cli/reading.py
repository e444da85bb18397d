"""Reading a file for the commands that need no run."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.cv import Cv
from aicvgen.domain.errors import Rejected
from aicvgen.domain.job import Job
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import ParseCv, ParseJob
from aicvgen.ports import Reader


@contextmanager
def reading() -> Iterator[Reader]:
    """Return the reader of one command; it loads while the command goes on."""
    with closing(WarmReader()) as reader:
        reader.warm()
        yield reader


def read_cv(path: Path, reader: Reader) -> Cv:
    """Return a CV file as facts; a refusal names the file."""
    try:
        return ExtractiveModel().answer(ParseCv(reader.read(path.read_bytes())))
    except Rejected as error:
        raise Rejected(error.reason, f"{path}: {error}") from error


def read_job(path: Path, reader: Reader) -> Job:
    """Return a job ad file as requirements; a refusal names the file."""
    try:
        return ExtractiveModel().answer(ParseJob(reader.read(path.read_bytes())))
    except Rejected as error:
        raise Rejected(error.reason, f"{path}: {error}") from error
