"""Whether a number of a sentence follows from the numbers of a fact."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from aicvgen.domain.claims.figures.compared import is_compared
from aicvgen.domain.claims.figures.derived import figures
from aicvgen.domain.claims.figures.figure import Figure
from aicvgen.domain.claims.figures.kinds import are_people, is_people_word
from aicvgen.domain.claims.figures.places import Place
from aicvgen.domain.claims.figures.teams import counts_others, counts_team
from aicvgen.domain.claims.figures.told_years import is_of_years
from aicvgen.domain.claims.figures.totals import is_shared_out, is_total
from aicvgen.domain.claims.numbers.bounds import FITTING, MIN
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIOD_WORDS, PERIODS_IN_A_YEAR
from aicvgen.domain.claims.numbers.written import ONES
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known_words, stands
from aicvgen.domain.claims.words.lexicon import word_set

_POINT_WORDS = frozenset({"point", "points", "punkt", "punkte", "punkten"})
_THEM = frozenset({"them", "which", "these", "whom", "davon", "denen", "darunter"})
_COUNTS = frozenset({"some", "product"})
_SPECIAL = _COUNTS | {"speed", "points"}
_PEOPLE = frozenset({"others", "team"})
_EVERY = frozenset({"every", "each", "jede", "jeder", "jeden", "jedes", "jedem"})
_POINTS = 2
"""Percentage points by which about or nearly may miss."""
_NEAR = 6
_WIDEST = Decimal("1.25")
"""How much more than half may still be told as more than half."""
_LITTLE = Decimal("0.05")
"""Part of a result that is no whole number by which about may miss."""
_PART = Decimal("0.1")
"""Part of a multiple by which about or nearly may miss."""


def is_figured(number: Quantity, place: Place, text: Reading, unit: Reading) -> bool:
    """Say whether a number of a sentence follows from the numbers of a fact."""
    return any(_is_figure(number, place, figure, text) for figure in figures(unit))


def _is_figure(number: Quantity, place: Place, figure: Figure, text: Reading) -> bool:
    if number.ordinal:
        return figure.unit == "every" and number.value == figure.value and _is_every(number, text)
    if not _may_tell(number, place, figure, text):
        return False
    if figure.unit in _PEOPLE:
        counts = counts_others if figure.unit == "others" else counts_team
        return number.unit == "" and number.value == figure.value and counts(text, number)
    if figure.unit in _SPECIAL or figure.unit.startswith(("all", "each", "rest")):
        return _is_special(number, place, figure, text)
    figured = _in_period(figure, place)
    same = number.unit == figure.unit or (figure.unit == "" and _is_of_points(number))
    return figured is not None and same and _is_near(number, figured)


def _is_of_points(number: Quantity) -> bool:
    """Tell points of a score from percentage points."""
    return (
        number.unit == "pp"
        and number.words.split()[-1].lower() in _POINT_WORDS
        and ("percent" not in number.words.lower())
    )


def _may_tell(number: Quantity, place: Place, figure: Figure, text: Reading) -> bool:
    """Say whether a sentence speaks of what a figure is of, and the way it went."""
    return (
        number.role in figure.roles
        and not (figure.period and _is_per_thing(number, text))
        and not (figure.way and not is_compared(number, figure.way, text))
        and not (figure.years and not is_of_years(figure.years, text))
        and not (figure.unit == "%" and not figure.way and _is_of_change(number, text))
        and _is_of_things(place, figure, text)
    )


def _is_of_change(number: Quantity, text: Reading) -> bool:
    """Tell 96 % more from 96 % of all."""
    after = {token.low for token in text.tokens[number.last + 1 : number.last + 2]}
    return bool(after & (word_set("more") | word_set("fewer")))


def _is_every(number: Quantity, text: Reading) -> bool:
    return bool(number.first) and text.tokens[number.first - 1].low in _EVERY


def _is_per_thing(number: Quantity, text: Reading) -> bool:
    """Say whether a number is told of each thing, not of a time: 70 rooms per shift."""
    after = text.tokens[number.last + 1 : number.last + 1 + _NEAR]
    return any(
        one.low in {"per", "pro", "je"} and other.low not in PERIOD_WORDS
        for one, other in pairwise(after)
    )


def _is_of_things(place: Place, figure: Figure, text: Reading) -> bool:
    """Say whether a number counts what the figure counts, as far as both say it."""
    if not place.right:
        return True
    if figure.parts and is_people_word(place.right[0]):
        return are_people(figure)
    named = [any(_is_named(word, place.right) for word in words) for words in figure.parts]
    if any(named) and not _are_all_named(figure, place, text):
        return False
    return not figure.things or stands(
        place.right[0], known_words(figure.things, text.language), text.language
    )


def _is_named(word: Word, words: Iterable[Word]) -> bool:
    return any(not word.roots.isdisjoint(other.roots) for other in words)


def _are_all_named(figure: Figure, place: Place, text: Reading) -> bool:
    """Say whether a sum is told of all it counts: 550 croissants and loaves."""
    first = place.right[0].at
    near = [word for word in text.words if first <= word.at <= first + _NEAR]
    apart = any(
        text.tokens[word.at - 1].low in ONES and text.tokens[word.at - 2].low in {"and", "und"}
        for word in near
        if word.at > first + 1
    )
    own = [_distinct(words, figure) for words in figure.parts]
    broken = (at for at in range(first + 1, len(text.tokens)) if text.tokens[at].breaks)
    until = next(broken, len(text.tokens))
    beside = [word for word in near if word.at < until]
    told = [any(_is_named(word, beside) for word in words) for words in own if words]
    if any(told) and not all(told):  # three PhD students are not two of MSc and one of PhD
        return False
    return not apart and all(any(_is_named(word, near) for word in words) for words in figure.parts)


def _distinct(part: Sequence[Word], figure: Figure) -> list[Word]:
    """Return the words of a summand that no other has: MSc, of MSc students and PhD students."""
    others = [word for words in figure.parts if words is not part for word in words]
    return [word for word in part if not _is_named(word, others)]


def counted_people(text: Reading, units: Sequence[Reading]) -> frozenset[int]:
    """Return where words only say that several kinds counted together are persons."""
    after = {word.at: word for word in text.words if is_people_word(word)}
    sums = [
        figure.value
        for unit in (units if after else ())
        for figure in figures(unit)
        if are_people(figure)
    ]
    return frozenset(
        number.last + 1
        for number in text.quantities
        if number.last + 1 in after and number.value in sums
    )


def _is_told_of(figure: Figure, number: Quantity, text: Reading) -> bool:
    """Say whether a sentence tells of some of several what a fact tells of a share of them."""
    near = text.tokens[max(0, number.first - 3) : number.last + 4]
    if any(token.low in _THEM for token in near):
        return True
    return any(_is_named(word, text.words) for words in figure.parts for word in words)


def _in_period(figure: Figure, place: Place) -> Figure | None:
    """Return a figure for the period of a sentence: 520 a year are ten a week."""
    if not (figure.period and place.period) or figure.period == place.period:
        return figure
    if not {figure.period, place.period} <= PERIODS_IN_A_YEAR.keys():
        return None
    value = figure.value * PERIODS_IN_A_YEAR[figure.period] / PERIODS_IN_A_YEAR[place.period]
    return figure._replace(value=value)


def _is_near(number: Quantity, figure: Figure) -> bool:
    if figure.unit in {"%", "x"}:
        return _is_about(number, figure)
    if number.bound in MIN:
        return number.value < figure.value <= number.value * Decimal("1.5")
    close = number.value == figure.value or (
        number.bound == figure.bound == "~" and _misses_little(number, figure)
    )
    return close and (figure.bound in FITTING[number.bound] or number.bound == "~")


def _misses_little(number: Quantity, figure: Figure) -> bool:
    """Say whether a rounded number is as near as `about` allows."""
    return figure.value % 1 != 0 and abs(number.value - figure.value) <= _LITTLE * figure.value


def _is_about(number: Quantity, figure: Figure) -> bool:
    """Compare shares and multiples, which are rounded as they are told."""
    if number.bound in MIN:
        return number.value <= figure.value <= number.value * _WIDEST
    if number.bound == "≤":
        return number.value <= figure.value * _WIDEST and figure.value <= number.value
    falls = figure.unit == "x" and number.value < 1
    if number.bound == "<" and (
        figure.value < number.value if falls else figure.value > number.value
    ):
        return False
    slack = Decimal("0.03") * figure.value if figure.unit == "x" else _rounding(number)
    slack = slack if number.bound == "" else 2 * slack + Decimal("0.01")
    if number.bound in {"<", "~"}:
        slack = max(slack, _PART * number.value if figure.unit == "x" else Decimal(_POINTS))
    return abs(number.value - figure.value) <= slack


def _rounding(number: Quantity) -> Decimal:
    """Return by how much a share told to so many places may miss."""
    exponent = number.plain.as_tuple().exponent
    fine = not number.fraction and isinstance(exponent, int) and exponent < 0
    return Decimal("0.06") if fine else Decimal("0.6")


def _is_special(number: Quantity, place: Place, figure: Figure, text: Reading) -> bool:
    """Compare a figure that only some sentences may give: times faster, 20 for each."""
    figured = _in_period(figure, place)
    if figured is None:
        return False
    if figure.unit in _COUNTS:
        some = figure.unit == "some"
        told = _is_told_of(figure, number, text) if some else not _is_per_thing(number, text)
        return number.unit == "" and _is_near(number, figured) and told
    return number.value == figured.value and _may_give(number, figure, text)


def _may_give(number: Quantity, figure: Figure, text: Reading) -> bool:
    """Say whether a sentence has the words with which a figure may be told."""
    if figure.unit == "points":
        after = text.tokens[number.last + 1 : number.last + 2]
        return number.unit == "" and any(token.low in _POINT_WORDS for token in after)
    if figure.unit == "speed":
        return number.unit == "x" and "faster" in text.classes
    if figure.unit.startswith("rest"):
        near = {token.low for token in text.tokens[max(0, number.first - 4) : number.last + 5]}
        return number.unit == figure.unit.removeprefix("rest") and bool(near & word_set("rest"))
    if figure.unit.startswith("all"):
        return number.unit == figure.unit.removeprefix("all") and is_total(text)
    return number.unit == figure.unit.removeprefix("each") and is_shared_out(text)
