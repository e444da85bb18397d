"""A model that lies: nothing it makes up reaches the page, whatever it is asked how often."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pytest

from aicvgen.domain.draft import Part, Sentence
from aicvgen.domain.run import Options, Review, Run, Status
from aicvgen.domain.value import Value
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.functions import Functions
from aicvgen.local.pump import Pump
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import Task, WriteSection, WriteSummary
from aicvgen.ports import Model
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits, assert_true_and_complete
from stand_in import AsksNobody

A = TypeVar("A", bound=Value)
LIE = "Led 450 engineers at Globex and saved 9 million euros since 1997."


@dataclass
class Liar(AsksNobody):
    """Answers as the extractive engine does, but tells a lie in one part, `lies` times."""

    lies: int
    unit: str = "work-1"
    forgets: bool = False
    repeats: bool = False
    asked: Counter[str] = field(default_factory=Counter)
    honest: Model = field(default_factory=ExtractiveModel)

    def answer(self, task: Task[A]) -> A:
        """Return the honest answer, or one with a lie in it."""
        answer = self.honest.answer(task)
        if isinstance(task, WriteSection | WriteSummary) and isinstance(answer, Part):
            self.asked[answer.unit] += 1
            if answer.unit == self.unit and self.asked[answer.unit] <= self.lies:
                cites = answer.sentences[0].cites
                number = 0 if self.repeats else self.asked[answer.unit]
                lie = Sentence(text=f"{LIE} {number}000", cites=cites)
                told = () if self.forgets else (lie, *answer.sentences[1:])
                return answer.model_copy(update={"sentences": told})
        return answer


def _finish(site: Site, functions: Functions, liar: Liar, review: Review = Review.NEVER) -> Run:
    ports = replace(site.home.ports, model=liar)
    submission = Submission(
        owner="ann",
        source="liar",
        cv=Upload("cv.pdf", EXAMPLE_CV.read_bytes()),
        job=Upload("job.txt", EXAMPLE_JOB.read_bytes()),
        options=Options(review=review),
        destination="outbox/ann/liar/job",
    )
    run = start(ports, submission)
    pump = Pump(site.home.bus, functions, ports)
    while pump.deliver_one():
        pass
    return site.run(run.id)


@pytest.mark.parametrize("unit", ["work-1", "summary"])
@pytest.mark.parametrize(("lies", "asked"), [(0, 1), (1, 2), (2, 3), (99, 3)])
def test_a_lie_is_written_again_twice_and_then_undone(
    site: Site, functions: Functions, unit: str, lies: int, asked: int
):
    """After two rewrites the candidate's own words stand where the lie was."""
    liar = Liar(lies, unit)
    run = _finish(site, functions, liar)
    assert run.status is Status.DONE
    assert liar.asked[unit] == asked
    text = site.outbox("ann/liar/job/cv.json").read_text()
    assert [word for word in ("Globex", "450", "1997") if word in text] == []
    assert_true_and_complete(site.home, run)
    assert_nothing_waits(site.home, run)


def test_the_same_lie_again_is_a_loop(site: Site, functions: Functions):
    """A rewrite that changes nothing is not asked for a second time."""
    liar = Liar(99, repeats=True)
    run = _finish(site, functions, liar)
    assert (run.status, liar.asked["work-1"]) == (Status.DONE, 2)
    assert_true_and_complete(site.home, run)


def test_what_a_writer_forgets_is_listed(site: Site, functions: Functions):
    """A model that drops every bullet of a role without a word: the bullets are on the list."""
    run = _finish(site, functions, Liar(99, forgets=True))
    assert run.status is Status.DONE
    assert "The writer did not use it." in site.outbox("ann/liar/job/report.md").read_text()
    assert_true_and_complete(site.home, run)


@pytest.mark.parametrize(("lies", "status"), [(0, Status.DONE), (99, Status.WAITING)])
def test_review_in_doubt_waits_only_for_doubt(
    site: Site, functions: Functions, lies: int, status: Status
):
    """Under the policy `doubt` an honest draft is rendered at once, a corrected one waits."""
    assert _finish(site, functions, Liar(lies), Review.DOUBT).status is status
