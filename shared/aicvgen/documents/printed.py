"""How a text or an address of the person is printed, and where a click on it leads."""

import re

from aicvgen.documents.glyphs import BULLETS, clean, split_bullet

_NO_LINE_START = re.compile(f" (?=%|[{re.escape(BULLETS)}]|[-+*|\u2013\u2014] )")
"""A line that starts with a dash or dot is taken for a bullet; a lone `%` looks lost."""
_EMOJI = re.compile(
    "[\u26bd-\u26ff\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2757\u2795-\u2797\u27b0\u27bf"
    "\ufe0f\U0001f000-\U0001faff]"
)
_WEB_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_EMAIL = re.compile(r"[^\s@:]+@[^\s@:]+")


def printable(text: str) -> str:
    """Return the text as our own reader would give it back, on one line and without emoji.

    Emoji are decoration that no text font has a glyph for. No line starts with a dash.
    """
    if not (text.isascii() and text.isprintable()):
        text = clean(_EMOJI.sub("", text))
    _, text = split_bullet(" ".join(text.split()))
    return _NO_LINE_START.sub("\u00a0", text)


def shown(url: str) -> str:
    """Return an address as it is printed: without `https://` and a closing slash."""
    return _WEB_SCHEME.sub("", url, count=1).removesuffix("/")


def mail_target(email: str) -> str:
    """Return the address that opens a message; empty for anything that is not an e-mail address."""
    return f"mailto:{email}" if _EMAIL.fullmatch(email) else ""


def web_target(url: str) -> str:
    """Return the address to open; empty for anything that is not plainly a web address."""
    if _WEB_ADDRESS.fullmatch(url):
        return url
    return f"https://{url}" if _BARE_ADDRESS.fullmatch(url) else ""
