"""api: other programs start runs, follow them, decide and download."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.web.api import answer_api


@functions_framework.http
def api(request: Request) -> Response:
    """Answer one HTTPS request."""
    return answer_api(request)
