"""Rows of all pages to lines."""

from aicvgen.documents.pdf.rows import Row, line
from aicvgen.domain.source import Line


def flow(pages: list[list[Row]]) -> tuple[Line, ...]:
    return tuple(found for rows in pages for row in rows if (found := line(row, [])) is not None)
