"""A home folder with every function mounted, driven by hand: no threads, no sleeping."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from aicvgen import paths
from aicvgen.asking import requests
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.run import Run
from aicvgen.local.functions import Functions, mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.local.watcher import Watcher
from aicvgen.settings import Settings
from aicvgen.telemetry import logs
from replies import answering
from vertex import Vertex, speaking

DATA = Path(__file__).parents[1] / "data"
EXAMPLE_CV = DATA / "example" / "cv.pdf"
EXAMPLE_JOB = DATA / "example" / "job.txt"
SECRETS = ("Tamsin", "Okafor", "example.org", "7700 900456", "Harrowgate")


@dataclass
class Site:
    """Everything of a local server, one delivery at a time."""

    home: Home
    pump: Pump
    watcher: Watcher
    log: io.StringIO

    def upload(self, name: str, content: bytes, folder: str = "ann/first") -> None:
        """Put a file into an inbox folder."""
        target = self.home.path / "inbox" / folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def settle(self) -> None:
        """Look into the inbox until it rests, and deliver everything that is due."""
        self.watcher.look()
        self.watcher.look()
        while self.pump.deliver_one():
            pass

    def runs(self) -> list[Run]:
        """Return all runs."""
        return [found.load(Run) for found in self.home.ports.store.find("runs")]

    def run(self, run_id: str) -> Run:
        """Return one run."""
        (found,) = self.home.ports.store.read([paths.run(run_id)])
        assert found is not None
        return found.load(Run)

    def outbox(self, name: str) -> Path:
        """Return the path of a result file."""
        return self.home.path / "outbox" / name


@pytest.fixture(scope="session")
def functions() -> Functions:
    """Return the functions of the map, mounted once."""
    return mount(Settings().functions)


@pytest.fixture(scope="session")
def reader() -> Iterator[WarmReader]:
    """Return the reader that all homes share, as the files of one server do."""
    with closing(WarmReader()) as kept:
        yield kept


@contextmanager
def opened(settings: Settings, functions: Functions, reader: WarmReader) -> Iterator[Site]:
    """Open a home with its log captured."""
    log = io.StringIO()
    logs.configure("DEBUG", log)
    home = open_home(settings)
    home = replace(home, ports=replace(home.ports, reader=reader))
    pump = Pump(home.bus, functions, home.ports)
    yield Site(home, pump, Watcher(home.path / "inbox", home.bus), log)
    home.close()


Opening = Callable[..., AbstractContextManager[Site]]


@pytest.fixture
def opening(tmp_path: Path, functions: Functions, reader: WarmReader) -> Opening:
    """Return what opens a fresh home with these settings; without any, rules answer."""

    def fresh(**how: object) -> AbstractContextManager[Site]:
        given = {"home": tmp_path / "home", "synchronous": "NORMAL"} | how
        return opened(Settings.model_validate(given), functions, reader)

    return fresh


@pytest.fixture
def site(opening: Opening) -> Iterator[Site]:
    """Return a fresh home where rules answer."""
    with opening() as site:
        yield site


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands have a home of their own, and begin in an empty folder."""
    monkeypatch.setenv("AICVGEN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def vertex(monkeypatch: pytest.MonkeyPatch) -> Iterator[Vertex]:
    """Return a server that answers honestly, and let nobody wait between requests."""
    monkeypatch.setattr(requests, "FIRST_WAIT", 0.0)
    monkeypatch.setattr(requests, "LONGEST_WAIT", 0.0)
    with speaking(answering({})) as server:
        yield server


@pytest.fixture
def writing(opening: Opening, vertex: Vertex) -> Iterator[Site]:
    """Return a fresh home that asks Gemini, with more money than two rewrites take."""
    with opening(project="ours", model="gemini", gemini_endpoint=vertex.address) as site:
        yield site
