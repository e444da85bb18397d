"""intake: an upload folder that is complete becomes runs."""

import functions_framework
from flask import Request, Response

from aicvgen.loading import loading

with loading():
    from aicvgen.entrypoint import answer_upload


@functions_framework.http
def intake(request: Request) -> Response:
    """Answer one push request."""
    return answer_upload(request)
