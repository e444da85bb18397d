"""Addresses on the web, with or without a scheme."""

import re

_ENDINGS = (
    "com|org|net|io|dev|de|me|co|ch|at|eu|fr|es|it|nl|uk|us|info|app|ai|tech|edu|xyz|page|ly|in|be|"
    "pl|pt|se|no|dk|fi|ie|cz|sk|hu|ro|gr|lu|li|ca|au|nz|br|mx|ar|cl|jp|cn|kr|za|ru|ua|tr|gov|biz|"
    "name|pro|cat|gal|eus|bio|blog|site|online|website|design|studio|digital|agency|art|photo|"
    "photography|works|work|cloud|space|today|academy|group|team|link|tv|cc|gg|fm|sh|so|to|fyi|"
    "mobi|tel|gmbh|berlin|hamburg|koeln|wien|paris|london|nyc|swiss|bayern|ruhr|example|test"
)
"""The last part of hosts; the last two are kept free for examples."""
_URL = re.compile(
    rf"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b(?::\d+)?(?:/[^\s|,;]*)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s|,;<>]+|www\.[^\s|,;<>]+|"
    rf"(?:[\w-]+\.)+(?:{_ENDINGS})\b(?![\w@.-]*@)(?:/[^\s|,;<>)]*)?)"
)
_HOST_ENDING = re.compile(_ENDINGS, re.IGNORECASE)


def is_url(text: str) -> bool:
    """Say whether the whole text is a web address."""
    return _URL.fullmatch(text) is not None


def within(text: str) -> list[tuple[int, int]]:
    """Return where web addresses start and end in a text."""
    return [match.span() for match in _WITHIN.finditer(text)]


def is_ending(text: str) -> bool:
    """Say whether a text is the last part of a host: 'com'."""
    return _HOST_ENDING.fullmatch(text) is not None
