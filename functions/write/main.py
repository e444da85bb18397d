"""write: one section of the draft, and at last the summary."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.agents.write import AGENTS
    from aicvgen.entrypoint import answer_event


@functions_framework.http
def write(request: Request) -> Response:
    """Answer one push request."""
    return answer_event(request, AGENTS)
