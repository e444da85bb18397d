"""render: the approved draft becomes a PDF, and a settled run is delivered."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.agents.render import AGENTS
    from aicvgen.entrypoint import answer_event


@functions_framework.http
def render(request: Request) -> Response:
    """Answer one push request."""
    return answer_event(request, AGENTS)
