"""The OpenAPI 3.1 description, generated from the routes and their models."""

import json
import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from pydantic.json_schema import models_json_schema

from aicvgen import __version__
from aicvgen.domain.run import Options
from aicvgen.domain.value import Value
from aicvgen.web.api.route import Route
from aicvgen.web.api.shapes import ProblemShown

_PARAMETER = re.compile(r"<(\w+)>")
_REF = "#/components/schemas/{model}"
_ABOUT = (
    "A CV and a job ad in; a truthful, tailored CV out. Access is granted by Cloud Run: send an"
    " identity token as bearer. Errors are application/problem+json with a trace id."
)


def described(routes: Iterable[Route], root: str) -> str:
    """Return the description as JSON; `root` is the address all paths are relative to."""
    routes = tuple(routes)
    used = {model for route in routes for model in (route.takes, route.returns) if model}
    chosen: list[type[Value]] = [*used, Options, ProblemShown]
    chosen.sort(key=lambda model: model.__name__)
    _, schemas = models_json_schema([(model, "validation") for model in chosen], ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        operation = _operation(route)
        paths.setdefault(_PARAMETER.sub(r"{\1}", route.rule), {})[route.method.lower()] = operation
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "aicvgen", "version": __version__, "description": _ABOUT},
            "servers": [{"url": root or "/"}],
            "paths": paths,
            "components": {
                "schemas": schemas["$defs"],
                "securitySchemes": {"identity": {"type": "http", "scheme": "bearer"}},
            },
            "security": [{"identity": []}],
        }
    )


def _operation(route: Route) -> Mapping[str, Any]:
    text = (route.view.__doc__ or "").strip()
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": text.partition("\n")[0],
        "description": " ".join(text.split()),
        "responses": _responses(route),
    }
    parameters = [_in_path(name) for name in _PARAMETER.findall(route.rule)]
    if route.takes is not None:
        parameters.append(_KEY)
        operation["requestBody"] = {"required": True, "content": _content(route.takes)}
    if parameters:
        operation["parameters"] = parameters
    return operation


_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key again is the same runs; without one, the same contents are.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
}
_FILE = {"type": "string", "contentMediaType": "application/octet-stream"}


def _in_path(name: str) -> Mapping[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _content(model: type[Value]) -> Mapping[str, Any]:
    """Return JSON, and the same as a form with files."""
    form = {
        "type": "object",
        "required": ["cv", "job"],
        "properties": {
            "cv": _FILE,
            "job": {"type": "array", "items": _FILE},
            "photo": _FILE,
            "options": _ref(Options),
        },
    }
    return {
        "application/json": {"schema": _ref(model)},
        "multipart/form-data": {
            "schema": form,
            "encoding": {"options": {"contentType": "application/json"}},
        },
    }


def _responses(route: Route) -> Mapping[str, Any]:
    media = {"application/json": {"schema": _ref(route.returns)}} if route.returns else {"*/*": {}}
    responses: dict[str, Any] = {
        str(route.status.value): {"description": route.status.phrase, "content": media}
    }
    for status in (*route.errors, HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE):
        content = {"application/problem+json": {"schema": _ref(ProblemShown)}}
        responses[str(status.value)] = {"description": status.phrase, "content": content}
    return responses


def _ref(model: type[Value]) -> Mapping[str, str]:
    return {"$ref": _REF.format(model=model.__name__)}
