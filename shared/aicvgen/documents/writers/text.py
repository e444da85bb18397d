"""A CV as plain text, for forms that take nothing else."""

from collections.abc import Iterator

from aicvgen.documents.page import Block, Page, PageSection, Span

_GAP = "    "
"""Between what stands at the left margin and at the right one."""


def plain_text(page: Page) -> str:
    """Return the page as text: a paragraph is one line, headings stand in capitals."""
    head = [page.name, page.headline, *(_spans(line, " | ") for line in page.contact)]
    parts = ["\n".join(filter(None, head)), *map(_section, page.sections)]
    return "\n\n\n".join(filter(None, parts)) + "\n"


def _section(section: PageSection) -> str:
    blocks = ["\n".join(filter(None, _block(block))) for block in section.blocks]
    apart = "\n\n" if any(block.title for block in section.blocks) else "\n"
    heading = f"{section.heading.upper()}\n\n" if section.heading else ""
    return heading + apart.join(blocks)


def _block(block: Block) -> Iterator[str]:
    details = _spans(block.details, " · ")
    if block.date:
        yield _GAP.join(filter(None, (block.title, block.date)))
        yield details
    else:  # the date is what tells that another entry begins
        yield " | ".join(filter(None, (block.title, details)))
    yield from (text.text for text in block.paragraphs)
    texts = (*(text.text for text in block.bullets), *block.points)
    yield from (f"  - {text}" for text in texts)
    yield ": ".join(filter(None, (block.label, ", ".join(block.terms))))


def _spans(spans: tuple[Span, ...], between: str) -> str:
    return between.join(span.text for span in spans)
