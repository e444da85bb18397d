"""From the upload to the page with a model on a machine of one's own as the writer."""

from collections.abc import Iterator

import pytest

from aicvgen.domain.records import Answered
from flow.conftest import SECRETS, Opening, Site
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
def own(opening: Opening, server: OpenAiServer) -> Iterator[Site]:
    """Return a fresh home that asks that server."""
    address = f"{server.address}/v1"
    with opening(
        model="openai", openai_endpoint=address, openai_model="small", openai_key=KEY
    ) as site:
        yield site


def test_a_model_of_ones_own_writes_for_nothing(own: Site, server: OpenAiServer):
    """Each call is on record at no cost; nobody is told who the candidate is, or the key."""
    run = tailor(own, options='{"letter": true}')
    calls = calls_of(own, run)
    assert {call.answered for call in calls} == {Answered.MODEL}
    assert {(call.model, call.nanodollars, call.priced) for call in calls} == {("small", 0, True)}
    assert sum(call.requests for call in calls) == len(server.asked)
    assert all(call.prompt_tokens and call.reply_tokens for call in calls)
    report = own.outbox("ann/first/job/report.txt").read_text()
    assert f"The run was free; requests to language models: {len(server.asked)}." in report
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
