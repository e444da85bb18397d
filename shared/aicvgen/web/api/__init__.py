"""The HTTPS API: start runs, follow them, decide, download."""

from aicvgen.web.api.app import answer_api

__all__ = ["answer_api"]
