"""Driving runs to their end in this process, with progress for a person."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import click

from aicvgen import paths
from aicvgen.cli.edge import Exit
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.events import UNFINISHED, Event, EventState
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Run, Status
from aicvgen.local.functions import mount
from aicvgen.local.home import Home
from aicvgen.local.pump import Pump
from aicvgen.local.recovery import held_elsewhere, recover
from aicvgen.ports import Where
from aicvgen.settings import Settings

if TYPE_CHECKING:
    from rich.status import Status as RichStatus

PATIENCE = 3
"""Tries at something unavailable before a command gives up; its run stays and can go on."""
_IDLE_ROUNDS = 15
_ROUND_SECONDS = 0.2
RESUME = "go on with `aicvgen resume {run}`, or `aicvgen resume --all` if everything is halted."
EXITS = {Status.DONE: Exit.OK, Status.WAITING: Exit.OK, Status.REFUSED: Exit.REFUSED}


class Progress(Protocol):
    """Shows where runs stand."""

    def show(self, label: str, status: str) -> None:
        """Say that a run reached a status."""


def drive(
    home: Home, settings: Settings, labels: dict[str, str], progress: Progress
) -> dict[str, Run]:
    """Deliver events until all these runs (id → label) are settled or halted; return them by id.

    What another process works on at this moment is left to it and waited for.
    """
    watch = _Watch(home, labels, progress)
    pump = Pump(home.bus, mount(settings.functions), home.ports, patience=PATIENCE)
    rounds = 0
    while rounds < (PATIENCE if pump.trouble else _IDLE_ROUNDS):
        for run_id in labels:
            recover(home, run_id, idle=True)
        pump.run_until(lambda: watch.settled() or home.bus.next_due() is None)
        if watch.settled():
            return watch.runs()
        rounds = 0 if any(held_elsewhere(home, run_id) for run_id in labels) else rounds + 1
        time.sleep(_ROUND_SECONDS)
    raise Unavailable(pump.trouble or "The run makes no progress.", retry_after=0)


def halted(home: Home, run: Run) -> bool:
    """Return whether a run stands still because it, or everything, is halted."""
    (controls,) = home.ports.store.read([paths.CONTROLS])
    everything = controls is not None and controls.load(Controls).halted
    return run.halted or (everything and not run.status.settled)


def exit_code(runs: Iterable[Run]) -> Exit:
    """Return the worst exit code of some runs."""
    return max((EXITS.get(run.status, Exit.FAILED) for run in runs), default=Exit.OK)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Return progress on a terminal, plain lines elsewhere, nothing when quiet."""
    if quiet:
        yield _Quiet()
    elif sys.stderr.isatty():
        from rich.console import Console  # noqa: PLC0415  only a terminal pays for it

        console = Console(stderr=True)
        with console.status("Starting …") as spinner:
            yield _Spinner(spinner)
    else:
        yield _Lines()


class _Quiet:
    def show(self, label: str, status: str) -> None:
        """Show nothing."""


class _Lines:
    def show(self, label: str, status: str) -> None:
        """Print a line."""
        click.echo(f"{label}: {status}", err=True)


@dataclass
class _Spinner:
    spinner: "RichStatus"

    def show(self, label: str, status: str) -> None:
        """Update the line beside the spinner."""
        self.spinner.update(f"{label}: {status} …")


@dataclass
class _Watch:
    """Asks the store where the runs stand, and tells changes."""

    home: Home
    labels: dict[str, str]
    progress: Progress
    shown: dict[str, Status] = field(default_factory=dict)

    def runs(self) -> dict[str, Run]:
        """Return the runs as they are now."""
        found = self.home.ports.store.read([paths.run(run_id) for run_id in self.labels])
        runs = [snapshot.load(Run) for snapshot in found if snapshot is not None]
        return {run.id: run for run in runs}

    def settled(self) -> bool:
        """Return whether nothing more will happen to any of the runs by itself."""
        runs = self.runs().values()
        for run in runs:
            if self.shown.get(run.id) is not run.status:
                self.shown[run.id] = run.status
                self.progress.show(self.labels[run.id], run.status.value)
        return all(
            halted(self.home, run) or (run.status.settled and self._reported(run)) for run in runs
        )

    def _reported(self, run: Run) -> bool:
        """Whether the settled run's own event is answered too."""
        unfinished = self.home.ports.store.find(
            "events",
            Where("wave", "==", run.wave),
            Where("state", "in", UNFINISHED),
            under=paths.run(run.id),
        )
        return all(one.load(Event).state is EventState.DEAD for one in unfinished)
