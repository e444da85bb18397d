"""Many schedules, one after the other, each from its own seed."""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aicvgen.domain.run import Status

from .chaos import Faults
from .invariants import Result, broken, result_of
from .scenario import Content, Scenario, draw
from .world import World

CALLS = 250
"""Seeds hit the calls of a schedule one after the other, so that none is spared."""
_MEMORY = Path("/dev/shm")  # noqa: S108  only where it exists: faults are ours, not the disk's


class Broken(Exception):  # noqa: N818  named for what it says
    """Not even a quiet schedule holds."""


@dataclass
class Told:
    """What one schedule did."""

    seed: int
    broken: list[str]
    trace: list[str]
    scenario: Scenario
    status: str


@dataclass
class Summary:
    """What all schedules did."""

    schedules: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    places: set[tuple[str, str]] = field(default_factory=set)
    longest: float = 0.0
    """Elapsed virtual seconds."""
    broken: list[Told] = field(default_factory=list)


def run_schedules(seeds: range, *, most_broken: int = 1) -> Summary:
    """Run a schedule per seed; stop after so many broken ones."""
    summary = Summary()
    for seed in seeds:
        told, world = run_schedule(seed)
        summary.schedules += 1
        summary.counts += world.chaos.counts
        summary.counts[f"ended {told.status}"] += 1
        summary.places |= world.chaos.places
        summary.longest = max(summary.longest, world.clock.elapsed)
        if told.broken:
            summary.broken.append(told)
        if len(summary.broken) >= most_broken:
            break
    return summary


def run_schedule(seed: int) -> tuple[Told, World]:
    """Run the schedule that this seed always gives."""
    rng = random.Random(seed)
    scenario, faults = draw(rng, certain=1 + seed % CALLS)
    return _play(seed, scenario, faults)


def crash_everywhere(scenario: Scenario, mode: str) -> tuple[int, list[Told]]:
    """Hit every call of a quiet schedule, each in a schedule of its own; return how many."""
    bad, call = [], 0
    while True:
        call += 1
        faults = Faults(certain=call, mode=mode, races=False)
        told, world = _play(call, scenario, faults)
        if told.broken:
            bad.append(told)
        if not world.chaos.counts["faults"]:
            return call - 1, bad


@cache
def undisturbed(content: Content) -> Result:
    """Return what must come out, whatever goes wrong."""
    with _folder() as folder, _world(folder, 0, Scenario(content), Faults(races=False)) as world:
        world.play()
        result = result_of(world)
    wanted = Status.DONE if content.readable else Status.REFUSED
    if world.audit.violations or result.status is not wanted:
        raise Broken(f"without any fault the run is {result.status}: {world.audit.violations}")
    return result


def _play(seed: int, scenario: Scenario, faults: Faults) -> tuple[Told, World]:
    expected = undisturbed(scenario.final)
    with _folder() as folder, _world(folder, seed, scenario, faults) as world:
        world.play()
        run = world.run()
        status = run.status.value if run else "nowhere"
        wrong = broken(world, expected)
        return Told(seed, wrong, world.chaos.trace, scenario, status), world


@contextmanager
def _world(folder: str, seed: int, scenario: Scenario, faults: Faults) -> Iterator[World]:
    world = World(Path(folder), seed, scenario, faults)
    try:
        yield world
    finally:
        world.store.close()


def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)
