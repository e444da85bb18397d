"""write: one section of the draft at a time; the summary last, from what was written."""

from aicvgen.domain import events
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import LETTER, SUMMARY, Finding, Part
from aicvgen.domain.facts import Findings, PartWritten
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.run import Run, part_document
from aicvgen.domain.visible import all_visible
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.model.task import Task, WriteLetter, WriteSection, WriteSummary
from aicvgen.ports import Ports

_READS = ("cv", "job", "fit", "findings")


def write_section(inputs: Inputs, ports: Ports) -> PartWritten:
    """Return one unit's part of the draft."""
    task = WriteSection(
        cv=inputs.get("cv", Cv),
        job=inputs.get("job", Job),
        fit=inputs.get("fit", Fit),
        unit=inputs.event.key,
        findings=_findings(inputs, inputs.event.key),
        before=_before(inputs, inputs.event.key),
    )
    return _written(task, ports)


def write_last(inputs: Inputs, ports: Ports) -> PartWritten:
    """Return what rests on all sections: the summary with the key qualifications, or the letter."""
    if inputs.event.key == LETTER:
        return _letter(inputs, ports)
    task = WriteSummary(
        cv=inputs.get("cv", Cv),
        job=inputs.get("job", Job),
        fit=inputs.get("fit", Fit),
        parts=tuple(inputs.get(part_document(unit), Part) for unit in inputs.run.units),
        findings=_findings(inputs, SUMMARY),
        before=_before(inputs, SUMMARY),
    )
    return _written(task, ports)


def _letter(inputs: Inputs, ports: Ports) -> PartWritten:
    task = WriteLetter(
        cv=inputs.get("cv", Cv),
        job=inputs.get("job", Job),
        fit=inputs.get("fit", Fit),
        findings=_findings(inputs, LETTER),
        before=_before(inputs, LETTER),
    )
    return _written(task, ports)


def _written(task: Task[Part], ports: Ports) -> PartWritten:
    """Return the answer as it will be seen: what is checked has no invisible characters either."""
    return PartWritten(part=all_visible(ports.model.answer(task)))


def _findings(inputs: Inputs, unit: str) -> tuple[Finding, ...]:
    found = inputs.find("findings", Findings)
    return found.of(unit) if found else ()


def _before(inputs: Inputs, unit: str) -> Part | None:
    """Return the last attempt at a unit that is written again."""
    return inputs.find(part_document(unit), Part) if unit in inputs.run.rewriting else None


def _refused_parts(run: Run) -> tuple[str, ...]:
    return tuple(part_document(unit) for unit in run.rewriting)


def _all_parts(run: Run) -> tuple[str, ...]:
    written = tuple(part_document(unit) for unit in run.units)
    return tuple(dict.fromkeys((*written, *_refused_parts(run))))


AGENTS = {
    events.SECTION_REQUESTED: Agent(
        "write", write_section, reads=_READS, reads_of=_refused_parts, heavy=True
    ),
    events.SUMMARY_REQUESTED: Agent(
        "write", write_last, reads=_READS, reads_of=_all_parts, heavy=True
    ),
}
