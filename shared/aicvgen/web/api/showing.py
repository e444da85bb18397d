"""A run as the API shows it."""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.run import Run, Status
from aicvgen.web.api.shapes import Links, Progress, RunShown

_ORDER = (
    Status.READING,
    Status.MATCHING,
    Status.WRITING,
    Status.SUMMARISING,
    Status.VERIFYING,
    Status.WAITING,
    Status.RENDERING,
    Status.DONE,
)
FORMS: Mapping[str, str] = MappingProxyType(
    {
        "letter.pdf": "letter.pdf",
        "letter.docx": "letter.docx",
        "letter.md": "letter.md",
        "letter.txt": "letter.txt",
        "report": "report.html",
        "report.md": "report.md",
        "report.txt": "report.txt",
        "report.json": "report.json",
    }
)
"""What is called otherwise than `cv.<form>`."""


def file_of(form: str) -> str:
    """Return the name of the output file behind a form: `pdf` is `cv.pdf`."""
    return FORMS.get(form, f"cv.{form}")


def shown(run: Run, root: str) -> RunShown:
    """Return a run with links below `root`, the API's own address."""
    return RunShown(
        id=run.id,
        trace_id=run.trace_id,
        status=run.status,
        halted=run.halted,
        revision=run.revision,
        progress=_progress(run.status),
        problem=run.problem,
        written_by=run.written_by,
        warnings=run.warnings,
        created_at=run.created_at,
        updated_at=run.updated_at,
        links=_links(run, f"{root}/runs/{run.id}"),
    )


def _progress(status: Status) -> Progress:
    last = len(_ORDER) - 1
    return Progress(done=_ORDER.index(status) if status in _ORDER else last, total=last)


def _links(run: Run, address: str) -> Links:
    forms = {name: form for form, name in FORMS.items()}
    documents = {
        form: f"{address}/documents/{form}"
        for output in run.outputs
        if (form := forms.get(output.name, output.name.removeprefix("cv.")))
    }
    running = not run.status.ended
    return Links(
        self=address,
        approve=f"{address}/approve" if run.status is Status.WAITING else None,
        halt=f"{address}/halt" if running and not run.halted else None,
        resume=f"{address}/resume" if running and run.halted else None,
        documents=documents,
    )
