"""The engine that answers every task by rule, from evidence only."""

# ruff: noqa: PLC0415  an agent loads only what its own task takes

from typing import Any, TypeVar

from aicvgen.domain.cv import Cv
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.facts import Findings
from aicvgen.domain.source import Source
from aicvgen.domain.value import Value
from aicvgen.model.errand import Errand
from aicvgen.model.task import (
    Judge,
    MatchJob,
    ParseCv,
    ParseJob,
    Task,
    WriteLetter,
    WriteSection,
    WriteSummary,
)

A = TypeVar("A", bound=Value)


class ExtractiveModel:
    """Answers in milliseconds, without a network, the same to the same task."""

    def answer(self, task: Task[A]) -> A:
        """Answer a task; raise `Rejected` as the task says, `TypeError` for an unknown one."""
        answered: Any = _answer(task)
        return answered  # type: ignore[no-any-return]  # each task's class fixes its answer's type

    def on(self, errand: Errand) -> "ExtractiveModel":
        """Return itself: no language model is asked."""
        del errand
        return self

    def close(self) -> None:
        """Hold nothing."""


def _answer(task: Task[Any]) -> Value:  # noqa: PLR0911  one return per task
    if isinstance(task, ParseCv):
        return _parse_cv(task.source)
    if isinstance(task, ParseJob):
        from aicvgen.model.extractive.job import parse_job

        return parse_job(task.source)
    if isinstance(task, MatchJob):
        from aicvgen.model.extractive.match import match

        return match(task.cv, task.job)
    if isinstance(task, WriteSection | WriteSummary | WriteLetter) and task.before is not None:
        from aicvgen.domain.claims.check import own_words

        return own_words(task.before, task.cv, task.findings)
    if isinstance(task, WriteSection):
        from aicvgen.model.extractive.write import write_section

        return write_section(task.cv, task.job, task.fit, task.unit)
    if isinstance(task, WriteSummary):
        from aicvgen.model.extractive.summary import write_summary

        return write_summary(task.cv, task.job, task.fit, task.parts)
    if isinstance(task, WriteLetter):
        from aicvgen.model.extractive.letter import write_letter

        return write_letter(task.cv, task.job, task.fit)
    if isinstance(task, Judge):
        return Findings()
    raise TypeError(f"No rule answers {type(task).__name__!r}: teach the engine this task.")


def _parse_cv(source: Source) -> Cv:
    from aicvgen.model.extractive.cv import parse_cv

    cv = parse_cv(source)
    if not any(True for _ in cv.entries()):
        raise Rejected(
            Reason.EMPTY,
            "The CV has no entries: add work, education or skills and upload it again.",
        )
    return cv
