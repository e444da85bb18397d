"""How much of a document we are willing to read; what is over a limit is not parsed at all."""

from aicvgen.domain.errors import Reason, Rejected

MAX_BYTES = 10_000_000
MAX_PAGES = 30
MAX_UNPACKED_BYTES = 50_000_000
MAX_CHARACTERS = 300_000
MAX_LINES = 10_000
MAX_ELEMENTS = 15_000
"""Of a web page: a busy one has a third of it."""
MAX_MARKS = 20_000
"""Brackets, asterisks and backticks of a Markdown text: a parser has to pair them."""
MAX_JSON = 2_000_000
"""Characters of JSON with all its marks, and with a picture within it."""
MAX_DEPTH = 50
"""Of JSON within JSON."""


def check_bytes(data: bytes) -> None:
    """Raise `Rejected` where the file is empty or too large."""
    if not data.strip():
        raise Rejected(Reason.EMPTY, "The file is empty: upload the document itself.")
    if len(data) > MAX_BYTES:
        raise Rejected(
            Reason.TOO_LARGE,
            f"The file is larger than {MAX_BYTES // 1_000_000} MB: upload a smaller one.",
        )


def check_characters(count: int) -> None:
    """Raise `Rejected` where there is more text than any CV or job ad has."""
    _check(count, MAX_CHARACTERS, "characters", "upload a shorter one")


def check_lines(count: int) -> None:
    """Raise `Rejected` where there are more lines than any CV or job ad has."""
    _check(count, MAX_LINES, "lines", "upload a shorter one")


def check_elements(count: int) -> None:
    """Raise `Rejected` where a page has more elements than any CV or job ad needs."""
    _check(count, MAX_ELEMENTS, "elements", "copy its text into a file and upload that")


def check_marks(count: int) -> None:
    """Raise `Rejected` where a Markdown text has more marks than any CV or job ad needs."""
    _check(count, MAX_MARKS, "links and marks", "upload it as plain text")


def check_json(count: int) -> None:
    """Raise `Rejected` where there is more JSON than any CV needs."""
    _check(count, MAX_JSON, "characters of JSON", "remove pictures and upload it again")


def _check(count: int, most: int, what: str, advice: str) -> None:
    if count > most:
        raise Rejected(Reason.TOO_LARGE, f"The document has more than {most:,} {what}: {advice}.")
