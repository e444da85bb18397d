"""Labels of prompts in every store: served, changed under their version, with an audit entry."""

from pathlib import Path

import pytest

from aicvgen import paths
from aicvgen.asking.releases import Releases
from aicvgen.asking.served import LABELS_SECONDS, Served
from aicvgen.domain.errors import Rejected
from aicvgen.domain.release import Action, LabelChange, Labels
from aicvgen.ports import Put, Store
from prompt_folder import with_second

from .conftest import Clock
from .values import LATER

TASK = "write-section"


@pytest.fixture
def releases(store: Store, tmp_path: Path, clock: Clock) -> Releases:
    """Return the prompts with a second version of one, and no labels."""
    return Releases(with_second(tmp_path / "prompts", TASK), store, clock)


def _stored(store: Store, number: int) -> LabelChange:
    (found,) = store.read([paths.label_change(TASK, number)])
    assert found is not None
    return found.load(LabelChange)


def test_without_labels_the_newest_is_served(releases: Releases) -> None:
    """Files alone are enough."""
    (labels,) = releases.labels([TASK])
    assert (labels.production, labels.candidate, labels.changes) == (2, None, 0)
    assert releases.last_change(labels) is None
    assert Served(releases).prompt(TASK, "run").name == "write-section/v2"


def test_every_change_is_on_record(releases: Releases, clock: Clock) -> None:
    """Each entry says what was done, how it stood before and after, by whom and when."""
    releases.promote(TASK, 1, "ann")
    releases.try_out(TASK, 2, "ben")
    clock.pass_until(clock.now + 60)
    last = releases.split(TASK, 25, "ann")

    entries = releases.changes(last)
    assert [(one.action, one.by) for one in entries] == [
        (Action.PROMOTE, "ann"),
        (Action.CANDIDATE, "ben"),
        (Action.SPLIT, "ann"),
    ]
    assert [one.before for one in entries[1:]] == [one.after for one in entries[:-1]]
    assert entries[-1].after == last == releases.labels([TASK])[0]
    assert (entries[-1].at, last.changes) == (clock.now, 3)


def test_a_rollback_brings_the_last_production_back(releases: Releases, store: Store) -> None:
    """It is on record like every other change."""
    releases.promote(TASK, 1, "ann")
    assert releases.roll_back(TASK, "ben").production == 2
    assert _stored(store, 2).action is Action.ROLLBACK
    with pytest.raises(Rejected, match="No promotion"):
        releases.roll_back(TASK, "ben")


def test_only_what_has_a_file_gets_a_label(releases: Releases) -> None:
    """The message says what there is, and nothing has changed."""
    with pytest.raises(Rejected, match="no v3, only v1, v2"):
        releases.promote(TASK, 3, "ann")
    with pytest.raises(Rejected, match="no v3, only v1, v2"):
        releases.try_out(TASK, 3, "ann")
    assert releases.labels([TASK])[0].changes == 0


def test_who_comes_second_is_told(releases: Releases, store: Store) -> None:
    """Of two changes at the same moment one is done, and only that is on record."""

    class Slow:
        """Somebody who reads, is overtaken, and then writes."""

        def __call__(self) -> float:
            others = Releases(releases.prompts, store, lambda: 1.0)
            if others.labels([TASK])[0].changes == 0:
                others.promote(TASK, 1, "ben")
            return 2.0

    with pytest.raises(Rejected, match="at the same moment"):
        Releases(releases.prompts, store, Slow()).promote(TASK, 1, "ann")
    (labels,) = releases.labels([TASK])
    assert [one.by for one in releases.changes(labels)] == ["ben"]


def test_an_instance_looks_now_and_then(releases: Releases, clock: Clock) -> None:
    """What it read serves it for some seconds, then it sees what was changed."""
    asked = Served(releases)
    assert asked.prompt(TASK, "run").version == 2
    releases.promote(TASK, 1, "ann")
    assert asked.prompt(TASK, "run").version == 2
    clock.pass_until(clock.now + LABELS_SECONDS)
    assert asked.prompt(TASK, "run").version == 1


def test_a_label_ahead_of_the_files_is_not_served(releases: Releases, store: Store) -> None:
    """An instance that was deployed earlier serves what it has."""
    ahead = Labels(task=TASK, production=1, candidate=7, percent=100)
    store.commit([Put(paths.labels(TASK), ahead)], expires_at=LATER)
    assert Served(releases).prompt(TASK, "run").version == 1
