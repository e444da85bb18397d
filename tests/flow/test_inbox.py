"""The inbox plays the bucket: a complete folder becomes runs, whatever the order."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from aicvgen.domain.run import Status
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, SECRETS, Site
from flow.invariants import (
    assert_as_mapped,
    assert_logged_under_trace,
    assert_nothing_waits,
    assert_one_trace,
    assert_private,
    assert_true_and_complete,
)

CV, JOB = EXAMPLE_CV.read_bytes(), EXAMPLE_JOB.read_bytes()


def test_a_complete_folder_ends_in_a_pdf(site: Site):
    """A CV and an ad in a folder give a PDF and a status that names it, true and private."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    site.settle()
    (run,) = site.runs()
    status = json.loads(site.outbox("ann/first/job/status.json").read_text())
    assert (status["status"], status["run_id"]) == ("done", run.id)
    assert site.outbox("ann/first/job/cv.pdf").read_bytes().startswith(b"%PDF")
    assert_true_and_complete(site.home, run)
    assert_nothing_waits(site.home, run)
    assert_one_trace(site.home, run)
    assert_as_mapped(site.home, run)
    assert_logged_under_trace(site.log.getvalue(), run)
    assert_private(site.home, site.log.getvalue(), SECRETS)


@pytest.mark.parametrize("order", list(permutations(("cv.pdf", "job.txt", "options.json"))))
def test_the_order_of_uploads_does_not_matter(site: Site, order: tuple[str, ...]):
    """Whatever comes first, there is one run per job ad, and options given last are honoured."""
    content = {"cv.pdf": CV, "job.txt": JOB, "options.json": b'{"paper": "letter"}'}
    for name in order:
        site.upload(name, content[name])
        site.settle()
    (run,) = site.runs()
    assert (run.status, run.options.paper) == (Status.DONE, "letter")


def test_an_incomplete_folder_waits(site: Site):
    """A CV alone starts nothing."""
    site.upload("cv.pdf", CV)
    site.settle()
    assert site.runs() == []


def test_each_job_ad_is_its_own_run(site: Site):
    """Two ads in one folder give two results, named after them."""
    site.upload("cv.pdf", CV)
    site.upload("job-one.txt", JOB)
    site.upload("job-two.txt", JOB + b"\nReference 2\n")
    site.settle()
    assert len(site.runs()) == 2
    assert site.outbox("ann/first/job-one/cv.pdf").exists()
    assert site.outbox("ann/first/job-two/cv.pdf").exists()


def test_changed_content_is_a_new_revision(site: Site):
    """Overwriting the ad makes a new revision of the same run, with its own result."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    site.settle()
    site.upload("job.txt", JOB.replace(b"Kafka", b"Elixir"))
    site.settle()
    (run,) = site.runs()
    assert (run.revision, run.status) == (2, Status.DONE)
    assert "Elixir" in site.outbox("ann/first/job/report.md").read_text()
    assert_true_and_complete(site.home, run)


def test_content_that_comes_back_is_the_newest_revision(site: Site):
    """First ad, another ad, the first again: the result is that of the first."""
    site.upload("cv.pdf", CV)
    for ad in (JOB, JOB.replace(b"Kafka", b"Elixir"), JOB):
        site.upload("job.txt", ad)
        site.settle()
    (run,) = site.runs()
    assert (run.revision, run.status) == (3, Status.DONE)
    assert "Elixir" not in site.outbox("ann/first/job/report.md").read_text()


def test_a_refused_revision_takes_the_old_result_away(site: Site):
    """Beside a status that says refused there is no PDF of an earlier revision."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    site.settle()
    assert site.outbox("ann/first/job/cv.pdf").exists()
    site.upload("job.txt", b" ")
    site.settle()
    folder = site.outbox("ann/first/job")
    assert [path.name for path in folder.iterdir()] == ["status.json"]
    assert json.loads((folder / "status.json").read_text())["status"] == "refused"


def test_what_lies_in_a_subfolder_is_not_of_the_upload(site: Site):
    """Another person's CV in a folder below is left alone."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    site.upload("cv.pdf", b"# Somebody Else", folder="ann/first/old")
    site.upload("job.txt", b"Another ad", folder="ann/first/old")
    site.settle()
    (run,) = site.runs()
    assert run.status is Status.DONE
    assert "Tamsin" in site.outbox("ann/first/job/cv.json").read_text()


def test_links_are_not_followed(site: Site, tmp_path: Path):
    """A link pulls in nothing from elsewhere, and a loop does not stop the watcher."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(JOB)
    site.upload("cv.pdf", CV)
    (site.home.path / "inbox/ann/first/job.txt").symlink_to(outside)
    (site.home.path / "inbox/loop").symlink_to(site.home.path / "inbox/loop")
    site.settle()
    assert site.runs() == []
    site.upload("job-two.txt", JOB)
    site.settle()
    assert [run.status for run in site.runs()] == [Status.DONE]


def test_a_mended_folder_is_no_longer_refused(site: Site):
    """Once the second CV is gone the run begins, and the refusal with it."""
    for name, content in (("cv.pdf", CV), ("cv.md", b"# Second"), ("job.txt", JOB)):
        site.upload(name, content)
    site.settle()
    assert site.outbox("ann/first/status.json").exists()
    (site.home.path / "inbox/ann/first/cv.md").unlink()
    site.settle()
    assert not site.outbox("ann/first/status.json").exists()
    assert site.outbox("ann/first/job/cv.pdf").exists()


def test_an_editor_s_backup_is_no_job_ad(site: Site):
    """What editors and browsers leave beside a file starts nothing."""
    site.upload("cv.pdf", CV)
    for name in ("job.txt", "job.txt~", "job.pdf.crdownload"):
        site.upload(name, JOB)
    site.settle()
    assert len(site.runs()) == 1


def test_the_same_upload_again_is_the_same_run(site: Site):
    """A second watcher that announces everything again changes nothing."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    site.settle()
    before = site.runs()
    site.watcher = type(site.watcher)(site.home.path / "inbox", site.home.bus)
    site.settle()
    assert before == site.runs()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"options.json": b"{"}, "options.json is wrong"),
        ({"options.json": b'{"papr": "a4"}'}, "papr"),
        ({"cv.md": b"# Second"}, "keep exactly one"),
        ({"job.md": b"# Second"}, "rename one"),
        ({"options.json": b"[" * 9_000}, "options.json is wrong"),
        ({"options.json": b" " * 20_000}, "too large"),
    ],
)
def test_a_wrong_folder_says_why(site: Site, files: dict[str, bytes], words: str):
    """A folder that cannot become a run gets a status that says what to do."""
    site.upload("cv.pdf", CV)
    site.upload("job.txt", JOB)
    for name, content in files.items():
        site.upload(name, content)
    site.settle()
    status = json.loads(site.outbox("ann/first/status.json").read_text())
    assert status["status"] == "refused"
    assert words in status["problem"]["message"]
    assert site.runs() == []


def test_a_refused_cv_is_reported_to_the_person(site: Site):
    """A broken PDF ends as refused, with the named error in the status file."""
    site.upload("cv.pdf", CV[: len(CV) // 3])
    site.upload("job.txt", JOB)
    site.settle()
    status = json.loads(site.outbox("ann/first/job/status.json").read_text())
    assert (status["status"], status["problem"]["reason"]) == ("refused", "corrupt")
    (run,) = site.runs()
    assert_nothing_waits(site.home, run)
