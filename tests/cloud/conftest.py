"""What the tests of the cloud backend share."""

from collections.abc import Iterator

import pytest

from aicvgen import wiring
from aicvgen.cloud.clients import storage_client
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.keys import BUCKETS
from aicvgen.local.functions import Functions, mount
from aicvgen.ports import Ports
from aicvgen.settings import load_settings

from .collector import Received, collecting
from .emulators import Emulators


@pytest.fixture
def buckets(emulators: Emulators, project: str) -> dict[str, str]:
    """Return the empty buckets of the project by our names for them."""
    del emulators
    made = {ours: f"{project}-{ours}" for ours in BUCKETS}
    with storage_client(project) as client:
        for bucket in made.values():
            client.create_bucket(bucket)
    return made


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    """Run a collector of spans that keeps path and body of what it is sent."""
    with collecting() as (endpoint, received):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        yield received


@pytest.fixture
def ports(
    monkeypatch: pytest.MonkeyPatch,
    project: str,
    buckets: dict[str, str],
    collector: Received,
) -> Iterator[Ports]:
    """Return the ports of an instance that is told of the emulators by its environment."""
    del collector
    named = {f"{ours}_bucket": bucket for ours, bucket in buckets.items()}
    given = {"backend": "cloud", "project": project, "traces": "otlp", **named}
    for name, value in given.items():
        monkeypatch.setenv(f"AICVGEN_{name.upper()}", value)
    wiring.ports.cache_clear()
    made = wiring.ports()
    yield made
    wiring.ports.cache_clear()
    assert isinstance(made.reader, WarmReader)
    made.reader.close()


@pytest.fixture(scope="session")
def functions() -> Functions:
    """Return all functions, without ports of a server's own."""
    return mount(load_settings().functions)
