"""The Google Cloud backend for one instance of a function."""

import time
import uuid
from typing import Literal, TypeVar

from aicvgen.cloud.bus import TopicBus
from aicvgen.cloud.clients import Lazy, firestore_client, publisher_client, storage_client
from aicvgen.cloud.files import BucketFiles
from aicvgen.cloud.store import FirestoreStore
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.value import Value
from aicvgen.model.errand import Errand
from aicvgen.model.task import Task
from aicvgen.ports import Model, Ports, Store
from aicvgen.settings import Settings
from aicvgen.telemetry import logs, names
from aicvgen.telemetry.export import Exported, exporter

A = TypeVar("A", bound=Value)


class LateModel:
    """A model that is loaded at the first task: most functions never ask, and start sooner."""

    def __init__(self, model: Lazy[Model]) -> None:
        self._model = model

    def answer(self, task: Task[A]) -> A:
        """Return the answer."""
        return self._model().answer(task)

    def on(self, errand: Errand) -> "LateModel":
        """Return one that is asked on behalf of one attempt."""
        return LateModel(Lazy(lambda: self._model().on(errand)))

    def close(self) -> None:
        """Give nothing back: an instance ends with its process."""


def open_instance(settings: Settings) -> Ports:
    """Return the ports of this instance; their clients are made when first used."""
    logs.configure(settings.log_level or "INFO", project=settings.project)
    to: Literal["otlp", "cloud"] = "otlp" if settings.traces == "otlp" else "cloud"
    spans = Exported(exporter(to, settings.project), settings.project)
    buckets = {
        "inbox": settings.inbox_bucket,
        "runs": settings.runs_bucket,
        "outbox": settings.outbox_bucket,
    }
    store = FirestoreStore(Lazy(firestore_client), settings.project, settings.database)
    return Ports(
        store=store,
        files=BucketFiles(Lazy(lambda: storage_client(settings.project)), buckets),
        bus=TopicBus(Lazy(publisher_client), settings.project),
        reader=WarmReader(),
        model=LateModel(Lazy(lambda: _model(settings, store))),
        tracer=spans.provider.get_tracer(names.SCOPE),
        now=time.time,
        holder=uuid.uuid4().hex,
        project=settings.project,
        inbox=settings.inbox_bucket,
        limits=settings.limits,
        patience=settings.model_patience,
        flush=spans.flush,
    )


def _model(settings: Settings, store: Store) -> Model:
    from aicvgen.asking.choose import open_model  # noqa: PLC0415  an extra: see the bundle's gates

    return open_model(settings, store, time.time)
