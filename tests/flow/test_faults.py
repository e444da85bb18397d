"""The durable flow under faults: what the simulation promises, and that it finds mistakes."""

import pytest

from .simulation.chaos import MODES
from .simulation.mutants import CONTROL, MUTANTS, Mutant, survives
from .simulation.scenario import Content, Scenario
from .simulation.schedules import crash_everywhere, run_schedule, run_schedules


def test_a_hundred_schedules_hold() -> None:
    """Crashes, duplicates, races, halts and clock jumps change nothing about the result."""
    summary = run_schedules(range(100))

    assert [(told.seed, told.broken) for told in summary.broken] == []
    seen = {"duplicates", "lost", "jumps", "poisoned", "dead", "driven again", "sweeps"}
    happened = {name for name, count in summary.counts.items() if count}
    assert seen | {*MODES} <= happened


@pytest.mark.parametrize("mode", ["kill", "unavailable"])
def test_a_fault_at_every_call(mode: str) -> None:
    """Whichever read, write or effect is hit, before or after it, the run ends as without it."""
    calls, broken = crash_everywhere(Scenario(Content()), mode)

    assert calls > 100, "a whole run passes more calls than that"
    assert [(told.seed, told.broken) for told in broken] == []


def test_a_seed_plays_the_same_again() -> None:
    """What a seed found can be looked at: the second time is like the first."""
    (first, _), (second, _) = run_schedule(17), run_schedule(17)

    assert len(first.trace) > 20, "this seed has something to tell"
    assert first.trace == second.trace


def test_the_unchanged_flow_is_not_a_mutant() -> None:
    """A copy of the package holds like the original; else the mutants would prove nothing."""
    assert survives(CONTROL, schedules=10)


@pytest.mark.parametrize(
    "mutant", [mutant for mutant in MUTANTS if mutant.quick], ids=lambda mutant: mutant.name
)
def test_mistakes_are_found(mutant: Mutant) -> None:
    """Each of these mistakes in the step breaks a promise in one of the first schedules."""
    assert not survives(mutant, schedules=200)
