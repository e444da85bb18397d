"""HTML to lines: what a reader of the page came for, without the frame around it."""

import re

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from aicvgen.documents.glyphs import invisible
from aicvgen.documents.html import content, lines
from aicvgen.documents.limits import check_elements
from aicvgen.documents.set_aside import from_elsewhere
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Source

_FRONT_MATTER = re.compile(r"\A\s*---\s*\n.*?\n---\s*\n", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ELEMENT = re.compile(r"<[A-Za-z]")
_TOLD = ("alt", "title", "content", "aria-label", "placeholder", "value")
_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|main|article|section|"
    r"header|div|h[1-6]|p|ul|ol|table)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)


def looks_like(decoded: str) -> bool:
    """Say whether the text starts as a page or a piece of one."""
    return _START.match(_FRONT_MATTER.sub("", decoded, count=1)) is not None


def read(decoded: str) -> Source:
    """Return one line per heading, list item, table row and paragraph of the main content.

    Raises `Rejected`: EMPTY where nothing can be seen on the page, TOO_LARGE before any work on a
    page with more elements than are read.
    """
    readable = _CONTROLS.sub("", _FRONT_MATTER.sub("", decoded, count=1))
    check_elements(sum(1 for _ in _ELEMENT.finditer(readable)))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(readable.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise Rejected(Reason.EMPTY, "The page is empty: save it with its content.") from None
    aside = from_elsewhere("beside the text", [*_COMMENT.findall(readable), *_attributes(page)])
    dropped = content.keep(page) + aside + invisible("".join(map(str, page.itertext())))
    return Source(format=Format.HTML, lines=lines.of(page), dropped=dropped)


def _attributes(page: HtmlElement) -> list[str]:
    """Return the texts of a page that are told of it or shown in place of a picture."""
    return [
        each.get(name, "") for each in page.iter() for name in _TOLD if each.get(name) is not None
    ] + [each.text or "" for each in page.iter("title")]
