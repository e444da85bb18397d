"""sweep: what nobody answers any more is published again."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.entrypoint import answer_tick


@functions_framework.http
def sweep(request: Request) -> Response:
    """Answer one push request."""
    return answer_tick(request)
