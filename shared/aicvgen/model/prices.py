"""What a reply cost, in whole nano-dollars, by dated prices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from aicvgen.model.service import Usage

_TABLE = Path(__file__).parent / "prices.toml"
_NANO_PER_MILLION = Decimal(1000)
"""A dollar per million tokens is so many nano-dollars per token."""
_LONG = 200_000
"""Tokens of a prompt: a longer one costs more, all of it."""
_DEAREST_TOKEN = Decimal(100)
"""Dollars per million tokens: a price above it was entered for another number of tokens."""
GLOBAL = "global"
"""The location without an uplift."""
FREE = "own"
"""The location where nobody is paid by the token: a machine of one's own."""


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars per million tokens."""

    prompt: Decimal
    cached: Decimal
    reply: Decimal

    def of(self, usage: Usage) -> Decimal:
        """Return nano-dollars, not yet rounded; thoughts cost what a reply costs."""
        cached = min(usage.cached, usage.prompt)
        dollars = (
            (usage.prompt - cached) * self.prompt
            + cached * self.cached
            + (usage.reply + usage.thoughts) * self.reply
        )
        return dollars * _NANO_PER_MILLION


@dataclass(frozen=True, slots=True)
class Tariff:
    """What one model costs from a day on."""

    model: str
    since: str
    """ISO date."""
    usual: Price
    long: Price
    uplift: Decimal
    """Factor outside of the global location."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one reply cost."""

    nanodollars: int
    priced: bool
    """False: the model is in no table, and the dearest known price was taken."""


def cost(model: str, location: str, usage: Usage, day: str) -> Cost:
    """Return what so many tokens cost on a day (ISO date) in a location, rounded up."""
    if location == FREE:
        return Cost(0, priced=True)
    tariff = _tariff_on(day, model)
    if tariff is not None:
        return Cost(_rounded(tariff, location, usage), priced=True)
    known = (one for one in tariffs() if one.since <= day)
    dearest = max((_rounded(one, location, usage) for one in known), default=0)
    return Cost(dearest, priced=False)


@cache
def _tariff_on(day: str, model: str) -> Tariff | None:
    own = (one for one in tariffs() if one.model == model and one.since <= day)
    return max(own, key=lambda one: one.since, default=None)


def _rounded(tariff: Tariff, location: str, usage: Usage) -> int:
    price = tariff.long if usage.prompt > _LONG else tariff.usual
    factor = Decimal(1) if location == GLOBAL else tariff.uplift
    return int((price.of(usage) * factor).to_integral_value(ROUND_CEILING))


@cache
def tariffs() -> tuple[Tariff, ...]:
    """Return the table; raises ValueError for a price that cannot be one."""
    with _TABLE.open("rb") as file:
        return tuple(_tariff(row) for row in tomllib.load(file)["price"])


def _tariff(row: Mapping[str, Any]) -> Tariff:
    usual = _price(row)
    return Tariff(
        model=row["model"],
        since=row["from"],
        usual=usual,
        long=_price(row["above"]) if "above" in row else usual,
        uplift=Decimal(row.get("uplift", "1")),
    )


def _price(row: Mapping[str, Any]) -> Price:
    price = Price(*(Decimal(row[name]) for name in ("prompt", "cached", "reply")))
    if not 0 <= price.cached <= price.prompt <= price.reply <= _DEAREST_TOKEN:
        raise ValueError(f"these are no dollars per million tokens: {price}")
    return price
