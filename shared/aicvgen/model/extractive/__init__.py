"""The engine that answers every task by rule, from evidence only."""

from typing import TypeVar

from aicvgen.domain.value import Value
from aicvgen.model.task import MatchJob, ParseCv, ParseJob, Task, WriteSection, WriteSummary

A = TypeVar("A", bound=Value)
