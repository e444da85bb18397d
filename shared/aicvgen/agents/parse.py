"""parse: an uploaded file becomes a structured CV or job ad."""

from collections.abc import Iterator
from contextlib import contextmanager

from aicvgen.domain import events
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.facts import CvRead, JobRead
from aicvgen.domain.run import Document
from aicvgen.domain.source import Source
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.model.task import ParseCv, ParseJob
from aicvgen.ports import Ports


def read_cv(inputs: Inputs, ports: Ports) -> CvRead:
    """Return the uploaded CV as facts."""
    with _about("The CV was refused"):
        source = _source(inputs.run.cv, ports)
        return CvRead(cv=ports.model.answer(ParseCv(source)))


def read_job(inputs: Inputs, ports: Ports) -> JobRead:
    """Return the uploaded job ad as requirements."""
    with _about("The job ad was refused"):
        try:
            source = _source(inputs.run.job, ports)
        except Rejected as error:
            reason = Reason.EMPTY_AD if error.reason is Reason.EMPTY else error.reason
            raise Rejected(reason, str(error)) from error
        return JobRead(job=ports.model.answer(ParseJob(source)))


def _source(document: Document, ports: Ports) -> Source:
    return ports.reader.read(ports.files.get(document.key))


@contextmanager
def _about(what: str) -> Iterator[None]:
    """Say in a refusal which of the two files it is about."""
    try:
        yield
    except Rejected as error:
        raise Rejected(error.reason, f"{what}: {error}") from error


AGENTS = {
    events.CV_RECEIVED: Agent("parse", read_cv, heavy=True),
    events.JOB_RECEIVED: Agent("parse", read_job, heavy=True),
}
