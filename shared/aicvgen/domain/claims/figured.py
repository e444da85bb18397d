"""Whether a number of a sentence follows from the numbers of a fact."""

from decimal import Decimal

from aicvgen.domain.claims.bounds import FITTING, MIN
from aicvgen.domain.claims.derived import Figure, figures, is_shared_out, is_total
from aicvgen.domain.claims.lexicon import word_set
from aicvgen.domain.claims.quantity import Quantity
from aicvgen.domain.claims.reading import Reading

_TEAM = frozenset(["team", "crew", "group", "gruppe", "mannschaft"])


def is_figured(number: Quantity, text: Reading, unit: Reading) -> bool:
    """Say whether a number of a sentence follows from the numbers of a fact."""
    return any(_is_figure(number, figure, text) for figure in figures(unit))


def _is_figure(number: Quantity, figure: Figure, text: Reading) -> bool:
    if number.ordinal or number.role not in figure.roles:
        return False
    if figure.unit in {"others", "team"}:
        return number.value == figure.value and _is_of_people(number, figure, text)
    if figure.unit == "speed" or figure.unit.startswith(("all", "each")):
        return _is_special(number, figure, text)
    return number.unit == figure.unit and _is_near(number, figure)


def _is_near(number: Quantity, figure: Figure) -> bool:
    if figure.unit in {"%", "x"}:
        slack = Decimal("0.03") * figure.value if figure.unit == "x" else Decimal("0.6")
        slack = slack if number.bound == "" else Decimal(2) * slack + Decimal("0.01")
        near = abs(number.value - figure.value) <= slack
        return near or (number.bound in {"<", "~"} and abs(number.value - figure.value) <= 2)  # noqa: PLR2004  points
    if number.bound in MIN:
        return number.value < figure.value <= number.value * Decimal("1.5")
    return number.value == figure.value and (
        figure.bound in FITTING[number.bound] or number.bound == "~"
    )


def _is_special(number: Quantity, figure: Figure, text: Reading) -> bool:
    """Compare a figure that only some sentences may give: times faster, 20 for each."""
    if number.value != figure.value:
        return False
    if figure.unit == "speed":
        return number.unit == "x" and "faster" in text.classes
    if figure.unit.startswith("all"):
        return number.unit == figure.unit.removeprefix("all") and is_total(text)
    return number.unit == figure.unit.removeprefix("each") and is_shared_out(text)


def _is_of_people(number: Quantity, figure: Figure, text: Reading) -> bool:
    """Say whether a number counts a team, or the others in it."""
    words = {
        text.tokens[at].low
        for at in range(max(0, number.first - 3), min(len(text.tokens), number.last + 3))
    }
    people = word_set("others") if figure.unit == "others" else _TEAM
    return number.unit == "" and bool(words & people)
