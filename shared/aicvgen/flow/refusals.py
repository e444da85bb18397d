"""Records of requests that a function refused: one per message, without anything that it said."""

import logging

from aicvgen import paths
from aicvgen.domain.ids import derive
from aicvgen.domain.records import Refusal
from aicvgen.flow.start import RETENTION
from aicvgen.ports import Ports, Put

log = logging.getLogger(__name__)


def record_refusal(  # noqa: PLR0913  one argument per thing recorded
    ports: Ports, function: str, why: str, answer: int, *, message_id: str, digest: str, size: int
) -> None:
    """Record a refusal; the same message again is the same record, with a later time.

    `digest` tells bodies without an id apart. It goes into the record's id, never back out.
    """
    now = ports.now()
    refusal = Refusal(
        id=derive(function, why, message_id or digest),
        function=function,
        why=why,
        answer=answer,
        message_id=message_id,
        size=size,
        at=now,
    )
    ports.store.commit([Put(paths.refusal(refusal.id), refusal)], expires_at=now + RETENTION)
    log.warning("request refused", extra={"agent": function, "outcome": why, "status": answer})


def recorded_refusals(ports: Ports, limit: int) -> list[Refusal]:
    """Return the records, the latest last."""
    found = ports.store.find("refusals", order_by="at", limit=1_000_000)
    return [snapshot.load(Refusal) for snapshot in found][-limit:]
