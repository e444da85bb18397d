"""From the upload to the page with a CV and an ad that the rules alone do not read well."""

from typing import Any

import pytest

from agents.test_asked_ads import CHATTY, GOOD
from agents.unsure_samples import AT_SEA, at_sea, words
from aicvgen import paths
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.job import Job
from aicvgen.domain.records import Answered
from aicvgen.domain.run import Run, Status
from aicvgen.model.extractive.cv import parse_cv
from flow.conftest import EXAMPLE_JOB, Site
from flow.invariants import assert_nothing_waits, assert_private, assert_true_and_complete
from flow.tailoring import calls_of
from replies import Reply, answering, task_of
from vertex import Vertex

_SECRETS = ("Odile", "Brandvold", "example.org", "22 12 34 56", "Strandgaten")
_READING = ("parse-cv", "parse-job")


def _tailor(site: Site, vertex: Vertex, replies: dict[str, Reply], job: bytes) -> Run:
    """Tailor the CV of the mate while the server reads so, and check what must always hold."""
    vertex.script = answering(replies)
    site.upload("cv.txt", AT_SEA.encode())
    site.upload("job.txt", job)
    site.settle()
    (run,) = site.runs()
    assert run.status is Status.DONE
    assert_true_and_complete(site.home, run)
    assert_nothing_waits(site.home, run)
    assert_private(site.home, site.log.getvalue(), _SECRETS)
    sent = "".join(asked.instruction + asked.material for asked in vertex.asked)
    assert [own for own in _SECRETS if own in sent] == []
    read = [asked.material for asked in vertex.asked if task_of(asked) in _READING]
    assert read
    assert "@" not in "".join(read)
    return run


def _read(site: Site, run: Run) -> tuple[Cv, Job]:
    places = [paths.document(run.id, run.revision, name) for name in ("cv", "job")]
    cv, job = site.home.ports.store.read(places)
    assert cv is not None
    assert job is not None
    return cv.load(Cv), job.load(Job)


def _answered(site: Site, run: Run) -> dict[str, tuple[Answered, str, int]]:
    return {
        call.task: (call.answered, call.why, call.requests)
        for call in calls_of(site, run)
        if call.task in _READING
    }


def test_roles_that_only_the_model_found_reach_the_page(writing: Site, vertex: Vertex):
    """They stand on it as roles, with employer and dates; the ad of the example costs nothing."""
    run = _tailor(
        writing, vertex, {"parse-cv": lambda _: {"entries": at_sea()}}, EXAMPLE_JOB.read_bytes()
    )
    assert _answered(writing, run) == {"parse-cv": (Answered.MODEL, "", 1)}
    assert sum(task_of(asked) == "parse-cv" for asked in vertex.asked) == 1
    cv, _ = _read(writing, run)
    page = extract((writing.outbox("ann/first/job/cv.json")).read_bytes()).structured
    assert page is not None
    for read in (cv, page):
        assert [(one.title, one.organisation) for one in read.entries(Kind.WORK)] == [
            ("Warehouse Supervisor", "Fjellmark Logistics AS"),
            ("Second mate", "Nordhavn Fisk AS"),
            ("Deckhand", "Nordhavn Fisk AS"),
        ]


def _of_nobody(_: dict[str, Any]) -> dict[str, Any]:
    """Return the roles with a title that the page does not have."""
    first, second = at_sea()
    return {"entries": [first | {"title": words(11, "Captain")}, second]}


def _of_another(_: dict[str, Any]) -> dict[str, Any]:
    """Return the roles with the employer of another, from a line that was not sent."""
    first, second = at_sea()
    return {"entries": [first | {"organisation": words(5, "Fjellmark Logistics AS")}, second]}


def _half(_: dict[str, Any]) -> dict[str, Any]:
    """Return the first of two roles."""
    return {"entries": at_sea()[:1]}


@pytest.mark.parametrize("lie", [_of_nobody, _of_another, _half])
def test_a_reply_that_lies_leaves_the_rules_reading(writing: Site, vertex: Vertex, lie: Reply):
    """It may be mended once; then the section stays as the page has it, word for word."""
    run = _tailor(writing, vertex, {"parse-cv": lie}, EXAMPLE_JOB.read_bytes())
    assert _answered(writing, run) == {"parse-cv": (Answered.RULE, "malformed", 2)}
    cv, _ = _read(writing, run)
    assert cv == parse_cv(extract(AT_SEA.encode()))


def test_an_ad_that_only_the_model_understood(writing: Site, vertex: Vertex):
    """What it asks for is what the CV is fitted to; its addresses are sent nowhere."""
    replies: dict[str, Reply] = {
        "parse-cv": lambda _: {"entries": at_sea()},
        "parse-job": lambda _: GOOD,
    }
    run = _tailor(writing, vertex, replies, CHATTY.encode())
    assert set(_answered(writing, run).values()) == {(Answered.MODEL, "", 1)}
    sent = "".join(asked.material for asked in vertex.asked)
    assert [own for own in ("copperline.example", "7946") if own in sent] == []
    cv, job = _read(writing, run)
    assert job.title == "baker"
    assert "SAP" in {term for one in job.requirements for term in one.terms}
    assert cv.entry("skills-1").terms == ("SAP EWM", "Excel")
