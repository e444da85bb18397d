"""`aicvgen budget`: what may be spent on models today and this month, and what was."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import click

from aicvgen import paths
from aicvgen.cli.backend import backend
from aicvgen.cli.edge import guarded, json_option, settings
from aicvgen.cli.telling import emit
from aicvgen.days import day_of
from aicvgen.domain.allowance import NANO, Grant, Purse
from aicvgen.domain.counted import counted
from aicvgen.domain.ids import derive
from aicvgen.ports import Ports, Where
from aicvgen.settings import Settings

_MONTH = 7
"""Letters of an ISO date that name the month."""
_MOST = 100_000
"""Purses of one day: one per owner, and a few more."""
_COLUMNS = ("limit", "taken", "spent", "left")


@click.command("budget")
@json_option
@guarded
def command(*, as_json: bool) -> None:
    """Say what runs may spend on models today and this month (UTC), and what they spent.

    Owners are named by a hash, but for the one of AICVGEN_OWNER.
    """
    loaded = settings()
    with backend(loaded) as (ports, _):
        day = day_of(ports.now())
        purses = list(_purses(ports, day)) if ports.limits.run else []
        grants = _open(ports)
    rows = [_row(purse, loaded) for purse in purses]
    if as_json:
        given = [_granted(grant) for grant in grants]
        emit({"period": day, "paid": bool(purses), "purses": rows, "open_grants": given})
    elif not purses:
        click.echo(
            f"There is no budget: with AICVGEN_MODEL={loaded.model} nothing is paid by the token."
        )
    else:
        _print(rows, grants)


def _purses(ports: Ports, day: str) -> Iterator[Purse]:
    """Yield the day as one purse, the month, and each owner's; those nobody took from are full."""
    limits, by_whose = ports.limits, defaultdict[str, list[Purse]](list)
    for found in ports.store.find("budgets", Where("period", "==", day), limit=_MOST):
        purse = found.load(Purse)
        by_whose[purse.whose].append(purse)
    shards = by_whose.pop("day", [Purse(period=day, whose="day", limit=limits.day)])
    today = shards[0].model_copy(
        update={
            name: sum(getattr(shard, name) for shard in shards)
            for name in ("limit", "taken", "spent")
        }
    )
    yield today
    if limits.month is not None:
        yield _month(ports, limits.month, today)
    yield from (purses[0] for _, purses in sorted(by_whose.items()))


def _month(ports: Ports, limit: int, today: Purse) -> Purse:
    """Return the month's purse; of what today took from it, only what runs took counts."""
    month = today.period[:_MONTH]
    (found,) = ports.store.read([paths.purse(month)])
    if found is None:
        return Purse(period=month, whose="month", limit=limit)
    purse = found.load(Purse)
    return purse.model_copy(
        update={
            "taken": max(purse.taken - today.limit + today.taken, 0),
            "spent": purse.spent + today.spent,
        }
    )


def _open(ports: Ports) -> list[Grant]:
    found = ports.store.find("grants", Where("open", "==", value=True), limit=_MOST)
    return [one.load(Grant) for one in found]


def _row(purse: Purse, loaded: Settings) -> dict[str, object]:
    amounts = (purse.limit, purse.taken, purse.spent, purse.left)
    mine = purse.whose == derive("owner", loaded.owner)
    return {
        "period": purse.period,
        "whose": purse.whose,
        "owner": loaded.owner if mine else "",
        **{f"{name}_dollars": one / NANO for name, one in zip(_COLUMNS, amounts, strict=True)},
        "percent": round(100 * purse.spent / purse.limit, 1) if purse.limit else 0.0,
    }


def _granted(grant: Grant) -> dict[str, object]:
    return {
        "run": grant.run_id,
        "revision": grant.revision,
        "dollars": grant.amount / NANO,
        "at": grant.at,
    }


def _print(rows: Sequence[dict[str, object]], grants: Sequence[Grant]) -> None:
    heads = "".join(f"{name:>12}" for name in _COLUMNS)
    click.echo(f"{'dollars':24}{heads}   spent")
    for row in rows:
        who = f"{row['period']} {row['owner'] or row['whose']}"
        amounts = "".join(f"{row[f'{name}_dollars']:>12.4f}" for name in _COLUMNS)
        click.echo(f"{who:24.24}{amounts}  {row['percent']:>5}%")
    total = sum(grant.amount for grant in grants) / NANO
    click.echo(f"{counted(len(grants), 'run')} under way took {total:.4f} dollars of it.")
