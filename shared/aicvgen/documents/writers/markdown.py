"""A CV as Markdown."""

import re
from collections.abc import Iterator

from aicvgen.documents.page import Block, Page, Span

_SYNTAX = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^([#+>:=~|-])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_URL_END = re.compile(r"[()<>\\\s]")


def markdown(page: Page) -> str:
    """Return the page as CommonMark: nobody's text becomes a heading, link or tag of its own."""
    parts = [f"# {_plain(page.name)}", _plain(page.headline)]
    parts += [" | ".join(map(_span, line)) for line in page.contact]
    for section in page.sections:
        parts.append(f"## {_plain(section.heading)}" if section.heading else "")
        for block in section.blocks:
            parts += _block(block)
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block) -> Iterator[str]:
    header = " | ".join(filter(None, (_plain(block.title), _plain(block.date))))
    yield f"### {header}" if header else ""
    yield " · ".join(map(_span, block.details))
    yield from (_plain(text.text) for text in block.paragraphs)
    texts = (*(text.text for text in block.bullets), *block.points)
    yield "\n".join(f"- {_plain(text)}" for text in texts)
    yield _labelled(block.label, ", ".join(block.terms))


def _labelled(label: str, terms: str) -> str:
    if not label:
        return _plain(terms)
    return f"**{_plain(label)}:** {_plain(terms)}" if terms else f"**{_plain(label)}**"


def _span(span: Span) -> str:
    text = _plain(span.text)
    return f"[{text}]({_address(span.target)})" if span.target else text


def _address(target: str) -> str:
    return _URL_END.sub(lambda match: f"%{ord(match[0]):02X}", target)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    text = _ENTITY.sub("&amp;", _SYNTAX.sub(r"\\\g<0>", text)).replace("<", "&lt;")
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", text))
