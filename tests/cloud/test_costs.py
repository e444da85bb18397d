"""What a step asks of Firestore: little, and the same however many runs there are."""

from pathlib import Path

from aicvgen.domain import events
from benchmarks.costs import Cost, costs

from .emulators import Emulators
from .firestore_proxy import proxied, store_at

_SECTION = Cost(
    reads=1,
    documents_read=7,
    commits=2,
    documents_written=4,
    queries=1,
    documents_found=1,
)
"""A batched read, the lease, the end, and the question whether others are unfinished."""


def test_a_step_costs_the_same_in_every_run(
    emulators: Emulators, project: str, tmp_path: Path
) -> None:
    """One batched read, one commit, one more write under a lease, one query for the join."""
    with proxied(emulators.firestore) as (host, proxy):
        first, *_, last = costs(store_at(host, project), proxy, tmp_path, runs=3)

    assert first == last
    sections = [cost for name, cost in first if name == events.SECTION_REQUESTED]
    assert set(sections[:-1]) == {_SECTION}
    (check,) = [cost for name, cost in first if name == events.DRAFT_COMPLETED]
    assert (check.commits, check.queries) == (2, 0), "a lease, and no join where the run moves on"
    assert max(cost.reads + cost.commits + cost.queries for _, cost in first) <= 6
