"""A process dies anywhere around a question: what was stored is never bought again."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest

from aicvgen.asking.choose import open_model
from aicvgen.asking.replies import StoredReply
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.allowance import Grant, Purse
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.run import Status
from aicvgen.local.functions import Functions
from aicvgen.local.pump import Pump
from aicvgen.local.recovery import recover
from aicvgen.model.prices import GLOBAL, cost
from aicvgen.model.service import Usage
from aicvgen.ports import Put, Store, Where
from aicvgen.settings import Settings
from flow.conftest import EXAMPLE_CV, EXAMPLE_JOB, Site, opened
from flow.invariants import assert_nothing_waits, assert_true_and_complete
from replies import answering
from vertex import Vertex, speaking

MODEL = Settings().gemini_model
ONE_REPLY = Usage(prompt=1000, reply=100, thoughts=7)
"""What the server says that each of its replies cost."""


class Killed(BaseException):
    """Stands for `kill -9`: no handler of ours runs."""


@dataclass
class Mortal:
    """A store whose process dies before or after its n-th call."""

    inner: Store
    dies_at: int
    before: bool
    calls: int = 0
    kept: bool = False
    """Whether a reply was stored."""

    def __getattr__(self, name: str) -> Any:
        """Return a method of the store that may kill."""

        def mortal(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls == self.dies_at and self.before:
                raise Killed
            found = getattr(self.inner, name)(*args, **kwargs)
            if name == "commit":
                self.kept |= any(write.path.startswith("replies/") for write in args[0])
            if self.calls == self.dies_at:
                raise Killed
            return found

        return mortal


@contextmanager
def _opened(
    folder: Path, server: Vertex, functions: Functions, reader: WarmReader
) -> Iterator[Site]:
    settings = _settings(folder, server)
    with opened(settings, functions, reader) as site:
        yield site


def _settings(folder: Path, server: Vertex) -> Settings:
    return Settings(
        home=folder,
        synchronous="NORMAL",
        project="ours",
        model="gemini",
        gemini_endpoint=server.address,
        model_rate=1000,
    )


def _waits_for_sections(site: Site) -> bool:
    return any(run.status is Status.WRITING for run in site.runs())


@pytest.fixture
def waiting(tmp_path: Path, functions: Functions, reader: WarmReader) -> tuple[Path, int]:
    """Return a home whose run waits for its sections, and how many questions are still to come."""
    folder = tmp_path / "waiting"
    with speaking(answering({})) as server:
        with _opened(folder, server, functions, reader) as site:
            site.upload("cv.pdf", EXAMPLE_CV.read_bytes())
            site.upload("job.txt", EXAMPLE_JOB.read_bytes())
            site.watcher.look()
            site.watcher.look()
            while not _waits_for_sections(site):
                site.pump.deliver_one()
        asked = len(server.asked)
        shutil.copytree(folder, tmp_path / "clean")
        with _opened(tmp_path / "clean", server, functions, reader) as site:
            recover(site.home, idle=True)
            site.settle()
        return folder, len(server.asked) - asked


def test_nothing_stored_is_bought_twice_wherever_a_process_dies(
    waiting: tuple[Path, int], functions: Functions, reader: WarmReader
):
    """The next process buys at most what the dead one had not stored; the budget knows of both."""
    folder, questions = waiting
    deaths, lost = 0, 0
    for before in (True, False):
        for dies_at in range(1, 100):
            case = folder.parent / f"{dies_at}{before}"
            shutil.copytree(folder, case)
            with (
                speaking(answering({})) as server,
                _opened(case, server, functions, reader) as site,
            ):
                mortal = Mortal(site.home.ports.store, dies_at, before)
                if not _dies_in_one_step(site, mortal, server, functions):
                    break
                bought = len(server.asked)
                _finish(site)
                wasted = bought - (1 if mortal.kept else 0)
                assert len(server.asked) == questions + wasted, f"dies at {dies_at}, {before=}"
                _assert_paid(site, server)
                deaths, lost = deaths + 1, lost + wasted
    assert deaths > 10
    assert lost >= 1


def _dies_in_one_step(site: Site, mortal: Mortal, server: Vertex, functions: Functions) -> bool:
    """Let a process answer one section; say whether it died."""
    recover(site.home, idle=True)
    store = cast("Store", mortal)
    model = open_model(_settings(site.home.path, server), store, time.time)
    ports = replace(site.home.ports, store=store, model=model)
    with closing(model):
        try:
            Pump(site.home.bus, functions, ports).deliver_one()
        except Killed:
            return True
    return False


def _finish(site: Site) -> None:
    recover(site.home, idle=True)
    site.settle()
    (run,) = site.runs()
    assert run.status is Status.DONE
    assert_nothing_waits(site.home, run)
    assert_true_and_complete(site.home, run)


def _assert_paid(site: Site, server: Vertex) -> None:
    """What the service billed was within what was set aside, and nothing is set aside any more."""
    store = site.home.ports.store
    leased = store.find("events", Where("state", "==", EventState.LEASED))
    events = [one.load(Event) for one in store.find("events")]
    assert (leased, [event.id for event in events if event.reserved]) == ([], [])
    assert [one.load(Grant).open for one in store.find("grants")] == [False]
    purses = [one.load(Purse) for one in store.find("budgets")]
    billed = len(server.asked) * cost(MODEL, GLOBAL, ONE_REPLY, "2026-11-21").nanodollars
    assert billed <= sum(purse.spent for purse in purses)
    assert sum(purse.taken for purse in purses) == sum(purse.spent for purse in purses)


def test_a_stored_reply_that_means_nothing_any_more_is_asked_for_again(
    writing: Site, vertex: Vertex
):
    """A later version of this program may want another reply to the same words."""
    store = writing.home.ports.store
    _again(writing, "ann/first")
    bought = len(vertex.asked)
    junk = StoredReply(text="[]", at=time.time())
    writes = [Put(one.path, junk) for one in store.find("replies")]
    store.commit(writes, expires_at=time.time() + 1000)
    _again(writing, "ann/second")
    assert len(vertex.asked) == 2 * bought
    _again(writing, "ann/third")
    assert len(vertex.asked) == 2 * bought


def _again(site: Site, folder: str) -> None:
    site.upload("cv.pdf", EXAMPLE_CV.read_bytes(), folder)
    site.upload("job.txt", EXAMPLE_JOB.read_bytes(), folder)
    site.settle()
    assert {run.status for run in site.runs()} == {Status.DONE}
