"""render: the approved draft becomes files, and the PDF is read back before anyone gets it."""

from datetime import UTC, datetime

from pydantic_core import to_json

from aicvgen.agents.deliver import deliver_result
from aicvgen.agents.fitting import fitted
from aicvgen.documents.arrangement import columns
from aicvgen.documents.cover_letter import cover_letter
from aicvgen.documents.pdf import read as read_pdf
from aicvgen.documents.photo import Photo, photo
from aicvgen.documents.readback import differences
from aicvgen.documents.report import report_html, report_markdown, report_text
from aicvgen.documents.writers.files import cv_files, letter_files
from aicvgen.domain import events
from aicvgen.domain.authors import only_rules
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import LETTER, Draft, Part
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.facts import Findings, OutputFile, Rendered
from aicvgen.domain.fit import Fit
from aicvgen.domain.ids import content_hash
from aicvgen.domain.job import Job
from aicvgen.domain.report import Report, report
from aicvgen.domain.run import Run, part_document
from aicvgen.domain.tailored import tailored
from aicvgen.domain.visible import all_visible
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.flow.record import calls_of
from aicvgen.ports import Ports


def render_draft(inputs: Inputs, ports: Ports) -> Rendered:
    """Return the result files; raises `Rejected` if the PDF does not say what the draft says."""
    run, original, fit = inputs.run, inputs.get("cv", Cv), inputs.get("fit", Fit)
    picture = _photo(run, ports)
    written = Draft(parts=tuple(inputs.get(name, Part) for name in _parts(run)))
    draft = all_visible(fitted(original, written, fit, run.options, picture))
    cv = tailored(original, draft)
    files = _checked(cv, run, cv_files(cv, run.options, picture, run.options.formats))
    letter = _letter(original, draft, inputs.get("job", Job), run)
    if letter is not None:
        files |= _checked(letter, run, letter_files(letter, run.options, run.options.formats))
    told = report(
        run,
        original=original,
        job=inputs.get("job", Job),
        fit=fit,
        draft=draft,
        findings=inputs.get("findings", Findings).items,
        calls=() if only_rules(run.written_by) else calls_of(ports.store, run),
    )
    return Rendered(outputs=_stored(run, files | _reports(told), ports))


def _parts(run: Run) -> tuple[str, ...]:
    return tuple(part_document(unit) for unit in run.parts)


def _checked(cv: Cv, run: Run, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of a document whose PDF reads back."""
    for name, data in files.items():
        if name.endswith(".pdf"):
            _check(data, columns(cv, run.options.template))
    return files


def _letter(original: Cv, draft: Draft, job: Job, run: Run) -> Cv | None:
    """Return the letter, dated by the day of the run: however late it is set, it stays the same."""
    part, day = draft.part(LETTER), datetime.fromtimestamp(run.created_at, UTC).date()
    return cover_letter(original, part, job.company, day) if part is not None else None


def _photo(run: Run, ports: Ports) -> Photo | None:
    return photo(ports.files.get(run.photo.key)) if run.photo else None


def _check(pdf: bytes, expected: tuple[Cv, ...]) -> None:
    """Read the PDF back with our own reader: what does not come back is not delivered."""
    source = read_pdf(pdf)
    different = [place for column in expected for place in differences(column, source)]
    if different:
        raise Rejected(
            Reason.UNREADABLE_RESULT,
            f"The finished PDF does not read back at {', '.join(different[:5])}; it was not"
            " delivered. Please report this with the run's id.",
        )


def _reports(told: Report) -> dict[str, bytes]:
    return {
        "report.md": report_markdown(told).encode(),
        "report.html": report_html(told).encode(),
        "report.txt": report_text(told).encode(),
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
