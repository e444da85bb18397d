"""Settings → model: the rules alone, or a service with the rules behind it."""

from collections.abc import Callable

from aicvgen.ports import Model, Store
from aicvgen.settings import Settings


def open_model(settings: Settings, store: Store, now: Callable[[], float]) -> Model:
    """Return the model that the settings choose; loads what that one needs and no more."""
    from aicvgen.model.extractive import ExtractiveModel  # noqa: PLC0415  loads its word lists

    rules = ExtractiveModel()
    if settings.model == "extractive":
        return rules
    from aicvgen.asking.model import AskingModel, Choice  # noqa: PLC0415
    from aicvgen.asking.requests import Patience  # noqa: PLC0415
    from aicvgen.model.gemini import GeminiService  # noqa: PLC0415

    location = settings.gemini_location
    return AskingModel(
        service=GeminiService(settings.project, location, settings.gemini_endpoint),
        store=store,
        rules=rules,
        choice=Choice(settings.gemini_model, location),
        now=now,
        patience=Patience(total_seconds=settings.gemini_seconds),
    )
