"""verify: every sentence is checked against the facts it cites."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.agents.verify import AGENTS
    from aicvgen.entrypoint import answer_event


@functions_framework.http
def verify(request: Request) -> Response:
    """Answer one push request."""
    return answer_event(request, AGENTS)
