"""How long somebody did something over several entries: a summary's years, from their dates."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.claims.numbers.bounds import MIN
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.implied import is_implied
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.cv import Kind

_FREE = frozenset({"light", "generic", "frame"})
_YEAR = 12
_NEARLY = 4
"""Months that may be missing where somebody says nearly or about."""


class Tenure(NamedTuple):
    """One entry with its dates, as evidence for how long its things were done."""

    said: Reading
    """All of it."""
    kind: Kind | None
    organisation: Reading
    months: range
    """Counted from the year 0; empty where the dates are not known."""


def is_career(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> bool:
    """Say whether a number of years follows from the entries that tell of the same.

    Two jobs at a time count once. `Java and Go` wants as much of each, `at a bank and at a school`
    adds both up.
    """
    wanted = _months(number, text)
    if not wanted or number.ordinal or number.role:
        return False
    subjects = _subjects(number, text, tenures)
    if not subjects:
        jobs = [one for one in tenures if one.kind is Kind.WORK]
        called = _before(number, text, tenures)
        own = _bearing(called, tenures) if called else []
        return _fits(number, wanted, jobs) or _fits(number, wanted, own)
    bearing = [_bearing(words, tenures) for words in subjects]
    if all(_fits(number, wanted, each) for each in bearing):
        return True
    every = [one for each in bearing for one in each]
    adds_up = _adds_up(subjects, text) or any(_is_employer(word, tenures) for word in subjects[0])
    return adds_up and all(bearing) and _fits(number, wanted, every)


def _months(number: Quantity, text: Reading) -> int:
    """Return the months a number stands for, also of `six of them` or `two at Acme` after years."""
    if number.unit == "month":
        return int(number.value) + _years_before(number, text)
    if number.unit:
        return 0
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 4]]
    if after[:1] == ["of"] and after[2:3] == ["years"]:
        return int(number.value * _YEAR)
    before = {token.low for token in text.tokens[max(0, number.first - 3) : number.first]}
    points = after[:2] in (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"])
    joined = bool(before & word_set("adding_up")) and after[:1] and after[0] in word_set("placing")
    if not (points or joined or "davon" in {*before, *after[:2]}):
        return 0
    years = [one for one in text.quantities if one.first < number.first and one.unit == "month"]
    return int(number.plain * years[-1].value / years[-1].plain) if years else 0


def _years_before(number: Quantity, text: Reading) -> int:
    """Return the months of the years that a number of months is added to: drei Jahre und."""
    if number.value != number.plain:
        return 0
    years = next((one for one in text.quantities if one.last == number.first - 2), None)
    joined = text.tokens[number.first - 1].low in word_set("adding_up")
    return int(years.value) if years is not None and joined and years.unit == "month" else 0


def _subjects(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> list[list[Word]]:
    """Return what was done for so long, apart where `and` joins several.

    There is none where only experience is spoken of.
    """
    return [_less_places(clause, text) for clause in _clauses_from(number, text, tenures) if clause]


def _less_places(words: list[Word], text: Reading) -> list[Word]:
    """Return what was done without where, if anything else is said: hotels in Ireland."""
    things = [
        word
        for word in words
        if not (word.name and word.at and text.tokens[word.at - 1].low == "in")
    ]
    return things or words


def _before(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> list[Word]:
    """Return what stands before a number in its clause: Java developer with five years."""
    clause = text.clauses[number.first]
    words = (word for word in text.words if word.clause == clause and word.at < number.first)
    return [word for word in words if _is_thing(word, tenures)]


def _clauses_from(
    number: Quantity, text: Reading, tenures: Sequence[Tenure]
) -> Iterator[list[Word]]:
    clause = text.clauses[number.last]
    until = _next_number(number, text, tenures)
    while True:
        yield [
            word
            for word in text.words
            if word.clause == clause and number.last < word.at < until and _is_thing(word, tenures)
        ]
        clause += 1
        if clause not in text.clauses:
            return
        opening = text.clauses.index(clause)
        if opening >= until or text.tokens[opening].low not in word_set("adding_up"):
            return


def _next_number(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> int:
    """Return where the next number is of which other things are told: not years in two schools."""
    after = [word.at for word in text.words if word.at > number.last and _is_thing(word, tenures)]
    first = min(after, default=len(text.tokens))
    return min(
        (one.first for one in text.quantities if one.first > first), default=len(text.tokens)
    )


def _is_thing(word: Word, tenures: Sequence[Tenure]) -> bool:
    """Say whether a word says what was done or where; also Praxis, where an employer is one."""
    listed = word.labels | word.whole
    named = any(not word.roots.isdisjoint(one.organisation.roots) for one in tenures)
    return (
        named or word.name or (not listed & _FREE and word.text.lower() not in word_set("career"))
    )


def _is_employer(word: Word, tenures: Sequence[Tenure]) -> bool:
    return any(not word.roots.isdisjoint(one.organisation.roots) for one in tenures)


def _bearing(words: Sequence[Word], tenures: Sequence[Tenure]) -> list[Tenure]:
    """Return the entries that tell of all these words, in their facts or their header."""
    return [one for one in tenures if all(_is_told(word, one.said) for word in words)]


def _is_told(word: Word, said: Reading) -> bool:
    """Say whether an entry tells of a word; of leading, only where it says so by itself."""
    if "scope" in word.labels and not any("scope" in one.labels for one in said.words):
        return False
    return stands(word, known((said,)), said.language) or is_implied(word, said)


def _adds_up(subjects: Sequence[Sequence[Word]], text: Reading) -> bool:
    """Say whether these are jobs one after the other: as a cook and waiter, at a bank and at Acme.

    What was used, Java and Go, was used for so long each.
    """
    before = [
        {token.low for token in text.tokens[max(0, words[0].at - 3) : words[0].at]}
        for words in subjects
    ]
    titles = bool(before[0] & word_set("as_what"))
    return titles or all(each & word_set("placing") for each in before)


def _fits(number: Quantity, wanted: int, tenures: Sequence[Tenure]) -> bool:
    """Say whether entries last as long as a number says, all together or one of them."""
    together = len({month for one in tenures for month in one.months})
    return any(_lasts(number, wanted, one) for one in (together, *(len(t.months) for t in tenures)))


def _lasts(number: Quantity, wanted: int, worked: int) -> bool:
    """Say whether so many months are what a number says, and no year more."""
    if not worked:
        return False
    if number.bound in MIN:
        return wanted <= worked
    if number.bound in {"<", "~"}:
        return wanted - _NEARLY <= worked <= wanted + (_NEARLY if number.bound == "~" else 0)
    return number.bound in {"", "-"} and wanted - 1 <= worked < wanted + _YEAR
