"""Gemini on Vertex AI through Google's own client, which is loaded at the first question."""

import json
from collections.abc import Callable, Generator
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING

from aicvgen.domain.errors import Unavailable
from aicvgen.model.service import Ask, NoAnswer, Reply, Unheard, Usage
from aicvgen.model.streamed import Ending, Part, joined

if TYPE_CHECKING:
    from google import genai
    from google.genai import types

_API = "v1"
_ENDINGS = {
    "STOP": Ending.WHOLE,
    "MAX_TOKENS": Ending.CUT_SHORT,
    "CONTINUATION": Ending.CUT_SHORT,
}
"""All others are for what it must not say."""


class GeminiService:
    """One client for one project and region."""

    def __init__(self, project: str, location: str, endpoint: str = "") -> None:
        """Take an `endpoint` to speak to something else that speaks Vertex AI, without a login."""
        self._project = project
        self._location = location
        self._endpoint = endpoint

    def complete(self, ask: Ask, timeout: float, stop: Callable[[], bool]) -> Reply:
        """Return the reply; see `Service`."""
        with closing(self._parts(ask, timeout)) as parts:
            return joined(parts, stop)

    def close(self) -> None:
        """Close the client, if anybody asked."""
        if "_client" in vars(self):
            self._client.close()

    def _parts(self, ask: Ask, timeout: float) -> Generator[Part]:
        import httpx2  # noqa: PLC0415  loaded with the client
        from google.auth.exceptions import GoogleAuthError, TransportError  # noqa: PLC0415
        from google.genai import errors  # noqa: PLC0415  0.4 s, and most instances never ask

        from aicvgen.model.connection import lost, refused  # noqa: PLC0415

        client, config, heard = self._client, _config(ask, timeout), False
        try:
            for said in client.models.generate_content_stream(
                model=ask.model, contents=ask.material, config=config
            ):
                heard = True
                yield _part(said)
        except errors.APIError as error:
            if heard:
                raise lost(error) from error
            raise refused(error.code, getattr(error.response, "headers", {})) from error
        except httpx2.HTTPError as error:
            raise lost(error) from error
        except TransportError as error:
            raise Unavailable("Google's login cannot be reached.", retry_after=0) from error
        except GoogleAuthError as error:
            raise NoAnswer("refused-401") from error
        except (ValueError, TypeError, AttributeError) as error:
            # What came is no JSON, or not of a reply; the client says that in these ways.
            raise Unheard("What the model service said is no reply.", retry_after=0) from error

    @cached_property
    def _client(self) -> "genai.Client":
        from google import genai  # noqa: PLC0415
        from google.genai import types  # noqa: PLC0415
        from google.oauth2.credentials import Credentials  # noqa: PLC0415

        from aicvgen.model.connection import hooks  # noqa: PLC0415

        return genai.Client(
            vertexai=True,
            project=self._project,
            location=self._location,
            credentials=Credentials("none") if self._endpoint else None,
            http_options=types.HttpOptions(
                base_url=self._endpoint or None,
                api_version=_API,
                client_args={"event_hooks": hooks()},
            ),
        )


def _config(ask: Ask, timeout: float) -> "types.GenerateContentConfig":
    from google.genai import types  # noqa: PLC0415

    return types.GenerateContentConfig(
        system_instruction=ask.instruction,
        temperature=ask.temperature,
        max_output_tokens=ask.most_tokens,
        response_mime_type="application/json",
        response_json_schema=json.loads(ask.schema),
        thinking_config=types.ThinkingConfig(thinking_budget=ask.thinking_tokens),
        http_options=types.HttpOptions(timeout=int(timeout * 1000)),
        # One call is one request: whoever pays decides about the next one.
        automatic_continuation=False,
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
    )


def _part(said: "types.GenerateContentResponse") -> Part:
    """Return what one chunk says, without what the model thought."""
    usage = _usage(said)
    if not said.candidates:
        blocked = said.prompt_feedback is not None and said.prompt_feedback.block_reason
        return Part(ending=Ending.BLOCKED if blocked else None, usage=usage)
    first = said.candidates[0]
    parts = first.content.parts if first.content and first.content.parts else []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    why = first.finish_reason
    return Part(text, _ENDINGS.get(why.value, Ending.BLOCKED) if why else None, usage)


def _usage(said: "types.GenerateContentResponse") -> Usage | None:
    counted = said.usage_metadata
    if counted is None or counted.prompt_token_count is None:
        return None
    return Usage(
        prompt=(counted.prompt_token_count or 0) + (counted.tool_use_prompt_token_count or 0),
        cached=counted.cached_content_token_count or 0,
        reply=counted.candidates_token_count or 0,
        thoughts=counted.thoughts_token_count or 0,
    )
