"""deliver: a settled run shows in the person's output folder, whatever became of it."""

from pydantic_core import to_json

from aicvgen.domain.facts import Delivered
from aicvgen.flow.agent import Inputs
from aicvgen.ports import Ports


def deliver_result(inputs: Inputs, ports: Ports) -> Delivered:
    """Copy the result to the destination and say in `status.json` how the run stands.

    The status comes last: who sees it finds the files it names.
    """
    run = inputs.run
    if run.destination:
        for output in run.outputs:
            data = ports.files.get(output.key)
            ports.files.put(f"{run.destination}/{output.name}", data, replace=True)
        status = {
            "run_id": run.id,
            "trace_id": run.trace_id,
            "status": run.status.value,
            "revision": run.revision,
            "problem": run.problem.model_dump() if run.problem else None,
            "files": [output.name for output in run.outputs],
        }
        key = f"{run.destination}/status.json"
        ports.files.put(key, to_json(status, indent=2), replace=True)
    return Delivered()
