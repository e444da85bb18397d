"""The tasks that a language model is asked; the others are answered by rule alone."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from aicvgen.domain.value import Value
from aicvgen.model.question import Question
from aicvgen.model.questions.judge import judge_question
from aicvgen.model.questions.letter import letter_question
from aicvgen.model.questions.match import match_question
from aicvgen.model.questions.rewrite import rewrite_question
from aicvgen.model.questions.section import section_question
from aicvgen.model.questions.summary import summary_question
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


def _read_cv(task: ParseCv) -> Question[Any, Any] | None:
    from aicvgen.model.questions.cv import cv_question  # noqa: PLC0415  loads the rules of reading

    return cv_question(task)


def _read_job(task: ParseJob) -> Question[Any, Any] | None:
    from aicvgen.model.questions.job import job_question  # noqa: PLC0415  as above

    return job_question(task)


_QUESTIONS: Mapping[type[Task[Any]], Callable[[Any], Question[Any, Any] | None]] = MappingProxyType(
    {
        ParseCv: _read_cv,
        ParseJob: _read_job,
        MatchJob: match_question,
        WriteSection: section_question,
        WriteSummary: summary_question,
        WriteLetter: letter_question,
        Judge: judge_question,
    }
)


def question_of(task: Task[A]) -> Question[Any, Any] | None:
    """Return the question that a task is for a language model; None where rules do as well."""
    if isinstance(task, WriteSection | WriteSummary | WriteLetter):
        mending = rewrite_question(task)
        if mending is not None:
            return mending
    ask = _QUESTIONS.get(type(task))
    return ask(task) if ask is not None else None
