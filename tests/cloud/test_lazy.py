"""Nobody loads a cloud library before using it."""

import subprocess
import sys

import pytest

_EMBEDDED = "import aicvgen.cli.main, aicvgen.entrypoint, aicvgen.local.server"
_CLOUD = """
from aicvgen.cloud.instance import open_instance
from aicvgen.settings import Settings
names = dict.fromkeys(("project", "inbox_bucket", "runs_bucket", "outbox_bucket"), "name")
open_instance(Settings(backend="cloud", traces="otlp", **names))
"""
_LOADED = "\nimport sys; print(*sys.modules)"


@pytest.mark.parametrize(
    ("code", "unused"),
    [
        (_EMBEDDED, {"google.api_core", "google.auth", "grpc", "opentelemetry.exporter"}),
        (_CLOUD, {"google.cloud.storage", "google.pubsub_v1"}),
    ],
    ids=["embedded", "cloud"],
)
def test_what_is_not_used_is_not_loaded(code: str, unused: set[str]) -> None:
    """The embedded backend loads nothing of the cloud's, the cloud's no client in advance."""
    command = [sys.executable, "-c", code + _LOADED]

    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert not unused & set(loaded.split())
