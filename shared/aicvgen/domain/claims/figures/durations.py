"""For how long something was done, where its fact says so: no longer than that."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.numbers.bounds import MIN
from aicvgen.domain.claims.numbers.dates import months_worked, spans_in
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.words.lexicon import word_set

_BEGUN = re.compile(
    r"\b(?:from|since|seit|ab|von)\s+(?:[A-ZÄ][a-zä]{2,8}\.?\s+)?((?:19|20)\d\d)\b"
    r"(?!\s*(?:to|until|till|bis|[-–—]))",
    re.IGNORECASE,
)
"""A beginning without an end: from 2015."""


def is_told_shorter(
    number: Quantity, text: Reading, units: Sequence[Reading], header: Reading
) -> bool:
    """Say whether the one fact that tells what a sentence says gives it another duration.

    The years of the whole entry are then no answer: a class led for six of eight years.
    """
    words = [
        word
        for word in text.words
        if word.clause == text.clauses[number.first] and "generic" not in word.labels
    ]
    for unit in units:
        evidence = known((unit, header))
        told = bool(words) and all(stands(word, evidence, text.language) for word in words)
        if told and (_is_counted_shorter(number, unit) or _is_dated_shorter(number, unit, header)):
            return True
    return False


def _is_counted_shorter(number: Quantity, unit: Reading) -> bool:
    spans = [one for one in unit.quantities if _is_span(one, unit)]
    return bool(spans) and all(one.value != number.value for one in spans)


def _is_dated_shorter(number: Quantity, unit: Reading, header: Reading) -> bool:
    """Say whether the dates of a fact are fewer years than a sentence says: from 2015 to 2017.

    What has a beginning alone went on until the entry ends.
    """
    begun = _BEGUN.search(unit.text)
    ends = [end for _, end in spans_in(header.text)] if begun else []
    worked = [
        months
        for start, end in (*spans_in(unit.text), *((begun[1], end) for end in ends if begun))
        # Of two years both may count whole.
        for months in (*months_worked(start, end), *months_worked(start, f"{end[:4]}-12"))
    ]
    slack = 0 if number.bound in MIN else 1
    return bool(worked) and max(worked) + slack < number.value


def _is_span(number: Quantity, unit: Reading) -> bool:
    """Say whether a number is how long something went on: for six years, or opening its fact."""
    if number.unit != "month" or number.ordinal:
        return False
    before = unit.tokens[number.first - 1].low if number.first else ""
    after = [token.low for token in unit.tokens[number.last + 1 : number.last + 3]]
    repeated = after in (["in", "a"], ["in", "folge"])
    long = after[:1] in (["lang"], ["long"])
    return not number.first or before in word_set("lasting") or long or repeated
