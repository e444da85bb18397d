"""verify: every sentence must follow from the facts it cites, or it is written again."""

from aicvgen.domain import events
from aicvgen.domain.claims import check, own_words
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Part
from aicvgen.domain.facts import Findings, Verified
from aicvgen.domain.run import MAX_REWRITES, Run, part_document
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.ports import Ports


def verify_draft(inputs: Inputs, ports: Ports) -> Verified:
    """Return what is unsupported, and either what to write again or the corrected parts.

    After two rewrites, or one that changed nothing (a loop), the candidate's own words stand.
    """
    del ports
    cv = inputs.get("cv", Cv)
    parts = [inputs.get(name, Part) for name in _parts(inputs.run)]
    found = Findings(items=tuple(finding for part in parts for finding in check(part, cv)))
    doubtful = bool(cv.doubts) or inputs.run.rewrites > 0
    if not found.items:
        return Verified(findings=found, in_doubt=doubtful)
    bad = [part for part in parts if found.of(part.unit)]
    before = inputs.find("findings", Findings)
    if inputs.run.rewrites < MAX_REWRITES and found != before:
        return Verified(findings=found, rewrite=tuple(part.unit for part in bad))
    corrected = tuple(own_words(part, cv, found.of(part.unit)) for part in bad)
    return Verified(findings=found, corrected=corrected, in_doubt=True)


def _parts(run: Run) -> tuple[str, ...]:
    return tuple(part_document(unit) for unit in (*run.units, "summary"))


AGENTS = {
    events.DRAFT_COMPLETED: Agent(
        "verify", verify_draft, reads=("cv", "findings"), reads_of=_parts
    ),
}
