"""The application: routes and errors put together."""

from functools import cache
from io import BytesIO

from flask import Flask, Request, Response
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from aicvgen.domain.errors import Conflict, Rejected, Unavailable
from aicvgen.web.api import problems
from aicvgen.web.api.routes import ROUTES, ports

_MOST_BYTES = 32_000_000
"""Of a request: what Cloud Run takes."""
_PREFIX = "/api"


def answer_api(request: Request) -> Response:
    """Answer a request to `/runs…` or `/api/runs…`, whichever way the function is reached."""
    # The framework reads every body to its end: ours may be larger than its limit.
    request.max_content_length = None
    environ = dict(request.environ) | {"wsgi.input": BytesIO(request.get_data(cache=True))}
    path = str(environ.get("PATH_INFO", ""))
    if path.startswith(f"{_PREFIX}/"):
        environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}{_PREFIX}"
        environ["PATH_INFO"] = path.removeprefix(_PREFIX)
    app = api()
    with app.request_context(environ):
        try:
            return app.full_dispatch_request()
        finally:
            ports().flush()


@cache
def api() -> Flask:
    """Return the application, made once."""
    app = Flask("aicvgen", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = _MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = _MOST_BYTES
    for route in ROUTES:
        app.add_url_rule(route.rule, route.name, route.view, methods=[route.method])
    app.register_error_handler(Rejected, problems.rejected)
    app.register_error_handler(Unavailable, problems.unavailable)
    app.register_error_handler(Conflict, problems.conflict)
    app.register_error_handler(ValidationError, problems.invalid)
    app.register_error_handler(HTTPException, problems.http)
    app.register_error_handler(Exception, problems.unknown)
    return app
