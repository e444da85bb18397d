"""render: the approved draft becomes files, and the PDF is read back before anyone gets it."""

from pydantic_core import to_json

from aicvgen.agents.deliver import deliver_result
from aicvgen.documents import jsonresume
from aicvgen.documents.pdf import read as read_pdf
from aicvgen.documents.readback import differences
from aicvgen.documents.report import report_html, report_markdown
from aicvgen.documents.typeset import typeset
from aicvgen.domain import events
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Draft, Part
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.facts import Findings, OutputFile, Rendered
from aicvgen.domain.fit import Fit
from aicvgen.domain.ids import content_hash
from aicvgen.domain.job import Job
from aicvgen.domain.report import Report, report
from aicvgen.domain.run import Run, part_document
from aicvgen.domain.tailored import tailored
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.ports import Ports


def render_draft(inputs: Inputs, ports: Ports) -> Rendered:
    """Return the result files; raises `Rejected` if the PDF does not say what the draft says."""
    run, original = inputs.run, inputs.get("cv", Cv)
    draft = Draft(parts=tuple(inputs.get(name, Part) for name in _parts(run)))
    cv = tailored(original, draft)
    pdf = typeset(cv, template=run.options.template, paper=run.options.paper)
    _check(pdf, cv)
    told = report(
        run,
        original=original,
        job=inputs.get("job", Job),
        fit=inputs.get("fit", Fit),
        draft=draft,
        findings=inputs.get("findings", Findings).items,
    )
    return Rendered(outputs=_stored(run, _files(pdf, cv, told), ports))


def _parts(run: Run) -> tuple[str, ...]:
    return tuple(part_document(unit) for unit in (*run.units, "summary"))


def _check(pdf: bytes, cv: Cv) -> None:
    """Read the PDF back with our own reader: what does not come back is not delivered."""
    different = differences(cv, read_pdf(pdf))
    if different:
        raise Rejected(
            Reason.UNREADABLE_RESULT,
            f"The finished PDF does not read back at {', '.join(different[:5])}; it was not"
            " delivered. Please report this with the run's id.",
        )


def _files(pdf: bytes, cv: Cv, told: Report) -> dict[str, bytes]:
    return {
        "cv.pdf": pdf,
        "cv.json": to_json(jsonresume.write(cv), indent=2),
        "report.md": report_markdown(told).encode(),
        "report.html": report_html(told).encode(),
        "report.json": to_json(told, indent=2),
    }


def _stored(run: Run, files: dict[str, bytes], ports: Ports) -> tuple[OutputFile, ...]:
    checksums = {name: content_hash(data) for name, data in files.items()}
    folder = content_hash("".join(checksums.values()).encode())[:20]
    outputs = []
    for name, data in files.items():
        key = f"runs/{run.id}/{folder}/{name}"
        ports.files.put(key, data)
        outputs.append(OutputFile(name=name, key=key, checksum=checksums[name]))
    return tuple(outputs)


AGENTS = {
    events.DRAFT_APPROVED: Agent(
        "render",
        render_draft,
        reads=("cv", "job", "fit", "findings"),
        reads_of=_parts,
        heavy=True,
    ),
    events.RUN_SETTLED: Agent("deliver", deliver_result, heavy=True),
}
