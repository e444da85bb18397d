"""Measure a peer in an environment of its own, or fall back to its recorded figure."""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from .figure import Figure

HERE = Path(__file__).resolve().parent
TESTS = HERE.parents[1]
ENVIRONMENTS = TESTS.parent / ".venv-peers"
INSTALL_SECONDS = 600
RUN_SECONDS = 300


class PeerUnavailableError(Exception):
    """A peer cannot be measured here; the text says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """How to run one peer: its environment, the module that measures it, the Python it wants."""

    environment: str
    """Names both `requirements-<environment>.txt` and the folder below `.venv-peers`."""
    module: str
    pythons: tuple[str, ...] = ()
    """The versions of Python it runs on, best first; none where ours will do."""


PEERS = {
    "rendercv": Peer("rendercv", "benchmarks.peers.rendercv_render", pythons=("3.12", "3.13")),
    "langgraph": Peer("steps", "benchmarks.peers.langgraph_step"),
    "dbos": Peer("steps", "benchmarks.peers.dbos_step"),
}


def measure(peer: str, *args: str) -> Figure:
    """Return the peer's figure of this run; where it cannot run, the recorded one with the reason.

    `peer` is a key of `recorded.json`; `args` go to the peer's script. The first call installs
    the peer, which takes up to some minutes and needs a package index.
    """
    if peer not in PEERS:
        return recorded(peer, "it is not installed by the benchmarks")
    try:
        python = _environment(PEERS[peer])
        return _run(python, PEERS[peer].module, args)
    except PeerUnavailableError as error:
        return recorded(peer, str(error))


def recorded(peer: str, reason: str) -> Figure:
    """Return the figure once measured elsewhere, marked so, with the reason in its notes."""
    fact = _recorded()[peer]
    return Figure(
        name=fact["name"],
        version=fact["version"],
        median_ms=fact["median_ms"],
        p95_ms=fact["p95_ms"],
        n=None,
        recorded=True,
        notes=f"{fact['notes']}; recorded because {reason}",
    )


@functools.cache
def _recorded() -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = json.loads((HERE / "recorded.json").read_text("utf-8"))
    return facts


def _environment(peer: Peer) -> Path:
    """Return the Python of the peer's environment, made anew when its requirements changed."""
    requirements = HERE / f"requirements-{peer.environment}.txt"
    folder = ENVIRONMENTS / peer.environment
    python = folder / "bin" / "python"
    stamp = folder / "installed"
    wanted = sha256(requirements.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python
    _call([_interpreter(peer.pythons), "-m", "venv", "--clear", str(folder)], INSTALL_SECONDS)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--retries", "1", "--only-binary", ":all:", "--require-hashes"]
    _call([*pip, *options, "-r", str(requirements)], INSTALL_SECONDS)
    stamp.write_text(wanted, "utf-8")
    return python


def _interpreter(versions: tuple[str, ...]) -> str:
    """Return the first of these versions that starts; ours where any will do."""
    if not versions:
        return sys.executable
    for candidate in _candidates(versions):
        # A version manager's shim is on PATH even where the version behind it is not active.
        if subprocess.run([candidate, "-V"], capture_output=True, check=False).returncode == 0:
            return candidate
    raise PeerUnavailableError(f"no Python {' or '.join(versions)} was found")


def _candidates(versions: tuple[str, ...]) -> Iterator[str]:
    for version in versions:
        on_path = shutil.which(f"python{version}")
        if on_path:
            yield on_path
        pyenv = Path.home() / ".pyenv" / "versions"
        yield from map(str, pyenv.glob(f"{version}.*/bin/python{version}"))


def _run(python: Path, module: str, args: tuple[str, ...]) -> Figure:
    """Return the figure that the peer's script prints as its last line."""
    output = _call([str(python), "-m", module, *args], RUN_SECONDS)
    figure: Figure = json.loads(output.splitlines()[-1])
    return figure


def _call(command: list[str], seconds: int) -> str:
    """Run a command among the tests and return its output; a failure's last line is the reason."""
    # Ours must not leak into the peer's environment.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    what = " ".join([Path(command[0]).name, *command[1:4]])
    try:
        done = subprocess.run(
            command,
            cwd=TESTS,
            env=surroundings,
            capture_output=True,
            check=True,
            text=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise PeerUnavailableError(f"`{what}` took over {seconds} seconds") from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr.strip().splitlines() or ["no message"])[-1]
        raise PeerUnavailableError(f"`{what}` failed: {last}") from error
    except OSError as error:
        raise PeerUnavailableError(f"`{what}` could not start: {error.strerror}") from error
    return done.stdout
