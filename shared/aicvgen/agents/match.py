"""match: which facts answer which requirement, and what is to be written."""

from aicvgen.domain import events
from aicvgen.domain.cv import Cv
from aicvgen.domain.facts import Matched
from aicvgen.domain.job import Job
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.model.task import MatchJob
from aicvgen.ports import Ports


def match_job(inputs: Inputs, ports: Ports) -> Matched:
    """Return the ledger of requirements and evidence."""
    task = MatchJob(cv=inputs.get("cv", Cv), job=inputs.get("job", Job))
    return Matched(fit=ports.model.answer(task))


AGENTS = {
    events.DOCUMENTS_PARSED: Agent("match", match_job, reads=("cv", "job"), heavy=True),
}
