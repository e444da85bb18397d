"""Broken versions of the flow: each one must be found by the simulation, or it proves nothing."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import aicvgen

TESTS = Path(__file__).parents[2]
FOUND = "NOT HELD"
"""What a simulation prints that found a broken promise; an import error prints no such thing."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the source: `old` must occur exactly once in the file."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake somebody could make."""

    name: str
    edits: tuple[Edit, ...]
    quick: bool = False
    """Cheap enough for every test run."""


_STEP, _JOIN, _WRITES = "flow/step.py", "flow/join.py", "flow/writes.py"
_COMMIT = """    try:
        ports.store.commit(writes, expires_at=run.expires_at)
    except Conflict:
        return False
"""
_PUBLISH = "    publish(ports, follow)\n"

CONTROL = Mutant("nothing changed", ())
"""Must not be found: else what is found in the others is no proof."""

MUTANTS = (
    Mutant(
        "publish before commit",
        (
            Edit(_STEP, _PUBLISH, ""),
            Edit(_STEP, _COMMIT, _PUBLISH + _COMMIT),
        ),
        quick=True,
    ),
    Mutant(
        "no done check",
        (Edit(_STEP, "if event.state in ENDED:", "if False:"),),
        quick=True,
    ),
    Mutant(
        "no fence",
        (
            Edit(
                _STEP,
                "Replace(paths.event(run.id, event.id), ended, loaded.event_version)",
                "Put(paths.event(run.id, event.id), ended)",
            ),
            Edit(_STEP, "Message, Ports, Replace", "Message, Ports, Put, Replace"),
        ),
        quick=True,
    ),
    Mutant(
        "lost events",
        (
            Edit(
                _WRITES,
                "    writes += [Create(paths.event(run.id, event.id), event) "
                "for event in events]\n",
                "",
            ),
        ),
        quick=True,
    ),
    Mutant(
        "swallowed error",
        (
            Edit(
                _STEP,
                "        failure.count(ports, loaded, attempt, error, heavy=agent.heavy)\n"
                "        raise\n",
                '        log.info("swallowed", extra={"error": type(error).__name__})\n'
                "        fact = None\n",
            ),
        ),
        quick=True,
    ),
    Mutant(
        "error acknowledged uncounted",
        (
            Edit(
                _STEP,
                "        failure.count(ports, loaded, attempt, error, heavy=agent.heavy)\n"
                "        raise\n",
                '        log.info("swallowed", extra={"error": type(error).__name__})\n'
                "        return\n",
            ),
        ),
    ),
    Mutant(
        "join without re-check",
        (Edit(_JOIN, "    if unfinished:\n        return\n", ""),),
        quick=True,
    ),
    Mutant(
        "join without compare-and-set",
        (
            Edit(
                _WRITES,
                "Replace(paths.run(run.id), after, version)",
                "Put(paths.run(run.id), after)",
            ),
        ),
    ),
    Mutant(
        "no lease",
        (Edit(_STEP, "    if agent.heavy and loaded.alive:\n", "    if not agent.name:\n"),),
    ),
    Mutant(
        "lease ignored",
        (Edit(_STEP, "if event.state is EventState.LEASED and event.due_at > now:", "if False:"),),
    ),
    Mutant(
        "lease lost, fact kept",
        (Edit(_STEP, "or not _same_lease(current.event, loaded.event)", ""),),
    ),
    Mutant(
        "attempts not counted",
        (Edit(_STEP, '"attempts": event.attempts + 1', '"attempts": event.attempts'),),
    ),
    Mutant(
        "halt ignored",
        (Edit(_STEP, '    if loaded.halted:\n        return "halted"\n', ""),),
    ),
    Mutant(
        "halt forgotten by a new revision",
        (Edit("flow/start.py", '            "halted": before.halted,\n', ""),),
    ),
    Mutant(
        "fact of an old revision applied",
        (Edit(_STEP, "        if not current.alive:\n            fact = None\n", ""),),
    ),
    Mutant(
        "sweep publishes nothing",
        (Edit("flow/sweep.py", "            publish(ports, [event])\n", ""),),
    ),
    Mutant(
        "lost joins never asked again",
        (
            Edit(_JOIN, "    join(ports, event.run_id, event.wave, event.traceparent)\n", ""),
            Edit(
                "flow/sweep.py",
                "        join(ports, run.id, run.wave, run_traceparent(run))\n",
                "        run_traceparent(run)\n",
            ),
        ),
    ),
    Mutant(
        "a dead report fails a finished run",
        (Edit("flow/failure.py", " and not run.status.settled", ""),),
    ),
    Mutant(
        "what a failure made obsolete stays so",
        (
            Edit("flow/redrive.py", "import UNANSWERED, Event", "import UNFINISHED, Event"),
            Edit("flow/redrive.py", '"in", UNANSWERED', '"in", UNFINISHED'),
        ),
    ),
    Mutant(
        "a second report is the first one",
        (Edit(_WRITES, "event_id(run.id, run.wave,", "event_id(run.id, run.revision,"),),
    ),
    Mutant(
        "old delivery over a newer one",
        (
            Edit(
                "agents/deliver.py",
                'ports.files.swap(key, data, there.get(key, ""))',
                "ports.files.put(key, data, replace=True)",
            ),
            Edit("agents/deliver.py", " or snapshot.load(Run).wave != run.wave", ""),
        ),
    ),
)


def survives(mutant: Mutant, schedules: int) -> bool:
    """Simulate a patched copy of the package; return whether nothing was found.

    Raises ValueError if the patch does not fit the source any more.
    """
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "aicvgen")
        source = Path(aicvgen.__file__).parent
        shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
        for edit in mutant.edits:
            _apply(package / edit.file, edit, mutant.name)
        told = subprocess.run(
            [sys.executable, "-m", "flow.simulation", "--schedules", str(schedules)],
            cwd=TESTS,
            env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{TESTS}"},
            capture_output=True,
            text=True,
            check=False,
        )
    if told.returncode and FOUND not in told.stdout:
        raise ValueError(f"The mutant {mutant.name!r} does not run:\n{told.stderr[-2000:]}")
    return told.returncode == 0


def _apply(file: Path, edit: Edit, name: str) -> None:
    text = file.read_text("utf-8")
    if text.count(edit.old) != 1:
        raise ValueError(f"The patch of the mutant {name!r} does not fit {edit.file} any more.")
    file.write_text(text.replace(edit.old, edit.new), "utf-8")
