"""Which version of a prompt a run gets, and how the labels move."""

import random

import pytest

from aicvgen.domain.errors import Rejected
from aicvgen.domain.release import (
    Action,
    LabelChange,
    Labels,
    divided,
    on_trial,
    promoted,
    rolled_back,
    served,
)

TRIED = Labels(task="write-section", production=1, candidate=2, percent=20, changes=3)
RUNS = 10_000


@pytest.fixture
def runs() -> list[str]:
    """Return drawn run ids."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")  # noqa: T201  to repeat a failure
    drawn = random.Random(seed)
    return [f"{drawn.getrandbits(80):020x}" for _ in range(RUNS)]


@pytest.mark.parametrize("percent", [0, 1, 20, 50, 99, 100])
def test_a_split_gives_the_candidate_its_share(runs: list[str], percent: int):
    """Of many runs so many percent get the candidate, as near as chance allows."""
    labels = TRIED.model_copy(update={"percent": percent})
    got = sum(served(labels, run) == 2 for run in runs)
    share = percent / 100
    spread = (RUNS * share * (1 - share)) ** 0.5
    assert abs(got - RUNS * share) <= 5 * spread


def test_a_run_stays_with_its_version(runs: list[str]):
    """The same run gets the same again, and whoever has the candidate keeps it in a wider split."""
    before = {run for run in runs if served(TRIED, run) == 2}
    assert before == {run for run in runs if served(TRIED, run) == 2}
    wider = TRIED.model_copy(update={"percent": 40})
    assert before < {run for run in runs if served(wider, run) == 2}


def test_tasks_are_split_apart(runs: list[str]):
    """Who gets the candidate of one task is not who gets that of another."""
    other = TRIED.model_copy(update={"task": "write-summary"})
    both = sum(served(TRIED, run) == served(other, run) == 2 for run in runs)
    assert 0.02 < both / RUNS < 0.06


def test_promoting_the_candidate_ends_its_trial():
    """What was tried is what all get; another version in production leaves the trial alone."""
    after = promoted(TRIED, 2)
    assert (after.production, after.candidate, after.percent) == (2, None, 0)
    other = promoted(TRIED, 3)
    assert (other.production, other.candidate, other.percent) == (3, 2, 20)


def test_a_new_candidate_begins_with_nobody():
    """A split was said of the candidate before."""
    after = on_trial(TRIED, 3)
    assert (after.candidate, after.percent) == (3, 0)


def test_the_newest_can_be_chosen_before_anybody_chose():
    """Then a newer file is not served just because it is there."""
    chosen = promoted(Labels(task="match", production=1), 1)
    assert chosen.production == 1
    with pytest.raises(Rejected, match="already"):
        promoted(chosen.model_copy(update={"changes": 1}), 1)


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (lambda: promoted(TRIED, 1), "in production already"),
        (lambda: on_trial(TRIED, 1), "promote the version"),
        (lambda: on_trial(TRIED, 2), "candidate already"),
        (lambda: divided(TRIED, 20), "20 % of the runs already"),
        (lambda: divided(Labels(task="match", production=1), 10), "--candidate"),
        (lambda: rolled_back(TRIED, []), "No promotion"),
    ],
)
def test_what_changes_nothing_is_refused(move: object, words: str):
    """The message says how it stands or what comes first."""
    assert callable(move)
    with pytest.raises(Rejected, match=words):
        move()


def test_rollbacks_take_promotions_back_one_by_one():
    """Each goes one promotion further, whatever was tried in between; then none is left."""
    labels, changes = Labels(task="match", production=1), list[LabelChange]()

    def note(action: Action, after: Labels) -> None:
        nonlocal labels
        after = after.model_copy(update={"changes": labels.changes + 1})
        changes.append(LabelChange(action=action, before=labels, after=after, by="ann", at=1))
        labels = after

    note(Action.PROMOTE, promoted(labels, 1))
    note(Action.PROMOTE, promoted(labels, 2))
    note(Action.CANDIDATE, on_trial(labels, 3))
    note(Action.SPLIT, divided(labels, 10))
    note(Action.PROMOTE, promoted(labels, 3))
    went = []
    for _ in range(2):
        note(Action.ROLLBACK, rolled_back(labels, changes))
        went.append(labels.production)
    assert went == [2, 1]
    with pytest.raises(Rejected, match="No promotion"):
        rolled_back(labels, changes)
    note(Action.PROMOTE, promoted(labels, 3))
    assert rolled_back(labels, changes).production == 1


def test_a_program_without_the_labelled_files_serves_what_it_has():
    """A label may be ahead of an instance that was deployed earlier."""
    assert TRIED.among((1, 2)) == TRIED
    assert TRIED.among((1,)).candidate is None
    assert TRIED.model_copy(update={"production": 9}).among((1, 2)).production == 2
