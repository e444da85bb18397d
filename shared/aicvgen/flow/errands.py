"""Asking a model outside of any run: what that may spend is taken from the day beforehand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from aicvgen.days import day_of
from aicvgen.domain.allowance import Purse
from aicvgen.domain.errors import Conflict
from aicvgen.domain.records import CallRecord
from aicvgen.flow.grants import KEPT, purses_of, written
from aicvgen.flow.record import log_records
from aicvgen.model.errand import Errand
from aicvgen.ports import Ports, Replace


@contextmanager
def paid_from_today(ports: Ports, owner: str, agent: str) -> Iterator[Errand]:
    """Let a block ask a model for no more than one run may spend, and log what it asked.

    All that was taken counts as spent until the block ends: who dies in it leaves it so.
    """
    taken, purses = _taken(ports, owner)
    errand = Errand(allowance=taken)
    try:
        yield errand
    finally:
        now = ports.now()
        log_records(
            CallRecord(**dict(call), run_id="", trace_id="", event_id="", agent=agent, at=now)
            for call in errand.calls
        )
        _settled(ports, purses, errand.spent - taken)


def _taken(ports: Ports, owner: str) -> tuple[int, tuple[str, ...]]:
    """Take what one run may get of what is left today; return it, and the purses it is from."""
    while ports.limits.run:
        now = ports.now()
        held = purses_of(ports, owner, ports.holder, day_of(now))
        amount = min(ports.limits.run, *(purse.left for _, purse, _ in held))
        if not amount:
            break
        writes = [
            written(path, purse.take(amount).settle(amount, amount), was)
            for path, purse, was in held
        ]
        try:
            ports.store.commit(writes, expires_at=now + KEPT)
        except Conflict:
            continue  # somebody else took from it: look again
        return amount, tuple(path for path, _, _ in held)
    return 0, ()


def _settled(ports: Ports, purses: Sequence[str], more: int) -> None:
    """Say how much more than was believed was spent: below zero, or nothing."""
    while more:
        found = [one for one in ports.store.read(purses) if one is not None]
        writes = [Replace(one.path, one.load(Purse).settle(0, more), one.version) for one in found]
        try:
            ports.store.commit(writes, expires_at=ports.now() + KEPT)
        except Conflict:
            continue
        return
