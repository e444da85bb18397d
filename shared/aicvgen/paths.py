"""Where each document of a run lies; the same in every store."""

CONTROLS = "controls/all"


def refusal(refusal_id: str) -> str:
    """Return the path of the record of a refused request."""
    return f"refusals/{refusal_id}"


def run(run_id: str) -> str:
    """Return the path of a run."""
    return f"runs/{run_id}"


def event(run_id: str, event_id: str) -> str:
    """Return the path of an event."""
    return f"runs/{run_id}/events/{event_id}"


def document(run_id: str, revision: int, name: str) -> str:
    """Return the path of a document: a new revision never sees an old one's documents."""
    return f"runs/{run_id}/documents/{revision}.{name}"


def step(run_id: str, event_id: str, epoch: int) -> str:
    """Return the path of the record of one attempt at an event."""
    return f"runs/{run_id}/steps/{event_id}.{epoch}"


def call(run_id: str, event_id: str, epoch: int, number: int) -> str:
    """Return the path of the record of one task that an attempt put to a language model."""
    return f"runs/{run_id}/calls/{event_id}.{epoch}.{number}"


def reply(digest: str) -> str:
    """Return the path of a language model's reply, by the digest of all that it was asked with."""
    return f"replies/{digest}"


def decision(run_id: str, number: str) -> str:
    """Return the path of the record of one decision of a person."""
    return f"runs/{run_id}/decisions/{number}"


def accepted(run_id: str, key: str) -> str:
    """Return the path of the mark that an external input was accepted."""
    return f"runs/{run_id}/inputs/{key}"
