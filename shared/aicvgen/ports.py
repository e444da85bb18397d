"""What the agents and the step need from the world; each docstring is the contract.

The contract suite in `tests/contract` proves every backend against these words.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from opentelemetry.trace import Tracer

from aicvgen.domain.allowance import Limits
from aicvgen.domain.source import Source
from aicvgen.domain.value import Value
from aicvgen.model.errand import Errand
from aicvgen.model.task import Task

V = TypeVar("V", bound=Value)
A = TypeVar("A", bound=Value)

Version = str
"""Opaque; equal if and only if the document was not written in between."""
Field = str | int | float | bool | None
Comparable = str | int | float | bool


class Snapshot(Protocol):
    """A document as it was at one moment; equal by path and version."""

    def __hash__(self) -> int:
        """Fit the equality, so that what was loaded can be kept by version."""

    @property
    def path(self) -> str:
        """Where it lies, for example `runs/1f3a/events/9c2e`."""

    @property
    def version(self) -> Version:
        """What a later `Replace` must name to be sure that nobody wrote in between."""

    def load(self, kind: type[V]) -> V:
        """Return the stored value; raises pydantic's ValidationError if it is of another kind."""


@dataclass(frozen=True, slots=True)
class Create:
    """Write a document that must not exist yet."""

    path: str
    value: Value


@dataclass(frozen=True, slots=True)
class Replace:
    """Write a document that must still have this version."""

    path: str
    value: Value
    version: Version


@dataclass(frozen=True, slots=True)
class Put:
    """Write a document whatever was there."""

    path: str
    value: Value


@dataclass(frozen=True, slots=True)
class Patch:
    """Set some fields of a document that must exist, whatever its version; changes the version."""

    path: str
    fields: Mapping[str, Field]


Write = Create | Replace | Put | Patch

NEVER = 100 * 365 * 86400.0
"""Seconds after which expires what is kept for good."""


@dataclass(frozen=True, slots=True)
class Where:
    """One condition on a field; all conditions of a query must hold."""

    field: str
    is_: Literal["==", "<=", "in"]
    value: Comparable | tuple[Comparable, ...]


class Store(Protocol):
    """Documents under paths `collection/id[/collection/id…]`, at most 1 MiB each."""

    def read(self, paths: Sequence[str]) -> Sequence[Snapshot | None]:
        """Return the documents at these paths as of one moment, in this order; missing is None."""

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Apply all writes or none, let the documents expire then; return their new versions.

        A written document is seen by every later `read` and `find` of anyone. Each path may occur
        once. Raises `Conflict` if any precondition fails: then nothing has changed; `Unavailable`
        if the outcome is unknown or nothing was written; `Rejected(TOO_LARGE)` for a document over
        1 MiB. `expires_at` is in seconds since 1970.
        """

    def find(
        self,
        collection: str,
        *where: Where,
        under: str = "",
        order_by: str = "",
        descending: bool = False,
        limit: int = 1000,
    ) -> Sequence[Snapshot]:
        """Return the documents of this collection that meet all conditions.

        `under` names the parent document; without it all collections of this name are searched.
        Ordered by the field, or by path; a limit takes the first, or with `descending` the last,
        in turned order. A document without a named field never matches. An upper bound needs the
        order by its field, and `descending` one by any field, else ValueError: no index would
        serve it.
        """


@dataclass(frozen=True, slots=True)
class Stored:
    """One file in a listing."""

    key: str
    generation: str
    """Changes with every overwrite."""
    size: int


class Files(Protocol):
    """Files under keys whose first part is the bucket: `inbox`, `runs` or `outbox`.

    Keys may hold any Unicode but line breaks, and stay inside their bucket: see `aicvgen.keys`.
    What is no key raises ValueError, and is not listed.
    """

    def put(self, key: str, data: bytes, *, replace: bool = False) -> None:
        """Store a file; it is complete or not there, even after a crash.

        Without `replace` an existing file stays: equal content is success, other content raises
        `Conflict`. Raises `Unavailable` if the storage does not take it.
        """

    def swap(self, key: str, data: bytes, generation: str) -> None:
        """Store a file over this generation of it, or as a new one if that is empty.

        Complete or not there, as with `put`; raises `Conflict` if anybody wrote it since.
        """

    def remove(self, key: str, generation: str) -> None:
        """Remove this generation of a file; missing is a no-op.

        Raises `Conflict` if anybody wrote it since.
        """

    def get(self, key: str) -> bytes:
        """Return a file's content; raises FileNotFoundError."""

    def list(self, prefix: str) -> list[Stored]:
        """Return the files whose key begins with the prefix, sorted by key."""


@dataclass(frozen=True, slots=True)
class Message:
    """A hint that an event waits; nothing in it is believed."""

    run_id: str
    event_id: str
    name: str
    """The event's name, which is its topic."""
    revision: int
    """Of the run when the message was published: where to look for the documents."""
    traceparent: str


class Bus(Protocol):
    """Delivers messages at least once, in any order, some time after `publish` returned."""

    def publish(self, messages: Sequence[Message]) -> None:
        """Hand over messages about committed events.

        Repeating a message is harmless. Raises `Unavailable` if any may not have been taken.
        """


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that was delivered too often without an acknowledgement."""

    id: str
    topic: str
    """Where it was published, and will be again."""
    deliveries: int


class Letters(Protocol):
    """Dead letters."""

    def list(self) -> Sequence[Letter]:
        """Return the letters, and leave them where they are."""

    def redrive(self, ids: Collection[str]) -> Sequence[Letter]:
        """Publish these letters again, each where it came from; return which there were.

        A letter that is published and cannot be removed is published once more the next time:
        repeating a message is harmless.
        """


class Reader(Protocol):
    """Reads documents of strangers; any thread may ask."""

    def read(self, data: bytes) -> Source:
        """Return the lines of a document, recognised by content.

        Raises `Rejected` if it cannot be read or costs more than a document may, `Unavailable` to
        try again later.
        """


class Model(Protocol):
    """Answers typed tasks; which engine did, the caller cannot tell."""

    def answer(self, task: Task[A]) -> A:
        """Return the answer.

        Raises `Rejected` if the input cannot be answered for, `Unavailable` to try again later.
        """

    def on(self, errand: Errand) -> "Model":
        """Return the same model, asked on behalf of one attempt.

        It notes there what it puts to a language model and what that costs, and spends no more
        than that attempt may. Then `answer` may also raise `Halted`.
        """

    def close(self) -> None:
        """Give back what it holds; it is not asked again."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything a step needs, built once per instance."""

    store: Store
    files: Files
    bus: Bus
    reader: Reader
    model: Model
    tracer: Tracer
    now: Callable[[], float]
    """Seconds since 1970."""
    holder: str
    """Which instance this is, for leases."""
    project: str = "local"
    """Whose topics and subscriptions are ours."""
    inbox: str = "inbox"
    """The bucket where people upload, as its notifications name it."""
    limits: Limits = Limits()  # noqa: RUF009  a frozen value
    """What may be spent on models."""
    patience: float = 30.0
    """Seconds after an event's creation in which its steps come back to a model that is busy."""
    flush: Callable[[], None] = lambda: None
    """Write out what telemetry has buffered, within seconds: after each event, because an instance
    may stand still from then on."""
