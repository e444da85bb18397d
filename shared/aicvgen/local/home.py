"""The embedded backend in one folder: state, spans, inbox, runs and outbox."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from aicvgen.asking.choose import open_model
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.errors import Unavailable
from aicvgen.keys import BUCKETS
from aicvgen.local.bus import QueueBus
from aicvgen.local.files import FolderFiles, alone
from aicvgen.local.presence import Presence
from aicvgen.local.spans import SqliteSpans, provider
from aicvgen.local.store import SqliteStore
from aicvgen.ports import Ports
from aicvgen.settings import Settings
from aicvgen.telemetry import names
from aicvgen.telemetry.export import exporter


@dataclass(frozen=True, slots=True)
class Home:
    """Everything of one process that works on a home folder."""

    path: Path
    ports: Ports
    store: SqliteStore
    files: FolderFiles
    bus: QueueBus
    reader: WarmReader
    spans: SqliteSpans
    tracing: TracerProvider
    presence: Presence

    def close(self) -> None:
        """Write out what is buffered and let others see that this process is gone."""
        self.reader.close()
        self.ports.model.close()
        self.tracing.shutdown()
        self.store.close()
        self.presence.close()


def open_home(settings: Settings) -> Home:
    """Open the home folder, made if missing; raises `Unavailable` if it cannot be used."""
    path = settings.home
    try:
        # A new home is for its owner only; an existing one stays as it is.
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        for bucket in BUCKETS:
            (path / bucket).mkdir(exist_ok=True)
        presence = Presence(path / "instances")
    except OSError as error:
        message = f"The folder {path} cannot be used: {os.strerror(error.errno or 0)}."
        raise Unavailable(message, retry_after=0) from error
    # SQLite does not wait where two processes make the same file: one after the other.
    with alone(path):
        store = SqliteStore(path / "state.db", synchronous=settings.synchronous)
        spans = SqliteSpans(path / "spans.db")
    tracing = provider(spans)
    if settings.traces in ("otlp", "cloud"):
        exported = exporter(settings.traces, settings.project)
        tracing.add_span_processor(BatchSpanProcessor(exported))
    files = FolderFiles(path)
    bus = QueueBus(time.monotonic)
    reader = WarmReader()
    ports = Ports(
        store=store,
        files=files,
        bus=bus,
        reader=reader,
        model=open_model(settings, store, time.time),
        tracer=tracing.get_tracer(names.SCOPE),
        now=time.time,
        holder=presence.name,
        limits=settings.limits,
        patience=settings.model_patience,
    )
    return Home(path, ports, store, files, bus, reader, spans, tracing, presence)
