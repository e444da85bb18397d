"""Every function of the map as a process of its own, served by functions-framework."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from .emulators import free_ports

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Program:
    """What serves a function."""

    python: Path
    source: Path
    """Its `main.py`."""


@dataclass
class FunctionProcess:
    """One function on a port of this machine; it can die and come back there."""

    name: str
    program: Program
    port: int
    environment: Mapping[str, str]
    log: Path
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where it is pushed to."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Start it; `await_ready` says when it answers."""
        where = ["--host", "127.0.0.1", "--port", str(self.port)]
        what = ["--target", self.name, "--source", str(self.program.source)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [self.program.python, "-m", "functions_framework", *what, *where],
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def await_ready(self) -> None:
        """Wait until it takes connections."""
        self._await(listening=True)

    def ask(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> tuple[int, bytes]:
        """Return status and body of its answer to a request."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": kind})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def send(self, number: signal.Signals) -> None:
        """Send a signal to everything it is made of: master, worker and their reader."""
        if self._process is not None:
            os.killpg(self._process.pid, number)

    def kill(self) -> None:
        """End it at once, wherever it stands."""
        if self._process is not None:
            self.send(signal.SIGKILL)
            self._process.wait()
            self._process = None
            self._await(listening=False)  # its worker ends a little later

    def _await(self, *, listening: bool) -> None:
        until = time.monotonic() + _PATIENCE
        while self._listens() != listening:
            if time.monotonic() > until:
                raise TimeoutError(self.log.read_text()[-2_000:])
            time.sleep(0.02)

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


def programs_of(folder: Path, functions: Iterable[str]) -> dict[str, Program]:
    """Return the functions of a folder as they run from the sources, in our own environment."""
    python = Path(sys.executable)
    return {name: Program(python, folder / name / "main.py") for name in functions}


@contextmanager
def serving_functions(
    programs: Mapping[str, Program],
    functions: Mapping[str, Mapping[str, object]],
    given: Mapping[str, str],
    logs: Path,
) -> Iterator[dict[str, FunctionProcess]]:
    """Serve these functions until the block ends; `given` is their environment."""
    ports = free_ports(len(functions))
    processes = {
        name: FunctionProcess(
            name,
            programs[name],
            port,
            {**given, "THREADS": str(function["concurrency"])},
            logs / f"{name}.log",
        )
        for (name, function), port in zip(functions.items(), ports, strict=True)
    }
    try:
        for process in processes.values():
            process.start()
        for process in processes.values():
            process.await_ready()
        yield processes
    finally:
        for process in processes.values():
            process.kill()
