"""A local server whose functions are each given ports of their own making."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from flask import Flask
from werkzeug.test import Client

from aicvgen import wire
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.local.functions import Functions, mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.local.watcher import Watcher
from aicvgen.ports import Ports
from aicvgen.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "data" / "example"

Hold = Callable[[str, Ports], Ports]
"""What a function of this name gets for the real ports."""


@dataclass(frozen=True, slots=True)
class Site:
    """The server, one delivery at a time."""

    home: Home
    pump: Pump
    watcher: Watcher
    api: Client

    def upload(self, folder: str, **files: bytes) -> None:
        """Put files into an inbox folder, `cv_pdf` for `cv.pdf`, and let the watcher see them."""
        target = self.home.path / "inbox" / "ann" / folder
        target.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (target / name.replace("_", ".")).write_bytes(data)
        self.watcher.look()
        self.watcher.look()

    def settle(self) -> None:
        """Deliver what is due."""
        while self.pump.deliver_one():
            pass

    def call(self, method: str, path: str, **more: Any) -> Any:
        """Return what the API answers."""
        given = {wire.PORTS: self.home.ports}
        answer = self.api.open(path, method=method, environ_overrides=given, **more)
        assert answer.status_code < 300, answer.get_data(as_text=True)
        return answer.get_json()


@contextmanager
def held(folder: Path, hold: Hold) -> Iterator[Site]:
    """Run a server in a folder until the block ends."""
    mounted = mount(Settings().functions)
    apps = {name: _held(name, app, hold) for name, app in mounted.apps.items()}
    functions = Functions(apps=cast("Mapping[str, Flask]", apps), topics=mounted.topics)
    home = open_home(Settings(home=folder, synchronous="NORMAL"))
    with closing(WarmReader()) as reader:
        home = replace(home, ports=replace(home.ports, reader=reader))
        pump = Pump(home.bus, functions, home.ports)
        watcher = Watcher(home.path / "inbox", home.bus)
        yield Site(home, pump, watcher, Client(apps["api"]))
    home.close()


def _held(name: str, app: Flask, hold: Hold) -> Callable[[Any, Any], Iterable[bytes]]:
    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        return app(environ | {wire.PORTS: hold(name, environ[wire.PORTS])}, start)

    return answer
