"""Entries with their dates, as evidence for how long what they tell was done."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from aicvgen.domain.claims.numbers import dates
from aicvgen.domain.claims.numbers.bounds import MIN
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.implied import is_implied
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known, stands
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.cv import Kind

_YEAR = 12
_NEARLY = 4
"""Months that may be missing where somebody says nearly or about."""
_LEARNING = ("ausbildung", "lehre", "studium", "prüfung")
_NEVER = 12 * 9999
_TITLE = 4
"""Words of a title that may call somebody a learner."""
_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_LEARNERS = ("apprentice", "trainee", "auszubildende", "lehrling", "azubi")


class Tenure(NamedTuple):
    """One entry with its dates, as evidence for how long its things were done."""

    said: Reading
    """All of it."""
    kind: Kind | None
    organisation: Reading
    months: range
    """Counted from the year 0; empty where the dates are not known."""
    items: tuple[Reading, ...] = ()
    """What it lists: itself by its header, or its lines where it has none."""


def bearing(words: Sequence[Word], tenures: Sequence[Tenure], text: Reading) -> list[Tenure]:
    """Return the entries that tell of all these words, in their facts or their header.

    Of learning a trade only who speaks of learning, or of the employer, counts the years.
    """
    learning = any(_is_learning(word) or word.text.lower().startswith(_LEARNERS) for word in words)
    return [
        one
        for one in tenures
        if all(_is_told(word, one.said, text) for word in words)
        and (learning or not _is_taught(one) or _names(words, one.organisation))
    ]


def _names(words: Sequence[Word], organisation: Reading) -> bool:
    return any(not word.roots.isdisjoint(organisation.roots) for word in words)


def _is_taught(one: Tenure) -> bool:
    """Say whether somebody learned a trade in an entry, by its title."""
    return any(
        token.low.startswith(_LEARNERS) or token.low.endswith(_LEARNING)
        for token in one.said.tokens[:_TITLE]
    )


def _is_told(word: Word, said: Reading, text: Reading) -> bool:
    """Say whether an entry tells of a word; of leading, only where it says so by itself."""
    if "scope" in word.labels and not any("scope" in one.labels for one in said.words):
        return False
    label = _label(word, text)
    if label and all(_label(other, said) != label for other in said.words if alike(word, other)):
        return False
    return stands(word, known((said,)), said.language) or is_implied(word, said)


def _label(word: Word, text: Reading) -> str:
    """Return the number that names which one a word means: Class 1, Year 9."""
    after = text.tokens[word.at + 1 : word.at + 2]
    return after[0].low if after and after[0].low.isdigit() and not after[0].breaks else ""


def fits(number: Quantity, wanted: int, tenures: Sequence[Tenure]) -> bool:
    """Say whether entries last as long as a number says, one of them or some in a row."""
    told = sorted((one.months for one in tenures if one.months), key=lambda months: months[0])
    runs = (told[first:last] for first, last in combinations(range(len(told) + 1), 2))
    return any(
        _lasts(number, wanted, len({month for months in run for month in months})) for run in runs
    )


def _lasts(number: Quantity, wanted: int, worked: int) -> bool:
    """Say whether so many months are what a number says, and no year more."""
    if not worked:
        return False
    if number.bound in MIN:
        return wanted <= worked
    if number.bound in {"<", "~"}:
        return wanted - _NEARLY <= worked <= wanted + (_NEARLY if number.bound == "~" else 0)
    return number.bound in {"", "-"} and wanted - 1 <= worked < wanted + _YEAR


def next_time(number: Quantity, text: Reading) -> int:
    """Return where a sentence goes on to what came before or after: six years since the degree."""
    after = range(number.last + 1, len(text.tokens))
    times = (at for at in after if text.tokens[at].low in word_set("timing"))
    return next(times, len(text.tokens))


def learned_until(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> int | None:
    """Return when the training ended since which a number of years is counted: nach der Lehre.

    None where a sentence counts from no such; the month is counted from the year 0.
    """
    at = next_time(number, text)
    if at == len(text.tokens) or text.tokens[at].low in word_set("timing_before"):
        return None
    clause = text.clauses[at]
    words = [word for word in text.words if word.at > at and word.clause == clause]
    if not any(_is_learning(word) for word in words):
        return None
    ends = [(end, told) for one in tenures for end, told in _ends(one, words, text)]
    return max([end for end, told in ends if told] or [end for end, _ in ends] or [_NEVER])


def _ends(one: Tenure, words: Sequence[Word], text: Reading) -> Iterator[tuple[int, bool]]:
    """Yield when what an entry tells was learned, and whether it names what a sentence does."""
    taught = _is_taught(one)
    if one.kind in _DOING and not taught:
        return
    told = any(_is_learning(word) and _is_told(word, one.said, text) for word in words)
    if one.months and (taught or one.kind is Kind.EDUCATION):
        yield one.months[-1] + 1, told
    elif told:
        for span in dates.spans_in(one.said.text):
            months = dates.months_of(*span)
            if months:
                yield months[-1] + 1, told


def _is_learning(word: Word) -> bool:
    low = word.text.lower()
    return low in word_set("learning") or low.endswith(
        ("ausbildung", "lehre", "studium", "prüfung")
    )
