"""What an agent is: a name, the documents it needs and a function from inputs to a fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

from aicvgen.domain.events import Event
from aicvgen.domain.facts import Fact
from aicvgen.domain.run import Run
from aicvgen.domain.value import Value
from aicvgen.ports import Ports, Snapshot

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What an agent may look at."""

    run: Run
    event: Event
    documents: Mapping[str, Snapshot]
    """By name; documents that do not exist are absent."""

    def get(self, name: str, kind: type[V]) -> V:
        """Return a document; raises KeyError, our bug, if the flow did not make it."""
        return cast("V", _loaded(self.documents[name], kind))

    def find(self, name: str, kind: type[V]) -> V | None:
        """Return a document that may not exist yet."""
        return self.get(name, kind) if name in self.documents else None


@lru_cache(maxsize=64)
def _loaded(snapshot: Snapshot, kind: type[Value]) -> Value:
    """Load a document once per version: the sections of a run all read the same CV."""
    return snapshot.load(kind)


def _nothing(run: Run) -> tuple[str, ...]:
    del run
    return ()


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent. It may ask the model and read or add files; it never writes documents."""

    name: str
    act: Callable[[Inputs, Ports], Fact]
    """Must give the same fact for the same inputs, or one as good: it may run again after a
    crash."""
    reads: tuple[str, ...] = ()
    """Documents needed whatever the run is; they come with the step's one batched read."""
    reads_of: Callable[[Run], tuple[str, ...]] = _nothing
    """Further documents that only the run can name; they cost a second read."""
    heavy: bool = False
    """Asks a model, parses, renders or has another effect: taken under a lease, so that two
    deliveries do not pay twice."""
    lease_seconds: float = 120.0
    """Longer than the function's timeout."""


Agents = Mapping[str, Agent]
"""The agents of one function by the name of the event they answer."""
