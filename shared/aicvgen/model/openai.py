"""Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, and others.

Its client is an extra, `local-models`, and is loaded at the first question.
"""

import json
import re
from collections.abc import Callable, Generator
from contextlib import closing
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from aicvgen.model.service import Ask, Reply, Unheard, Usage
from aicvgen.model.streamed import Ending, Part, joined

if TYPE_CHECKING:
    import openai
    from openai.types import CompletionUsage
    from openai.types.chat import ChatCompletionChunk
    from openai.types.shared_params import ResponseFormatJSONSchema

_ENDINGS = {"stop": Ending.WHOLE, "length": Ending.CUT_SHORT}
_SCHEMA = "\n\nReply with JSON of this schema and nothing else:\n"
_WRAPPED = re.compile(
    r"(?:<think>.*?</think>\s*)?(?:```(?:json)?\s(?P<fenced>.*)```|(?P<bare>.*))", re.DOTALL
)
"""What some models put around their reply: thoughts before it, a fence about it."""


class OpenAiService:
    """One client for one endpoint, such as `http://127.0.0.1:11434/v1`."""

    def __init__(self, endpoint: str, key: str = "") -> None:
        """Take the `key` that a server may want; one on this machine wants none."""
        self._endpoint = endpoint
        self._key = key
        self._knows_schemas = True
        """Until it says otherwise."""

    def complete(self, ask: Ask, timeout: float, stop: Callable[[], bool]) -> Reply:
        """Return the reply; see `Service`."""
        with closing(self._parts(ask, timeout)) as parts:
            reply = joined(parts, stop)
        return Reply(_unwrapped(reply.text), reply.usage)

    def close(self) -> None:
        """Close the client, if anybody asked."""
        if "_client" in vars(self):
            self._client.close()

    def _parts(self, ask: Ask, timeout: float) -> Generator[Part]:
        import openai  # noqa: PLC0415  an extra, and 0.6 s

        from aicvgen.model.connection import lost, refused  # noqa: PLC0415

        try:
            with self._asked(ask, timeout) as chunks:
                for chunk in chunks:
                    yield _part(chunk)
        except openai.APIStatusError as error:
            raise refused(error.status_code, error.response.headers) from error
        except openai.APIConnectionError as error:
            raise lost(error.__cause__) from error
        except openai.APIError as error:
            raise lost(error) from error
        except (ValueError, TypeError, AttributeError) as error:
            # What came is no JSON, or not of a reply; the client says that in these ways.
            raise Unheard("What the model service said is no reply.", retry_after=0) from error

    def _asked(self, ask: Ask, timeout: float) -> "openai.Stream[ChatCompletionChunk]":
        """Send the request, once more without a schema to a server that refuses it with one."""
        import openai  # noqa: PLC0415

        until = monotonic() + timeout
        if self._knows_schemas:
            try:
                return self._send(ask, timeout, _format(ask))
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                timeout = until - monotonic()
        chunks = self._send(ask, timeout, openai.omit)
        self._knows_schemas = False
        return chunks

    def _send(
        self, ask: Ask, timeout: float, form: "ResponseFormatJSONSchema | openai.Omit"
    ) -> "openai.Stream[ChatCompletionChunk]":
        # The schema is said in words too: not all servers heed it, and those that do still write
        # better when the model has read it.
        return self._client.chat.completions.create(
            model=ask.model,
            messages=[
                {"role": "system", "content": ask.instruction + _SCHEMA + ask.schema},
                {"role": "user", "content": ask.material},
            ],
            temperature=ask.temperature,
            max_tokens=ask.most_tokens,
            response_format=form,
            stream=True,
            stream_options={"include_usage": True},
            timeout=timeout,
        )

    @cached_property
    def _client(self) -> "openai.OpenAI":
        import openai  # noqa: PLC0415

        from aicvgen.model.connection import hooks  # noqa: PLC0415

        return openai.OpenAI(
            base_url=self._endpoint,
            api_key=self._key or "none",
            max_retries=0,
            http_client=openai.DefaultHttpxClient(event_hooks=hooks()),
        )


def _format(ask: Ask) -> "ResponseFormatJSONSchema":
    return {
        "type": "json_schema",
        "json_schema": {"name": "reply", "schema": json.loads(ask.schema)},
    }


def _part(chunk: "ChatCompletionChunk") -> Part:
    """Return what one chunk says; what the model thought has fields of its own, and is dropped."""
    usage = _usage(chunk.usage)
    if not chunk.choices:
        return Part(usage=usage)
    first = chunk.choices[0]
    why = "refused" if first.delta.refusal else first.finish_reason
    ending = _ENDINGS.get(why, Ending.BLOCKED) if why else None
    return Part(first.delta.content or "", ending, usage)


def _usage(counted: "CompletionUsage | None") -> Usage | None:
    if counted is None:
        return None
    read, written = counted.prompt_tokens_details, counted.completion_tokens_details
    thoughts = (written.reasoning_tokens if written else 0) or 0
    return Usage(
        prompt=counted.prompt_tokens,
        cached=(read.cached_tokens if read else 0) or 0,
        reply=max(0, counted.completion_tokens - thoughts),
        thoughts=thoughts,
    )


def _unwrapped(text: str) -> str:
    found = _WRAPPED.fullmatch(text.strip())
    return (found["fenced"] or found["bare"] or "") if found else text
