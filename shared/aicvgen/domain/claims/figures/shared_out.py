"""What each of several has, what all of them have, and what a share of them is."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, permutations

from aicvgen.domain.claims.figures.figure import ANY, PLAIN, POINTS, TIMES, Figure
from aicvgen.domain.claims.figures.kinds import counted
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers import dates
from aicvgen.domain.claims.numbers.clocks import CLOCK
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set

_HUNDRED = Decimal(100)
_NEAR = 5
_WORTH = frozenset({"worth", "totalling", "with", "wert", "mit", "volumen", "total", "zusammen"})
_NO_AMOUNT = POINTS | TIMES | {"", "x", CLOCK}
_SKIPPED = frozenset({"a", "an", "some", "in", "im", "von", "of", "combined", "about", "around"})


def shares_out(text: Reading) -> Iterator[Figure]:
    """Yield what comes to each, and what a share of a number comes to."""
    for one, other in pairwise(text.quantities):
        yield from _average(text, one, other)
        yield from _some(text, one, other)
    for one, other in permutations(text.quantities, 2):
        yield from _per_thing(text, one, other)
    yield from _parts_of_years(text)
    yield from _monthly(text)


def _average(text: Reading, count: Quantity, amount: Quantity) -> Iterator[Figure]:
    """Compute what each of several has on average: 6 ports worth £3.6M have £600,000 each."""
    if count.unit or count.ordinal or count.value <= 1 or amount.unit in _NO_AMOUNT:
        return
    before = [token.low for token in text.tokens[count.last + 1 : amount.first]]
    while before and before[-1] in _SKIPPED:
        before.pop()
    after = {token.low for token in text.tokens[amount.last + 1 : amount.last + 3]}
    if before and before[-1] in _WORTH and not after & (word_set("shared_out") | {"pro", "je"}):
        bound = amount.bound or count.bound
        yield Figure(amount.value / count.value, f"each{amount.unit}", ANY, bound)


def _some(text: Reading, whole: Quantity, share: Quantity) -> Iterator[Figure]:
    """Compute how many a share without a noun is: 90 claims; two thirds were settled are 60."""
    if whole.unit or whole.ordinal or share.unit != "%" or share.role or whole.bound == "-":
        return
    start = share.first
    while start > whole.last + 1 and not text.tokens[start].breaks:
        start -= 1
    verb = text.tokens[share.last + 1] if share.last + 1 < len(text.tokens) else None
    opens = text.clauses[share.first] == text.clauses[whole.last] + 1 and start > whole.last + 1
    if (
        verb is None
        or verb.breaks
        or not opens
        or start < share.first - 2
        or not _is_told(verb.low)
    ):
        return
    told = tuple(word for word in text.words if word.at > share.last)
    value = whole.value * share.value / _HUNDRED
    bound = share.bound or whole.bound
    rounded = value if abs(value - round(value)) > Decimal("0.01") else Decimal(round(value))
    bound = bound if rounded == round(rounded) else "~"
    if told:
        yield Figure(rounded, "some", ANY, bound, parts=(told,))


def _is_told(low: str) -> bool:
    """Say whether a word is the verb of what a share did or was."""
    told = word_set("past") | {"was", "were", "are", "is", "wurden", "waren", "wurde", "war"}
    return low in told or low.endswith(("ed", "ten", "anden", "amen", "ingen", "ielen"))


def _per_thing(text: Reading, rate: Quantity, turns: Quantity) -> Iterator[Figure]:
    """Compute what several have of which each has so many: two reports per pupil, 28 pupils."""
    counts = not (rate.unit or turns.unit or rate.ordinal or turns.ordinal)
    if not counts or turns.value <= 1 or place_of(text, turns).period:
        return
    things = counted(text, turns)[-1:]
    for word in text.words:
        close = rate.last < word.at <= rate.last + _NEAR
        led = close and text.tokens[word.at - 1].low in word_set("rate") - {"the"}
        if led and any(not word.roots.isdisjoint(other.roots) for other in things):
            place = place_of(text, rate)
            bound = rate.bound.strip("-") or turns.bound.strip("-")
            of = place.right[:1]
            yield Figure(rate.value * turns.value, "product", PLAIN, bound, of, period=place.period)
            return


def _parts_of_years(text: Reading) -> Iterator[Figure]:
    """Compute the share of each of years with the same amount: 2018 und 2019 je 3 Wochen."""
    each = any(token.low in {"each", "je", "jeweils"} for token in text.tokens)
    for _, count in dates.years_listed(text.text):
        if each and sum(one.unit in TIMES for one in text.quantities) == 1:
            yield Figure(_HUNDRED / count, "each%", ANY, "")


def _monthly(text: Reading) -> Iterator[Figure]:
    """Compute how often a year a thing is each month from one to another: May to September is 5."""
    months = dates.months_between(text.text)
    for at, period in text.periods.items():
        if months and period == "month":
            near = (word for word in text.words if 0 < abs(word.at - at) <= _NEAR - 1)
            things = tuple(word for word in near if text.clauses[word.at] == text.clauses[at])
            yield Figure(Decimal(months), "", ANY, "", things, period="year")
