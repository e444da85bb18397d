"""match: the facts meet the requirements of the ad."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.agents.match import AGENTS
    from aicvgen.entrypoint import answer_event


@functions_framework.http
def match(request: Request) -> Response:
    """Answer one push request."""
    return answer_event(request, AGENTS)
