"""From the upload to the page with a model on a machine of one's own as the writer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.records import Answered
from aicvgen.local.functions import Functions
from aicvgen.settings import Settings
from flow.conftest import SECRETS, Site, opened
from flow.tailoring import calls_of, tailor
from model_server import Answer, Asked, failing
from openai_server import OpenAiServer, speaking
from replies import answering

KEY = "a-key-that-nobody-may-read"


@pytest.fixture
def server() -> Iterator[OpenAiServer]:
    """Return a server that answers honestly."""
    with speaking(answering({})) as server:
        yield server


@pytest.fixture
def own(
    tmp_path: Path, functions: Functions, reader: WarmReader, server: OpenAiServer
) -> Iterator[Site]:
    """Return a fresh home that asks that server."""
    settings = Settings(
        home=tmp_path / "home",
        synchronous="NORMAL",
        model="openai",
        openai_endpoint=f"{server.address}/v1",
        openai_model="small",
        openai_key=SecretStr(KEY),
    )
    with opened(settings, functions, reader) as site:
        yield site


def test_a_model_of_ones_own_writes_for_nothing(own: Site, server: OpenAiServer):
    """Each call is on record at no cost; nobody is told who the candidate is, or the key."""
    run = tailor(own, options='{"letter": true}')
    calls = calls_of(own, run)
    assert {call.answered for call in calls} == {Answered.MODEL}
    assert {(call.model, call.nanodollars, call.priced) for call in calls} == {("small", 0, True)}
    assert sum(call.requests for call in calls) == len(server.asked)
    assert all(call.prompt_tokens and call.reply_tokens for call in calls)
    sent = "".join(asked.instruction + asked.material for asked in server.asked)
    assert [secret for secret in SECRETS[:4] if secret in sent] == []
    assert {asked.authorization for asked in server.asked} == {f"Bearer {KEY}"}
    assert KEY not in own.log.getvalue()


def test_a_server_without_schemas_writes_too(own: Site, server: OpenAiServer):
    """It refuses the first request, and gets the schema in words from then on."""
    honest = answering({})

    def script(asked: Asked) -> Answer:
        return failing(400) if "response_format" in asked.config else honest(asked)

    server.script = script
    run = tailor(own)
    assert {call.answered for call in calls_of(own, run)} == {Answered.MODEL}
    assert sum("response_format" in asked.config for asked in server.asked) == 1
