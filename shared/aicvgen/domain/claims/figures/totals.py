"""What the figures of one text come to together: sums, products, lists, averages."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from aicvgen.domain.claims.figures.figure import ANY, PLAIN, POINTS, TIMES, Figure
from aicvgen.domain.claims.figures.kinds import counted
from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.numbers import dates
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIOD_WORDS
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set

_TIMES_OF = {
    "stunden": "hour", "tage": "day", "tagen": "day", "nights": "day", "wochen": "week",
    "monate": "month", "monaten": "month",
}  # fmt: skip
_PERIOD_OF = PERIOD_WORDS | _TIMES_OF
_FARTHEST = 5
_EACH = frozenset({"je", "jeweils"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMING = 4
"""How many words before dates may name what they count."""


def totals(text: Reading) -> Iterator[Figure]:
    """Yield what the numbers of a text come to together."""
    yield from _sums(text)
    yield from _of_rates(text)
    yield from _of_dates(text)
    yield from _of_weekdays(text)
    counts = [one for one in text.quantities if not (one.unit or one.ordinal)]
    for one, other in pairwise(text.quantities):
        if one in counts and other in counts:
            yield from _of_each(one, other)
    for count, amount in _shared_out(text):
        yield from _of_amount(text, count, amount)


def is_total(text: Reading) -> bool:
    """Say whether a sentence speaks of all of several together."""
    return any(
        token.low in word_set("total") or token.low.startswith("gesamt") for token in text.tokens
    )


def is_bare_part(text: Reading, part: Quantity, whole: Quantity) -> bool:
    """Say whether a number names no thing, and so counts some before it: 8 users, six agreed."""
    if part.unit or whole.unit or part.ordinal or whole.ordinal or not part.value < whole.value:
        return False
    after = text.tokens[part.last + 1] if part.last + 1 < len(text.tokens) else None
    return (
        whole.last < part.first
        and text.clauses[part.first] == text.clauses[whole.last] + 1
        and text.tokens[part.first].breaks
        and after is not None
        and not after.breaks
        and after.text.islower()
        and (
            after.low in word_set("past")
            or after.low.endswith(("ed", "te", "ten", "anden", "amen"))
        )
    )


def is_each_of(text: Reading, number: Quantity) -> bool:
    """Say whether the word before a number gives it to each of several: mit je 20 Kindern."""
    before = text.tokens[number.first - 1].low if number.first else ""
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 3]]
    return before in _EACH or "each" in after or "apiece" in after


def is_of_all(text: Reading, number: Quantity) -> bool:
    """Say whether a number is of several together: mit zusammen 104 Kindern, 104 in total."""
    near = text.tokens[max(0, number.first - 2) : number.last + 5]
    return any(
        token.low in word_set("total") - {"all"} or token.low.startswith("gesamt") for token in near
    )


def is_shared_out(text: Reading) -> bool:
    """Say whether a sentence speaks of each of several, or of an average."""
    return any(token.low in word_set("shared_out") for token in text.tokens)


def _sums(text: Reading) -> Iterator[Figure]:
    """Compute how many a list counts: two site managers, an engineer and six fitters."""
    run = list[Quantity]()
    for number in text.quantities:
        if _only_names(text, number):
            continue
        joined = run and run[-1].unit == number.unit and _is_joined(text, run[-1], number)
        run = [*run, number] if joined and not number.ordinal else [number]
        if number.bound == "-":
            continue
        if len(run) > 1 and number.unit not in POINTS | {"x"} and _ends_list(text, *run[-2:]):
            things = [words for one in run if (words := counted(text, one))]
            bound = next((one.bound.strip("-") for one in run if one.bound.strip("-")), "")
            unit = f"all{number.unit}" if number.unit else ""
            value = sum((one.value for one in run), Decimal(0))
            same = things[0] if _are_same(things) else ()
            yield Figure(value, unit, ANY, bound, same, () if same else tuple(things))


def _only_names(text: Reading, number: Quantity) -> bool:
    """Say whether a number only names what stands before it: the Year 4 residential."""
    left = place_of(text, number).left if text.language == "en" else None
    return left is not None and left.name and left.at == number.first - 1 and not number.unit


def _are_same(things: Sequence[tuple[Word, ...]]) -> bool:
    """Say whether all of several count the same."""
    firsts = [words[0] for words in things]
    return bool(firsts) and all(
        not one.roots.isdisjoint(other.roots) for one, other in pairwise(firsts)
    )


def _is_joined(text: Reading, one: Quantity, other: Quantity) -> bool:
    between = text.tokens[one.last + 1 : other.first]
    commas = text.text[text.tokens[one.last].end : text.tokens[other.first].start].count(",")
    joined = any(token.low in {"and", "und", "sowie"} for token in between)
    return len(between) <= _FARTHEST and (joined or commas == 1)


def _ends_list(text: Reading, one: Quantity, other: Quantity) -> bool:
    between = text.tokens[one.last + 1 : other.first]
    joined = any(token.low in {"and", "und", "sowie"} for token in between)
    return joined or (_is_dated(text, one) and _is_dated(text, other))


def _is_dated(text: Reading, number: Quantity) -> bool:
    """Say whether a number is told of one year: 11 in 2018, 2018 14 Anlagen."""
    near = range(max(0, number.first - 2), min(len(text.tokens), number.last + _NAMING + 1))
    return any(_YEAR.fullmatch(text.tokens[at].low) for at in near)


def _of_each(one: Quantity, other: Quantity) -> Iterator[Figure]:
    """Compute how many come to each: 640 samples from 32 plots are 20 a plot."""
    few, many = sorted((one, other), key=lambda number: number.value)
    bound = one.bound.strip("-") or other.bound.strip("-")
    if few.value > 1 and many.value % few.value == 0:
        yield Figure(many.value / few.value, "each", ANY, bound)


def _shared_out(text: Reading) -> Iterator[tuple[Decimal, Quantity]]:
    """Yield each amount that several have, with how many they are: three trips, £50 each."""
    counts = [(one.value, one) for one in text.quantities if not (one.unit or one.ordinal)]
    listed = [(Decimal(count), None) for _, count in dates.years_listed(text.text)]
    for amount in text.quantities:
        if amount.ordinal or amount.unit in POINTS | {"x"}:
            continue
        each = _is_each(text, amount)
        for value, count in (*counts, *listed):
            beside = count is not None and amount.unit in TIMES and amount.first == count.last + 1
            if count is not amount and value > 1 and (each or beside):
                yield value, amount


def _is_each(text: Reading, amount: Quantity) -> bool:
    """Say whether each of several has an amount: je 7 Abende, budget per trip 50, 7 each."""
    near = range(max(0, amount.first - 2), min(len(text.tokens), amount.last + 3))
    each = [at for at in near if text.tokens[at].low in word_set("shared_out")]
    broken = any(text.tokens[at].breaks for at in range(amount.last + 1, max((*each, 0)) + 1))
    rate = any(token.low in PERIOD_WORDS for at in each for token in text.tokens[at + 1 : at + 2])
    return bool(each) and not broken and not rate


def _of_amount(text: Reading, count: Decimal, amount: Quantity) -> Iterator[Figure]:
    """Compute what several of the same amount come to: four budgets of 50 each are 200."""
    things = place_of(text, amount).right[:1] if not amount.unit else ()
    yield Figure(count * amount.value, f"all{amount.unit}", ANY, amount.bound, things)


def _of_rates(text: Reading) -> Iterator[Figure]:
    """Compute a rate of a rate: two services a day on five days a week are ten a week."""
    for one, other in combinations(text.quantities, 2):
        for rate, turns in ((one, other), (other, one)):
            value = rate.value * turns.plain
            if not (rate.ordinal or turns.ordinal) and _is_per(text, rate, turns):
                things, period = place_of(text, rate).right, place_of(text, turns).period
                bound = rate.bound.strip("-")
                yield Figure(value, rate.unit, PLAIN, bound, things, period=period)


def _is_per(text: Reading, rate: Quantity, turns: Quantity) -> bool:
    """Say whether a number counts that of which another tells what each has: a day, per shift."""
    if turns.unit in TIMES:
        period = place_of(text, rate).period
        own = _PERIOD_OF.get(text.tokens[turns.last].low, "")
        return bool(period) and own == period != place_of(text, turns).period
    if turns.unit or not place_of(text, turns).period:
        return False
    counted = place_of(text, turns).right[:1]
    return any(
        not word.roots.isdisjoint(other.roots)
        for word in text.words
        if rate.last < word.at <= rate.last + _FARTHEST
        and text.tokens[word.at - 1].low in word_set("rate")
        for other in counted
    )


def _of_dates(text: Reading) -> Iterator[Figure]:
    """Compute how often something was that has a list of years: (2017, 2018 and 2019)."""
    for start, count in dates.years_listed(text.text):
        before = [word for word in text.words if text.tokens[word.at].start < start]
        events = tuple(word for word in before[-_NAMING:] if _is_event(word, text))
        if events:
            yield Figure(Decimal(count), "", PLAIN, "", events)


def _is_event(word: Word, text: Reading) -> bool:
    """Say whether a word names what takes place, as a course does and an apprentice does not.

    A compound with hyphens is one word: Erste-Hilfe-Kurs.
    """
    last = word.at
    while last + 1 < len(text.tokens) and text.tokens[last + 1].tied:
        last += 1
    return any(event in text.tokens[last].low for event in word_set("events"))


def _of_weekdays(text: Reading) -> Iterator[Figure]:
    """Compute on how many days a week something is: Mondays and Fridays."""
    days = {
        token.low
        for token in text.tokens
        if token.low.endswith("s") and token.low[:-1] in word_set("weekdays")
    }
    if len(days) > 1:
        for unit in ("", "day"):
            yield Figure(Decimal(len(days)), unit, PLAIN, "", period="week")
