"""Who counts oneself: one of three people has two colleagues."""

from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set

_ONE_OF = (["one", "of"], ["eine", "von"], ["einer", "von"], ["einem", "von"])


def counts_fellows(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts the others alone: with two colleagues."""
    before = {token.low for token in text.tokens[max(0, number.first - 2) : number.first]}
    after = {token.low for token in text.tokens[number.last + 1 : number.last + 3]}
    return bool({"with", "mit"} & before) or bool(word_set("more_of_them") & after)


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
