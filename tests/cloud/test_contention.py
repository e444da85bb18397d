"""Many steps of one run at once, on a database that is slow and refuses hot documents."""

from collections import Counter

from aicvgen import paths
from aicvgen.domain import events
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Status
from aicvgen.ports import Put
from benchmarks.together import finish_together

from .emulators import Emulators
from .firestore_proxy import proxied, store_at

_SECTIONS = 15
_DELAY = 0.05
_MOST_WRITES = 5
"""Of a document within a second."""
_MOST_SECONDS = 30.0


def test_fifteen_sections_finish_together(emulators: Emulators, project: str) -> None:
    """They join once, soon, and nothing is asked again, whatever the database refuses."""
    with proxied(emulators.firestore, delay=_DELAY, most_writes=_MOST_WRITES) as (host, _):
        finish = finish_together(lambda: store_at(host, project), _SECTIONS)

    assert finish.seconds < _MOST_SECONDS
    assert finish.asked == Counter({f"work-{number}": 1 for number in range(1, _SECTIONS + 1)})
    assert finish.status is Status.SUMMARISING
    assert set(finish.next) == {events.SUMMARY_REQUESTED}


def test_a_hot_document_is_written_in_the_end(emulators: Emulators, project: str) -> None:
    """What the database refuses because others write too is tried again until it is done."""
    with proxied(emulators.firestore, most_writes=_MOST_WRITES) as (host, proxy):
        store = store_at(host, project)
        for _ in range(2 * _MOST_WRITES):
            store.commit([Put(paths.CONTROLS, Controls())], expires_at=2e9)

    assert proxy.counts["ABORTED"] > 0
    assert proxy.counts["Commit"] == 2 * _MOST_WRITES + proxy.counts["ABORTED"]
