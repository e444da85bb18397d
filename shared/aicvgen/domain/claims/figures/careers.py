"""How long somebody did something over several entries: a summary's years, from their dates."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.figures.tenures import (
    Tenure,
    bearing,
    fits,
    learned_until,
    next_time,
)
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.cv import Kind

_FREE = frozenset({"light", "generic", "frame"})
_YEAR = 12
_CHANGING = frozenset({"from", "to", "by", "von", "auf", "um"})


def is_career(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> bool:
    """Say whether a number of years follows from the entries that tell of the same.

    Two jobs at a time count once. `Java and Go` wants as much of each, `at a bank and at a school`
    adds both up.
    """
    wanted = _months(number, text)
    if not wanted or number.ordinal or _is_of_change(number, text):
        return False
    learned = learned_until(number, text, tenures)
    if learned is not None:
        tenures = [one for one in tenures if one.months and one.months[0] >= learned]
    subjects = _subjects(number, text, tenures)
    if not subjects:
        jobs = [one for one in tenures if one.kind is Kind.WORK]
        called = _before(number, text, tenures)
        own = bearing(called, tenures, text) if called else []
        return fits(number, wanted, jobs) or fits(number, wanted, own)
    borne = [bearing(words, tenures, text) for words in subjects]
    done = _before(number, text, tenures) if _is_led_by_for(number, text) else []
    if done and not fits(number, wanted, bearing(done, tenures, text)):
        return False
    if all(fits(number, wanted, each) for each in borne):
        return True
    every = [one for each in borne for one in each]
    adds_up = _adds_up(subjects, text) or any(_is_employer(word, tenures) for word in subjects[0])
    return adds_up and all(borne) and fits(number, wanted, every)


def _is_led_by_for(number: Quantity, text: Reading) -> bool:
    """Say whether a number is how long what stands before it was done: taught physics for two."""
    before = {token.low for token in text.tokens[max(0, number.first - 3) : number.first]}
    return not before.isdisjoint({"for", "für"})


def _is_of_change(number: Quantity, text: Reading) -> bool:
    """Tell a change from three years to two from two years, and three before them: zuvor drei."""
    before = {token.low for token in text.tokens[max(0, number.first - 3) : number.first]}
    return bool(number.role) and bool(before & _CHANGING)


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
    listing = word_set("adding_up") | word_set("timing")
    joined = bool(before & listing) and after[:1] and after[0] in word_set("placing")
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
    clauses = [clause for clause in _clauses_from(number, text, tenures) if clause]
    later = [clause for clause in clauses[1:] if not _is_places(clause, text)]
    return [_less_places(clause, text) for clause in (*clauses[:1], *later)]


def _less_places(words: list[Word], text: Reading) -> list[Word]:
    """Return what was done without where, if anything else is said: hotels in Ireland."""
    things = [
        word
        for word in words
        if not (word.name and word.at and text.tokens[word.at - 1].low == "in")
    ]
    return things or words


def _is_places(words: Sequence[Word], text: Reading) -> bool:
    """Say whether a clause only goes on with the places before it: teaching in Bath and Bristol."""
    first = words[0].at
    led = text.tokens[first - 1].low in word_set("adding_up") and first > 1
    named = [word for word in text.words if word.at == first - 2]
    placed = bool(named) and named[0].name and text.tokens[first - 3].low == "in"
    return led and placed and all(word.name for word in words)


def _before(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> list[Word]:
    """Return what stands before a number in its clause: Java developer with five years."""
    clause = text.clauses[number.first]
    words = (word for word in text.words if word.clause == clause and word.at < number.first)
    return [word for word in words if _is_thing(word, tenures)]


def _clauses_from(
    number: Quantity, text: Reading, tenures: Sequence[Tenure]
) -> Iterator[list[Word]]:
    clause = text.clauses[number.last]
    until = min(_next_number(number, text, tenures), next_time(number, text))
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
