"""The flow as it is deployed: a process per function, pushed to by Pub/Sub."""

from pathlib import Path

from aicvgen.domain.ids import trace_id
from aicvgen.domain.run import Run

from .collector import traces
from .emulators import Emulators
from .stage import staged

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
SECRETS = ("Tamsin", "Okafor", "example.org", "7700 900456", "Harrowgate")


def test_an_upload_becomes_a_pdf_through_processes_of_their_own(
    emulators: Emulators, project: str
) -> None:
    """CV and ad in the inbox bucket, PDF in the outbox bucket, one trace, nothing refused."""
    with staged(emulators, project) as stage:
        for name in ("cv.pdf", "job.txt"):
            stage.upload("ann/one", name, (EXAMPLE / name).read_bytes())

        status = stage.await_status("ann/one")

        assert status["status"] == "done"
        assert stage.files.get("outbox/ann/one/job/cv.pdf").startswith(b"%PDF")
        (run,) = [found.load(Run) for found in stage.store.find("runs")]
        assert traces(stage.received) == {trace_id(run.id)}
        assert stage.store.find("refusals") == []
        assert [secret for secret in SECRETS if secret in stage.logs()] == []
