"""Which version of a prompt is served to whom, and what an operator may do about it."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from pydantic import Field

from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.ids import derive
from aicvgen.domain.value import Value


class Labels(Value):
    """Where the labels of one task's prompts stand."""

    task: str
    production: int
    """The version that runs are asked with."""
    candidate: int | None = None
    """The version that is tried on some of them."""
    percent: int = Field(default=0, ge=0, le=100)
    """Of all runs, how many get the candidate."""
    changes: int = 0
    """How often something here was changed: the number of the last `LabelChange`."""

    def among(self, versions: Collection[int]) -> "Labels":
        """Return the labels where only these versions are at hand, which are not none."""
        candidate = self.candidate if self.candidate in versions else None
        production = self.production if self.production in versions else max(versions)
        return self.model_copy(update={"production": production, "candidate": candidate})


class Action(StrEnum):
    """What an operator did."""

    PROMOTE = "promote"
    CANDIDATE = "candidate"
    ROLLBACK = "rollback"
    SPLIT = "split"


class LabelChange(Value):
    """An audit entry: one change of the labels, by whom, and how they stood before and after."""

    action: Action
    before: Labels
    after: Labels
    by: str
    at: float


def served(labels: Labels, run_id: str) -> int:
    """Return the version that a run is asked with: always the same one while the labels stand.

    A run that gets the candidate keeps it when the percentage grows.
    """
    if labels.candidate is None:
        return labels.production
    drawn = int(derive(run_id, labels.task), 16) % 100
    return labels.candidate if drawn < labels.percent else labels.production


def promoted(labels: Labels, version: int) -> Labels:
    """Return the labels with this version in production; if it was the candidate, that trial ends.

    Where nobody chose yet, also the version that is served anyway can be chosen: then newer files
    change nothing.
    """
    if version == labels.production and labels.changes:
        raise _refused(f"v{version} of {labels.task} is in production already.")
    return _in_production(labels, version)


def on_trial(labels: Labels, version: int) -> Labels:
    """Return the labels with this candidate, which no run gets before a split says how many."""
    if version == labels.production:
        raise _refused(
            f"v{version} of {labels.task} is in production, so there is nothing to try:"
            " promote the version that it is to be compared with first."
        )
    if version == labels.candidate:
        raise _refused(f"v{version} of {labels.task} is the candidate already.")
    return labels.model_copy(update={"candidate": version, "percent": 0})


def divided(labels: Labels, percent: int) -> Labels:
    """Return the labels with so many percent of the runs for the candidate."""
    if labels.candidate is None:
        raise _refused(
            f"{labels.task} has no candidate:"
            f" `aicvgen prompts promote {labels.task} VERSION --candidate` names one."
        )
    if percent == labels.percent:
        raise _refused(f"The candidate of {labels.task} gets {percent} % of the runs already.")
    return labels.model_copy(update={"percent": percent})


def rolled_back(labels: Labels, changes: Sequence[LabelChange]) -> Labels:
    """Return the labels with the production of before the last promotion not yet taken back.

    `changes` are all there were, oldest first.
    """
    before: list[int] = []
    for change in changes:
        if change.action is Action.PROMOTE:
            before += {change.before.production} - {change.after.production}
        elif change.action is Action.ROLLBACK:
            before.pop()
    if not before:
        raise _refused(f"No promotion of {labels.task} is left to take back.")
    return _in_production(labels, before[-1])


def _in_production(labels: Labels, version: int) -> Labels:
    changed = {"production": version}
    if version == labels.candidate:
        return labels.model_copy(update=changed | {"candidate": None, "percent": 0})
    return labels.model_copy(update=changed)


def _refused(message: str) -> Rejected:
    return Rejected(Reason.WRONG_STATE, message)
