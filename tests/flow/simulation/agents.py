"""The real agents, watched, and with an effect that kills."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from aicvgen.agents import match, parse, render, verify, write
from aicvgen.domain import events
from aicvgen.domain.facts import Fact
from aicvgen.flow.agent import Agent, Agents, Inputs
from aicvgen.local.store import SqliteSnapshot
from aicvgen.ports import Ports, Stored

from .audit import Audit
from .chaos import Chaos
from .scenario import Poison
from .stage import Killed

REAL: Agents = {
    **parse.AGENTS,
    **match.AGENTS,
    **write.AGENTS,
    **verify.AGENTS,
    **render.AGENTS,
}
_rendered: dict[object, tuple[Fact, dict[str, bytes]]] = {}


class Poisoned(Exception):  # noqa: N818  a bug of ours, as the step sees it
    """The agent cannot do this event."""


def watched(chaos: Chaos, audit: Audit, poison: Poison | None) -> Agents:
    """Return every agent of the flow under observation."""
    acts = {name: agent.act for name, agent in REAL.items()}
    acts[events.DRAFT_APPROVED] = _render_once
    watch = _Watch(chaos, audit, poison)
    return {
        name: replace(agent, act=watch.around(agent, acts[name])) for name, agent in REAL.items()
    }


@dataclass(frozen=True)
class _Watch:
    chaos: Chaos
    audit: Audit
    poison: Poison | None

    def around(
        self, agent: Agent, act: Callable[[Inputs, Ports], Fact]
    ) -> Callable[[Inputs, Ports], Fact]:
        def watched_act(inputs: Inputs, ports: Ports) -> Fact:
            task = self.chaos.stage.current
            self.audit.acting(inputs, task, heavy=agent.heavy)
            self.chaos.reach("before act")
            if self.poison and self.poison.event == inputs.event.name and not self.chaos.mended:
                self.chaos.counts["poisoned"] += 1
                if task is not None:
                    task.failed = True
                raise Killed if self.poison.kills else Poisoned
            fact = act(inputs, ports)
            self.chaos.reach("after act")
            return fact

        return watched_act


@dataclass
class _Kept:
    """Keeps what is stored."""

    files: dict[str, bytes]

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Keep a file."""
        del replace
        self.files[key] = data

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Keep a file; rendering replaces nothing."""
        del generation
        self.files[key] = data

    def remove(self, key: str, generation: str) -> None:
        """Remove nothing; rendering removes nothing."""

    def get(self, key: str) -> bytes:
        """Return a kept file."""
        return self.files[key]

    def list(self, prefix: str) -> list[Stored]:
        """Return nothing; rendering lists nothing."""
        del prefix
        return []


def _render_once(inputs: Inputs, ports: Ports) -> Fact:
    """Render each draft really once in a process; after that, only store the same files again."""
    documents = (
        (name, snapshot.data)
        for name, snapshot in sorted(inputs.documents.items())
        if isinstance(snapshot, SqliteSnapshot)
    )
    key = (inputs.run.id, inputs.run.options.model_dump_json(), *documents)
    if key not in _rendered:
        kept = _Kept({})
        _rendered[key] = (render.render_draft(inputs, replace(ports, files=kept)), kept.files)
    fact, files = _rendered[key]
    for name, data in files.items():
        ports.files.put(name, data)
    return fact
