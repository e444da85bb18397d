"""Labels of prompts in the store, and their changes: each with its audit entry in one commit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.errors import Conflict, Reason, Rejected
from aicvgen.domain.release import (
    Action,
    LabelChange,
    Labels,
    divided,
    on_trial,
    promoted,
    rolled_back,
)
from aicvgen.model.prompts import TASKS, Prompts
from aicvgen.ports import NEVER, Create, Replace, Snapshot, Store


@dataclass(frozen=True, slots=True)
class Releases:
    """The prompts of a folder, and which of them is served as the store says."""

    prompts: Prompts
    store: Store
    now: Callable[[], float]

    def labels(self, tasks: Sequence[str] = TASKS) -> list[Labels]:
        """Return the labels of these tasks; where nobody has moved any, the newest is served."""
        found = self.store.read([paths.labels(task) for task in tasks])
        return [self._labels(*one) for one in zip(tasks, found, strict=True)]

    def changes(self, labels: Labels) -> list[LabelChange]:
        """Return all changes that led to these labels, oldest first."""
        numbers = range(1, labels.changes + 1)
        found = self.store.read([paths.label_change(labels.task, one) for one in numbers])
        return [one.load(LabelChange) for one in found if one is not None]

    def last_change(self, labels: Labels) -> LabelChange | None:
        """Return the change that led to these labels; None if there was none."""
        (found,) = self.store.read([paths.label_change(labels.task, labels.changes)])
        return found.load(LabelChange) if found is not None else None

    def known(self, task: str, version: int) -> int:
        """Return a version that has a file; raises `Rejected(NOT_FOUND)` for any other."""
        known = self.prompts.versions(task)
        if version in known:
            return version
        there = ", ".join(f"v{one}" for one in known)
        raise Rejected(Reason.NOT_FOUND, f"{task} has no v{version}, only {there}.")

    def promote(self, task: str, version: int, by: str) -> Labels:
        """Put a version into production; `Rejected` says what stands against it."""
        return self._change(
            task, Action.PROMOTE, by, lambda labels: promoted(labels, self.known(task, version))
        )

    def try_out(self, task: str, version: int, by: str) -> Labels:
        """Make a version the candidate; no run gets it yet."""
        return self._change(
            task, Action.CANDIDATE, by, lambda labels: on_trial(labels, self.known(task, version))
        )

    def split(self, task: str, percent: int, by: str) -> Labels:
        """Let the candidate have so many percent of the runs."""
        return self._change(task, Action.SPLIT, by, lambda labels: divided(labels, percent))

    def roll_back(self, task: str, by: str) -> Labels:
        """Put the version into production that was there before the last promotion."""

        def back(labels: Labels) -> Labels:
            after = rolled_back(labels, self.changes(labels))
            self.known(task, after.production)
            return after

        return self._change(task, Action.ROLLBACK, by, back)

    def _change(
        self, task: str, action: Action, by: str, move: Callable[[Labels], Labels]
    ) -> Labels:
        (found,) = self.store.read([paths.labels(task)])
        before = self._labels(task, found)
        after = move(before).model_copy(update={"changes": before.changes + 1})
        change = LabelChange(action=action, before=before, after=after, by=by, at=self.now())
        path = paths.labels(task)
        written = Replace(path, after, found.version) if found else Create(path, after)
        entry = Create(paths.label_change(task, after.changes), change)
        try:
            self.store.commit([written, entry], expires_at=self.now() + NEVER)
        except Conflict as error:
            raise Rejected(
                Reason.WRONG_STATE,
                f"Somebody else changed the labels of {task} at the same moment, so nothing was"
                " done: see `aicvgen prompts list`, and repeat the command if it is still right.",
            ) from error
        return after

    def _labels(self, task: str, found: Snapshot | None) -> Labels:
        if found is not None:
            return found.load(Labels)
        return Labels(task=task, production=self.prompts.versions(task)[-1])
