"""verify: every sentence must follow from the facts it cites, or it is written again."""

from functools import partial

from aicvgen.days import day_of
from aicvgen.domain import events
from aicvgen.domain.authors import authors
from aicvgen.domain.cautions import cautions
from aicvgen.domain.claims.check import check, own_words
from aicvgen.domain.claims.reworded import reworded
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import SUMMARY, Draft, Finding, LeftOut, Part
from aicvgen.domain.facts import Findings, Verified
from aicvgen.domain.job import Job
from aicvgen.domain.run import MAX_REWRITES, Run, part_document
from aicvgen.domain.tailored import unaccounted
from aicvgen.domain.tally import tallies
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.model.extractive.terms import names_in
from aicvgen.model.task import Judge
from aicvgen.ports import Ports


def verify_draft(inputs: Inputs, ports: Ports) -> Verified:
    """Return what is unsupported, and either what to write again or the corrected parts.

    After two rewrites, or one that changed nothing (a loop), the candidate's own words stand. What
    the rules let through is judged on top, which can only add findings.
    """
    cv = inputs.get("cv", Cv)
    job = inputs.get("job", Job)
    parts = [inputs.get(name, Part) for name in _parts(inputs.run)]
    new = _new(inputs.run, parts)
    shared, today = partial(names_in, language=cv.language), day_of(ports.now())
    checked = tuple(one for part in parts for one in check(part, cv, shared, job, today))
    items = (*checked, *_judged(new, cv, checked, ports))
    before = inputs.find("findings", Findings) or Findings()
    counted = tallies(new, items, inputs.run.rewrites)
    found = Findings(items=items, tallies=(*before.tallies, *counted))
    bad = [part for part in parts if found.of(part.unit)]
    if bad and inputs.run.rewrites < MAX_REWRITES and items != before.items:
        return Verified(findings=found, rewrite=tuple(part.unit for part in bad))
    undone = [own_words(part, cv, found.of(part.unit)) if part in bad else part for part in parts]
    final = _listed(undone, cv)
    return Verified(
        findings=found,
        corrected=tuple(after for after, part in zip(final, parts, strict=True) if after != part),
        written_by=authors(final),
        warnings=cautions(cv, job),
        in_doubt=bool(bad or inputs.run.rewrites) or _read_in_doubt(cv, job),
    )


def _read_in_doubt(cv: Cv, job: Job) -> bool:
    """Say whether a person should know how the files were read, or that one gives orders."""
    orders = any(dropped.text for dropped in (*cv.dropped, *job.dropped))
    return bool(cv.doubts or cautions(cv, job) or orders)


def _new(run: Run, parts: list[Part]) -> list[Part]:
    """Return what was written since the last verification: in a rewrite not all of it."""
    return [part for part in parts if not run.rewrites or part.unit in run.rewriting]


def _judged(
    new: list[Part], cv: Cv, checked: tuple[Finding, ...], ports: Ports
) -> tuple[Finding, ...]:
    """Return what a judge finds in new wording."""
    told = tuple(reworded(new, cv, checked))
    return ports.model.answer(Judge(cv, told)).items if told else ()


def _listed(parts: list[Part], cv: Cv) -> list[Part]:
    """List what a writer forgot, so that nothing the candidate wrote vanishes silently."""
    forgotten = unaccounted(cv, Draft(parts=tuple(parts)))
    left_out = tuple(LeftOut(fact=one, reason="The writer did not use it.") for one in forgotten)
    return [
        part.model_copy(update={"left_out": part.left_out + left_out})
        if part.unit == SUMMARY
        else part
        for part in parts
    ]


def _parts(run: Run) -> tuple[str, ...]:
    return tuple(part_document(unit) for unit in run.parts)


AGENTS = {
    events.DRAFT_COMPLETED: Agent(
        "verify", verify_draft, reads=("cv", "job", "findings"), reads_of=_parts, heavy=True
    ),
}
