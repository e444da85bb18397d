"""The results of a task's prompts, from the records of its calls and what became of their words.

The findings of a run are read where they lie; of the texts in them nothing is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.facts import Findings
from aicvgen.domain.records import CallRecord
from aicvgen.domain.results import Place, Results, place_of, results
from aicvgen.domain.tally import Tally
from aicvgen.ports import Store, Where

_TOGETHER = 100
"""Findings read at a time."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What the last calls of a task say of its prompts."""

    versions: Sequence[Results]
    since: float | None
    """When the first of these calls ended; None without any."""
    more: bool
    """Whether there were calls before, which are not in the numbers."""


def trial(store: Store, task: str, limit: int) -> Trial:
    """Return the results of the last calls of a task, at most so many."""
    found = store.find(
        "calls", Where("task", "==", task), order_by="at", descending=True, limit=limit + 1
    )
    calls = [one.load(CallRecord) for one in found[:limit]]
    return Trial(
        versions=results(calls, _tallies(store, sorted({place_of(call) for call in calls}))),
        since=min((call.at for call in calls), default=None),
        more=len(found) > limit,
    )


def _tallies(store: Store, places: Sequence[Place]) -> Mapping[Place, Sequence[Tally]]:
    counted: dict[Place, Sequence[Tally]] = {}
    for first in range(0, len(places), _TOGETHER):
        some = places[first : first + _TOGETHER]
        found = store.read([paths.document(*place, "findings") for place in some])
        there = zip(some, found, strict=True)
        counted |= {place: one.load(Findings).tallies for place, one in there if one is not None}
    return counted
