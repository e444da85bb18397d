"""How much of a document we are willing to read."""

from aicvgen.domain.errors import Reason, Rejected

MAX_BYTES = 10_000_000
MAX_PAGES = 30
MAX_UNPACKED_BYTES = 50_000_000
MAX_CHARACTERS = 300_000


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
    if count > MAX_CHARACTERS:
        raise Rejected(
            Reason.TOO_LARGE,
            f"The document has more than {MAX_CHARACTERS:,} characters: upload a shorter one.",
        )
