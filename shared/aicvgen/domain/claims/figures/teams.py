"""Who counts oneself: one of three people has two colleagues."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set

_PAIR = 2
_ONE_FELLOW = re.compile(
    r"\b[Mm]it eine[mr] (?:\w+en )?(?:Kolleg|Partner|Kommiliton|Mitschüler)"
    r"|\b[Ww]ith (?:a|one|another) (?:\w+ )?(?:colleague|teammate|workmate|co-worker|mate)\b"
)
_ONE_OF = (["one", "of"], ["eine", "von"], ["einer", "von"], ["einem", "von"])


def counts_fellows(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts the others alone: with two colleagues."""
    before = {token.low for token in text.tokens[max(0, number.first - 2) : number.first]}
    after = {token.low for token in text.tokens[number.last + 1 : number.last + 3]}
    return bool({"with", "mit"} & before) or bool(word_set("more_of_them") & after)


def is_pair(number: Quantity, text: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a team of two is what a fact tells of one colleague: zu zweit."""
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    together = before[1:] in (["von"], ["of"]) and before[0] in word_set("teams") | {"team"}
    return number.value == _PAIR and together and any(_ONE_FELLOW.search(u.text) for u in units)


def counts_team(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts all of a team: one of three, a team of three."""
    near = {token.low for token in text.tokens[max(0, number.first - 3) : number.last + 3]}
    return is_one_of(text, number) or bool(near & word_set("teams"))


def is_one_of(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts those of whom somebody is one."""
    before = [token.low for token in text.tokens[max(0, number.first - 2) : number.first]]
    return number.unit == "" and before in _ONE_OF


def counts_others(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts the others of a team: two colleagues."""
    near = {token.low for token in text.tokens[max(0, number.first - 3) : number.last + 3]}
    return bool(near & word_set("others"))
