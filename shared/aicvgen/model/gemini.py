"""Gemini on Vertex AI through Google's own client, which is loaded at the first question."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from aicvgen.domain.errors import Unavailable
from aicvgen.model.service import Ask, NoAnswer, Reply, Usage

if TYPE_CHECKING:
    from google import genai
    from google.genai import types

_BUSY = frozenset({408, 409, 429, 499, 500, 502, 503, 504})
_FINISHED = "STOP"
_CUT_SHORT = "MAX_TOKENS"


class GeminiService:
    """One client for one project and region."""

    def __init__(self, project: str, location: str, endpoint: str = "") -> None:
        """Take an `endpoint` to speak to something else that speaks Vertex AI, without a login."""
        self._project = project
        self._location = location
        self._endpoint = endpoint

    def complete(self, ask: Ask, timeout: float) -> Reply:
        """Return the reply; see `Service`."""
        import httpx2  # noqa: PLC0415  loaded with the client
        from google.genai import errors  # noqa: PLC0415  0.4 s, and most instances never ask

        try:
            said = self._client.models.generate_content(
                model=ask.model, contents=ask.material, config=_config(ask, timeout)
            )
        except errors.APIError as error:
            raise _sorted(error) from error
        except httpx2.HTTPError as error:
            message = f"The model service cannot be reached ({type(error).__name__})."
            raise Unavailable(message, retry_after=0) from error
        return _reply(said)

    def close(self) -> None:
        """Close the client, if anybody asked."""
        if "_client" in vars(self):
            self._client.close()

    @cached_property
    def _client(self) -> "genai.Client":
        from google import genai  # noqa: PLC0415
        from google.genai import types  # noqa: PLC0415
        from google.oauth2.credentials import Credentials  # noqa: PLC0415

        return genai.Client(
            vertexai=True,
            project=self._project,
            location=self._location,
            credentials=Credentials("none") if self._endpoint else None,
            http_options=types.HttpOptions(base_url=self._endpoint or None),
        )


def _config(ask: Ask, timeout: float) -> "types.GenerateContentConfig":
    from google.genai import types  # noqa: PLC0415

    return types.GenerateContentConfig(
        system_instruction=ask.instruction,
        temperature=ask.temperature,
        max_output_tokens=ask.most_tokens,
        response_mime_type="application/json",
        response_json_schema=ask.schema,
        thinking_config=types.ThinkingConfig(thinking_budget=ask.thinking_tokens),
        http_options=types.HttpOptions(timeout=int(timeout * 1000)),
    )


def _sorted(error: Any) -> Exception:
    """Return what an error of the service means for us."""
    if error.code in _BUSY:
        headers = getattr(error.response, "headers", {})
        wish = headers.get("retry-after", "")
        after = float(wish) if wish.replace(".", "", 1).isdigit() else 0.0
        return Unavailable(f"The model service answered {error.code}.", retry_after=after)
    return NoAnswer(f"refused-{error.code}")


def _reply(said: "types.GenerateContentResponse") -> Reply:
    usage = _usage(said)
    candidate = said.candidates[0] if said.candidates else None
    if candidate is None or candidate.finish_reason is None:
        raise NoAnswer("blocked", usage)
    if candidate.finish_reason.value == _CUT_SHORT:
        raise NoAnswer("cut-short", usage)
    if candidate.finish_reason.value != _FINISHED:
        raise NoAnswer("blocked", usage)
    parts = candidate.content.parts if candidate.content and candidate.content.parts else []
    return Reply("".join(part.text for part in parts if part.text and not part.thought), usage)


def _usage(said: "types.GenerateContentResponse") -> Usage:
    counted = said.usage_metadata
    if counted is None:
        return Usage()
    return Usage(
        prompt=(counted.prompt_token_count or 0) + (counted.tool_use_prompt_token_count or 0),
        cached=counted.cached_content_token_count or 0,
        reply=counted.candidates_token_count or 0,
        thoughts=counted.thoughts_token_count or 0,
    )
