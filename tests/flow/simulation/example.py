"""A small invented CV and ad, the answers to them, and who must not be named in a log."""

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic_core import to_json

from aicvgen.domain.draft import Part, Sentence
from aicvgen.domain.value import Value
from aicvgen.flow.start import Upload
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import Task, WriteSection
from stand_in import AsksNobody

from .chaos import Chaos

A = TypeVar("A", bound=Value)

PERSONAL = ("Mirela", "Tanasescu", "mirela.t@example.org", "555-0173", "Lantern")

_CV = """# Mirela Tanasescu

mirela.t@example.org · (207) 555-0173 · Bath, ME

## Experience

### Data Engineer
**Lantern Freight**, Bath, ME
March 2020 - Present

- Built Python pipelines that load {count} shipment records a day into PostgreSQL.
- Cut the nightly run from 6 to 2 hours with Airflow.

### Analyst
**Harbour Mills**, Bath, ME
2017 - 2020

- Wrote SQL reports for 12 planners.

## Education

### Bachelor of Science in Mathematics
Kennebec State College
2013 - 2017

## Skills

- Languages: Python, SQL
- Tools: Airflow, PostgreSQL, Docker
"""
_AD = """Data Engineer
Saltmarsh Logistics, Portland

Requirements
* Three years of Python and SQL
* Experience with Airflow
* Bachelor's degree

Preferred
* Docker
* Kafka
"""
_CLAIM = "Saved 987,654 dollars."


def upload_cv(revision: int) -> Upload:
    """Return the CV as first uploaded (1) or as corrected later (2)."""
    count = {1: "40,000", 2: "55,000"}[revision]
    return Upload("cv.md", _CV.format(count=count).encode())


def upload_nothing() -> Upload:
    """Return a CV nobody can read."""
    return Upload("cv.md", b"  \n")


def upload_ad() -> Upload:
    """Return the ad."""
    return Upload("job.txt", _AD.encode())


@cache
def _answers() -> dict[bytes, Any]:
    return {}


@dataclass(frozen=True)
class Model(AsksNobody):
    """The real engine, asked once per task; it may claim what nobody wrote, as models do."""

    chaos: Chaos
    careless: bool = False
    """The first writing of a role claims too much."""
    stubborn: bool = False
    """So does every other one."""

    def answer(self, task: Task[A]) -> A:
        """Answer, perhaps."""
        self.chaos.reach("before answer")
        key = task.name.encode() + to_json(task)
        known = _answers()
        if key not in known:
            known[key] = ExtractiveModel().answer(task)
        answer = cast("A", known[key])
        if isinstance(task, WriteSection) and isinstance(answer, Part) and self._claims(task):
            claim = Sentence(text=_CLAIM, cites=answer.sentences[0].cites)
            answer = answer.model_copy(update={"sentences": (*answer.sentences, claim)})
        self.chaos.reach("after answer")
        return answer

    def _claims(self, task: WriteSection) -> bool:
        return task.unit == "work-1" and (self.stubborn or (self.careless and not task.findings))
