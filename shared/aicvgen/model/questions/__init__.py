"""The tasks that a language model is asked; the others are answered by rule alone."""

from typing import Any, TypeVar

from aicvgen.domain.value import Value
from aicvgen.model.question import Question
from aicvgen.model.questions.section import section_question
from aicvgen.model.questions.summary import summary_question
from aicvgen.model.task import Task, WriteSection, WriteSummary

A = TypeVar("A", bound=Value)


def question_of(task: Task[A]) -> Question[Any, Any] | None:
    """Return the question that a task is for a language model; None where rules do as well."""
    if isinstance(task, WriteSection):
        return section_question(task)
    if isinstance(task, WriteSummary):
        return summary_question(task)
    return None
