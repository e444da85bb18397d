"""Driving runs to their end in this process, with progress for a person."""

import sys
from collections.abc import Iterator, Sequence
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
from aicvgen.local.recovery import recover
from aicvgen.ports import Where
from aicvgen.settings import Settings

if TYPE_CHECKING:
    from rich.status import Status as RichStatus

PATIENCE = 3
"""Tries at something unavailable before a command gives up; its run stays and can go on."""
EXITS = {Status.DONE: Exit.OK, Status.WAITING: Exit.OK, Status.REFUSED: Exit.REFUSED}


class Progress(Protocol):
    """Shows where runs stand."""

    def show(self, label: str, status: str) -> None:
        """Say that a run reached a status."""


def drive(home: Home, settings: Settings, labels: dict[str, str], progress: Progress) -> list[Run]:
    """Deliver events until all these runs (id → label) are settled or halted; return them."""
    watch = _Watch(home, labels, progress)
    pump = Pump(home.bus, mount(settings.functions), home.ports, patience=PATIENCE)
    for _ in range(PATIENCE):
        for run_id in labels:
            recover(home, run_id, idle=True)
        pump.run_until(lambda: watch.settled() or home.bus.next_due() is None)
        if watch.settled():
            return watch.runs()
    raise Unavailable(pump.trouble or "The run makes no progress.", retry_after=0)


def exit_code(runs: Sequence[Run]) -> Exit:
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

    def runs(self) -> list[Run]:
        """Return the runs as they are now."""
        found = self.home.ports.store.read([paths.run(run_id) for run_id in self.labels])
        return [snapshot.load(Run) for snapshot in found if snapshot is not None]

    def settled(self) -> bool:
        """Return whether nothing more will happen to any of the runs by itself."""
        runs = self.runs()
        for run in runs:
            if self.shown.get(run.id) is not run.status:
                self.shown[run.id] = run.status
                self.progress.show(self.labels[run.id], run.status.value)
        return self._halted() or all(
            run.halted or (run.status.settled and self._reported(run)) for run in runs
        )

    def _halted(self) -> bool:
        (controls,) = self.home.ports.store.read([paths.CONTROLS])
        return controls is not None and controls.load(Controls).halted

    def _reported(self, run: Run) -> bool:
        """Whether the settled run's own event is answered too."""
        unfinished = self.home.ports.store.find(
            "events",
            Where("wave", "==", run.wave),
            Where("state", "in", UNFINISHED),
            under=paths.run(run.id),
        )
        return all(one.load(Event).state is EventState.DEAD for one in unfinished)
