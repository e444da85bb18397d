"""Where each document of a run lies; the same in every store."""

from urllib.parse import quote

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


def labels(task: str) -> str:
    """Return the path of the labels of a task's prompts."""
    return f"prompts/{task}"


def label_change(task: str, number: int) -> str:
    """Return the path of the record of one change of these labels, counted from 1."""
    return f"prompts/{task}/changes/{number}"


def decision(run_id: str, number: str) -> str:
    """Return the path of the record of one decision of a person."""
    return f"runs/{run_id}/decisions/{number}"


def accepted(run_id: str, key: str) -> str:
    """Return the path of the mark that an external input was accepted."""
    return f"runs/{run_id}/inputs/{key}"


def purse(name: str) -> str:
    """Return the path of what may be spent: `<day>.<shard>`, `<day>.<owner>` or `<month>`."""
    return f"budgets/{name}"


def grant(run_id: str, revision: int) -> str:
    """Return the path of what a revision of a run took of it."""
    return f"grants/{run_id}.{revision}"


def pace(service: str) -> str:
    """Return the path of how fast a service may be asked."""
    return f"paces/{_named(service)}"


def circuit(service: str) -> str:
    """Return the path of how it stands with a service that may be down."""
    return f"circuits/{_named(service)}"


def _named(service: str) -> str:
    """Return a service's name as one part of a path: it may be `org/model`."""
    return quote(service, safe="")
