"""parse: a received CV or job ad becomes structured facts."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.agents.parse import AGENTS
    from aicvgen.entrypoint import answer_event


@functions_framework.http
def parse(request: Request) -> Response:
    """Answer one push request."""
    return answer_event(request, AGENTS)
