"""deliver: a settled run shows in the person's output folder, whatever became of it."""

from pydantic_core import to_json

from aicvgen import paths
from aicvgen.domain.errors import Conflict
from aicvgen.domain.facts import Delivered
from aicvgen.domain.run import Run
from aicvgen.flow.agent import Inputs
from aicvgen.ports import Ports


def deliver_result(inputs: Inputs, ports: Ports) -> Delivered:
    """Copy the result to the destination and say in `status.json` how the run stands."""
    while inputs.run.destination:
        try:
            _copy(inputs.run, ports)
        except Conflict:
            continue  # another delivery wrote here meanwhile: look again
        break
    return Delivered()


def _copy(run: Run, ports: Ports) -> None:
    """Copy the files, the status last: who sees it finds the files it names and no others.

    The folder is listed before the run is read. So whatever a later state of the run delivers is
    newer than this list, and a process that stood still in between cannot write over it.
    """
    there = {file.key: file.generation for file in ports.files.list(f"{run.destination}/")}
    (snapshot,) = ports.store.read([paths.run(run.id)])
    if snapshot is None or snapshot.load(Run).wave != run.wave:
        return  # its later state has a delivery of its own
    files = {output.name: ports.files.get(output.key) for output in run.outputs}
    current = {
        f"{run.destination}/{name}": data
        for name, data in (files | {"status.json": _status(run)}).items()
    }
    for key in sorted(there.keys() - current.keys()):
        ports.files.remove(key, there[key])
    for key, data in current.items():
        ports.files.swap(key, data, there.get(key, ""))


def _status(run: Run) -> bytes:
    status = {
        "run_id": run.id,
        "trace_id": run.trace_id,
        "status": run.status.value,
        "revision": run.revision,
        "problem": run.problem.model_dump() if run.problem else None,
        "written_by": [author.model_dump() for author in run.written_by],
        "warnings": run.warnings,
        "files": [output.name for output in run.outputs],
    }
    return to_json(status, indent=2)
