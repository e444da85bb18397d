"""Addresses on the web, with or without a scheme."""

import re

_URL = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|de|me|co|ch|at|eu|fr|es|it|"
    r"nl|uk|us|info|app|ai|tech|edu|xyz|page|ly|in|be|pl|pt|se|no|dk)\b(?:/[^\s|,;]*)?",
    re.IGNORECASE,
)


def is_url(text: str) -> bool:
    """Say whether the whole text is a web address."""
    return _URL.fullmatch(text) is not None
