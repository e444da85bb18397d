"""Errors sorted by what happens next; anything that is not one of these is our bug."""

from enum import StrEnum


class Reason(StrEnum):
    """Why an input is refused; the value is the error's public name."""

    NO_TEXT = "no-text-layer"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    EMPTY = "empty"
    NOT_A_CV = "not-a-cv"
    TWO_PEOPLE = "two-people"
    EMPTY_AD = "empty-job-ad"
    UNSUPPORTED = "unsupported-format"
    BAD_OPTION = "bad-option"
    NOT_FOUND = "not-found"
    WRONG_STATE = "wrong-state"
    UNREADABLE_RESULT = "unreadable-result"
    STEP_LIMIT = "step-limit"


class Rejected(Exception):  # noqa: N818  named for what happens next, like its siblings
    """The input is at fault: final, recorded, acknowledged and shown to the person.

    `str()` is a sentence that says what to do and never quotes the document.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Unavailable(Exception):  # noqa: N818
    """Something we depend on does not answer: try the same again after `retry_after` seconds."""

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Halted(Exception):  # noqa: N818
    """Somebody stopped the run meanwhile: its event waits until the run is resumed."""


class Conflict(Exception):  # noqa: N818
    """Somebody else wrote first: nothing of this commit was applied; read again and decide anew."""
