"""Settings → model: the rules alone, or a service with the rules behind it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from aicvgen.model.service import Service
from aicvgen.ports import Model, Store
from aicvgen.settings import Settings

if TYPE_CHECKING:
    from aicvgen.asking.requests import Patience


def open_model(settings: Settings, store: Store, now: Callable[[], float]) -> Model:
    """Return the model that the settings choose; loads what that one needs and no more."""
    from aicvgen.model.extractive import ExtractiveModel  # noqa: PLC0415  loads its word lists

    rules = ExtractiveModel()
    if settings.model == "extractive":
        return rules
    from aicvgen.asking.breaker import Breaker  # noqa: PLC0415
    from aicvgen.asking.limiter import Limiter  # noqa: PLC0415
    from aicvgen.asking.model import AskingModel, Choice  # noqa: PLC0415
    from aicvgen.asking.releases import Releases  # noqa: PLC0415
    from aicvgen.asking.requests import Gates  # noqa: PLC0415
    from aicvgen.asking.served import Served  # noqa: PLC0415
    from aicvgen.model.prices import FREE, cost  # noqa: PLC0415
    from aicvgen.model.prompts import Prompts  # noqa: PLC0415

    location = settings.gemini_location if settings.model == "gemini" else FREE
    model = settings.gemini_model if settings.model == "gemini" else settings.openai_model
    return AskingModel(
        service=_service(settings),
        store=store,
        rules=rules,
        choice=Choice(
            model,
            lambda model, usage, day: cost(model, location, usage, day),
            settings.tasks,
        ),
        served=Served(Releases(Prompts(settings.prompts), store, now)),
        gates=Gates(
            Limiter(store, model, settings.model_rate, now),
            Breaker(store, model, now, settings.breaker_seconds),
            _patience(settings.model_seconds, own=location == FREE),
        ),
        now=now,
    )


def _patience(seconds: float, *, own: bool) -> "Patience":
    """Return how long a task waits; one request to a machine of one's own may take all of it."""
    from aicvgen.asking.requests import Patience  # noqa: PLC0415

    return Patience(seconds, seconds) if own else Patience(total_seconds=seconds)


def _service(settings: Settings) -> Service:
    if settings.model == "gemini":
        from aicvgen.model.gemini import GeminiService  # noqa: PLC0415

        return GeminiService(settings.project, settings.gemini_location, settings.gemini_endpoint)
    from aicvgen.model.openai import OpenAiService  # noqa: PLC0415

    return OpenAiService(settings.openai_endpoint, settings.openai_key.get_secret_value())
