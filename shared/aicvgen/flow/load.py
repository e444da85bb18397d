"""The one batched read at the beginning of a step."""

from collections.abc import Sequence
from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.events import Event
from aicvgen.domain.records import Controls
from aicvgen.domain.run import Run
from aicvgen.flow.agent import Agent, Inputs
from aicvgen.ports import Message, Ports, Snapshot, Store, Version


@dataclass(frozen=True, slots=True)
class Loaded:
    """A run and one of its events as read together."""

    run: Run
    run_version: Version
    event: Event
    event_version: Version
    halted: bool
    """This run or everything is halted."""

    @property
    def alive(self) -> bool:
        """Whether the run still waits for this event."""
        return self.event.wave == self.run.wave


def load(store: Store, message: Message, agent: Agent) -> tuple[Loaded, Inputs] | None:
    """Return the run, the event and the agent's documents; None if there is no such event.

    The message only says where to look. If its revision is not the run's, the documents are read
    again from where they really are.
    """
    run_id, names = message.run_id, agent.reads
    head = (paths.run(run_id), paths.event(run_id, message.event_id), paths.CONTROLS)
    places = _places(run_id, message.revision, names)
    found = store.read([*head, *places])
    loaded = _loaded(found[:3])
    if loaded is None or loaded.event.name != message.name:
        return None
    run = loaded.run
    documents = dict(zip(names, found[3:], strict=True))
    wanted = agent.reads_of(run)
    if run.revision != message.revision:
        wanted = (*names, *wanted)
    if wanted:
        more = store.read(_places(run_id, run.revision, wanted))
        documents |= dict(zip(wanted, more, strict=True))
    present = {name: document for name, document in documents.items() if document is not None}
    return loaded, Inputs(run=run, event=loaded.event, documents=present)


def reload(ports: Ports, loaded: Loaded) -> Loaded | None:
    """Return run and event as they are now."""
    run_id = loaded.run.id
    head = (paths.run(run_id), paths.event(run_id, loaded.event.id), paths.CONTROLS)
    return _loaded(ports.store.read(head))


def _places(run_id: str, revision: int, names: tuple[str, ...]) -> list[str]:
    return [paths.document(run_id, revision, name) for name in names]


def _loaded(head: Sequence[Snapshot | None]) -> Loaded | None:
    run, event, controls = head
    if run is None or event is None:
        return None
    state = run.load(Run)
    everything = controls is not None and controls.load(Controls).halted
    return Loaded(
        run=state,
        run_version=run.version,
        event=event.load(Event),
        event_version=event.version,
        halted=state.halted or everything,
    )
