"""Numbers that follow from how long somebody worked: years, and what a rate comes to in them."""

from decimal import Decimal

from aicvgen.domain.claims.figures.attached import share_a_thing
from aicvgen.domain.claims.figures.places import Place
from aicvgen.domain.claims.numbers.bounds import FITTING, MIN
from aicvgen.domain.claims.numbers.quantity import Quantity

_MONTHS_OF = {"month": 1, "year": 12}


def is_earned(
    number: Quantity,
    place: Place,
    labelled: list[tuple[Quantity, Place]],
    months: frozenset[int],
) -> bool:
    """Say whether a number is what a rate comes to over the time worked."""
    if place.period or not months:
        return False
    return any(
        one.unit == number.unit
        and other.period in _MONTHS_OF
        and (number.unit != "" or share_a_thing(place.right[:1], other.right))
        and number.value == one.value * round(Decimal(worked) / _MONTHS_OF[other.period])
        and one.bound in FITTING[number.bound]
        for one, other in labelled
        for worked in months
    )


def is_time_worked(number: Quantity, months: frozenset[int]) -> bool:
    """Say whether a number of years follows from the dates of the entry."""
    if number.unit != "month" or number.role in {"by", "to", "from"}:
        return False
    wanted = int(number.value)
    if number.bound in MIN:
        return any(wanted <= worked < wanted + 12 for worked in months)
    slack = 2 if number.bound in {"<", "~"} else 1
    fewer = 3 if number.bound == "<" else slack
    return any(-fewer <= worked - wanted <= slack for worked in months)
