"""Why a request is refused, and what it is answered.

An acknowledgement (2xx) means: never again. So it is the answer to whatever no second delivery
could mend, and to whatever loses nothing when it is gone: an event is a document and is published
again by the sweep, an uploaded file stays in its bucket. Anything else would be a loop that ends
only when the message expires.

What came through somebody else's topic or subscription is not ours to acknowledge: it may be the
only copy of another program's message. It is refused with 403, so that it stays with its owner,
whose back-off and dead letters bound the repetitions. So is what is no delivery at all, with 405.

Never 5xx: that is for what may work the next time, when something we depend on is back or a bug is
mended. Each refusal is recorded once per message, however often it is delivered; if the record
cannot be written, the answer is 503 and the message comes again.
"""

from enum import StrEnum
from http import HTTPStatus


class Why(StrEnum):
    """Why a request is refused."""

    METHOD = "method"
    """No POST, so no delivery."""
    CONTENT_TYPE = "content-type"
    """Neither JSON nor a CloudEvent."""
    TOO_LARGE = "too-large"
    """More than any of our messages or a notification needs."""
    MALFORMED = "malformed"
    """The body has not the form its content type promises."""
    FOREIGN_TOPIC = "foreign-topic"
    """It came through a topic or subscription that is not of this function in this project."""
    FOREIGN_BUCKET = "foreign-bucket"
    """The file is not in our inbox."""
    EVENT_TYPE = "event-type"
    """Not an event that this function answers."""
    NO_FILE = "no-file"
    """The name can be no uploaded file."""
    NO_EVENT = "no-event"
    """There is no such event: forged, or of a run that has expired."""

    @property
    def answer(self) -> HTTPStatus:
        """The status of the response."""
        return _KEPT.get(self, HTTPStatus.NO_CONTENT)


_KEPT = {
    Why.METHOD: HTTPStatus.METHOD_NOT_ALLOWED,
    Why.FOREIGN_TOPIC: HTTPStatus.FORBIDDEN,
}


class Refused(Exception):  # noqa: N818  named for what it is, like Rejected
    """A request is not for us, or is nothing that anybody of ours would send."""

    def __init__(self, why: Why, message_id: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.message_id = message_id
        """As far as it was read."""
