"""What `make simulate` runs of the flow: faults everywhere, schedules full of them, mutants."""

import time
from concurrent.futures import ProcessPoolExecutor

from simulate.table import print_table

from .chaos import MODES
from .mutants import CONTROL, FOUND, MUTANTS, survives
from .scenario import Content, Scenario
from .schedules import Summary, Told, crash_everywhere, run_schedules

MUTANT_SCHEDULES = 2_000
CONTROL_SCHEDULES = 100
TRACE_LINES = 80


def simulate(schedules: int) -> bool:
    """Crash at every call, run so many schedules and all mutants; return whether all held."""
    return everywhere() & disturbed(schedules, 0) & mutants()


def everywhere() -> bool:
    """Hit every call of a quiet run once, in every way."""
    figures: dict[str, object] = {}
    bad: list[Told] = []
    for mode in MODES:
        calls, wrong = crash_everywhere(Scenario(Content(), processes=2), mode)
        figures[mode] = f"at each of {calls} places, {len(wrong)} not held"
        bad += wrong
    print_table("One fault at every read, write and effect", figures)
    _tell(bad[:1])
    return not bad


def disturbed(schedules: int, seed: int) -> bool:
    """Run schedules full of faults."""
    began = time.monotonic()
    summary = run_schedules(range(seed, seed + schedules))
    print_table("Schedules full of faults", _figures(summary, time.monotonic() - began))
    _tell(summary.broken)
    return not summary.broken


def mutants() -> bool:
    """Look for every mutant, two at a time; the unchanged flow must stand."""
    tried = {CONTROL: CONTROL_SCHEDULES, **dict.fromkeys(MUTANTS, MUTANT_SCHEDULES)}
    with ProcessPoolExecutor(2) as pool:
        alive = dict(zip(tried, pool.map(survives, tried, tried.values()), strict=True))
    print_table(
        "Mutants of the flow",
        {mutant.name: "not found" if stands else "found" for mutant, stands in alive.items()},
    )
    return [mutant for mutant, stands in alive.items() if stands] == [CONTROL]


def _figures(summary: Summary, seconds: float) -> dict[str, object]:
    counts = summary.counts
    return {
        "schedules": f"{summary.schedules} ({seconds:.0f} s)",
        "ended": {
            name.removeprefix("ended "): count
            for name, count in sorted(counts.items())
            if name.startswith("ended ")
        },
        "steps": counts["steps"],
        "processes killed": counts["kill"],
        "machines killed": counts["machine"],
        "calls unavailable": counts["unavailable"],
        "processes stood still": counts["freeze"],
        "different places of faults": len(summary.places),
        "messages doubled": counts["duplicates"],
        "messages lost": counts["lost"],
        "clock jumps": counts["jumps"],
        "poisoned attempts": counts["poisoned"],
        "events dead, driven again": f"{counts['dead']}, {counts['driven again']}",
        "sweeps": counts["sweeps"],
        "longest schedule": f"{summary.longest / 60:.0f} virtual minutes",
    }


def _tell(broken: list[Told]) -> None:
    for told in broken:
        print(f"\n{FOUND} with seed {told.seed}: {'; '.join(told.broken)}\n{told.scenario}")
        print("\n".join(told.trace[-TRACE_LINES:]))
