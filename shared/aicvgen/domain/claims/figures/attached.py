"""Whether a number stays with its thing: what it counts, what stands beside it."""

from collections.abc import Sequence

from aicvgen.domain.claims.figures.places import Place
from aicvgen.domain.claims.numbers.clocks import CLOCK
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.implied import is_implied
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, known_words, stands
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set

_FREE = frozenset(
    {
        "light",
        "generic",
        "frame",
        "beat",
        "faster",
        "up",
        "down",
        "do",
        "deed",
        "scope",
        "support",
        "shared",
        "jointly",
        "each",
        "all",
    }
)


def neighbours_stand(
    place: Place, text: Reading, unit: tuple[Reading, Reading], others: Sequence[Reading]
) -> bool:
    """Say whether what a number stands beside is of the same fact and its header, or of none."""
    _, header = unit
    evidence, elsewhere = known(unit), known(others)
    left = place.left
    while left is not None and not (left.name or stands(left, elsewhere, text.language)):
        left = next((word for word in reversed(text.words) if word.at < left.at), None)
    right = place.right[:1]
    if right and not (right[0].name or stands(right[0], elsewhere, text.language)):
        right = ()
    return all(
        stands(word, evidence, text.language)
        or is_implied(word, header)
        or bool((word.labels | word.whole) & _FREE)
        for word in ((left, *right) if left is not None else right)
    )


def is_bound_elsewhere(
    number: Quantity,
    place: Place,
    evidence: list[tuple[Quantity, Place]],
    text: Reading,
    same: list[Quantity],
) -> bool:
    """Say whether the evidence gives the thing counted another number, and not this one."""
    if number.unit == "" and place.right and not _is_some_of(text, number):
        counted = [
            one
            for one, other in evidence
            if one.unit == ""
            and one.ordinal == number.ordinal
            and share_a_thing(place.right[:1], other.right)
        ]
        if (
            counted
            and not any(one in same or _are_ends(one, same) for one in counted)
            and not any(_is_elliptic(one, counted, evidence) for one in same)
        ):
            return True
    if place.tight and place.left is not None:
        labelled = [
            one
            for one, other in evidence
            if other.tight
            and other.left is not None
            and share_a_thing((place.left,), (other.left,))
            and not (_is_verb(place.left) and place.left.roots.isdisjoint(other.left.roots))
        ]
        return bool(labelled) and not any(one in same for one in labelled)
    return False


def _are_ends(one: Quantity, same: list[Quantity]) -> bool:
    """Say whether a number is the other end of a range: of 60-70 calls the 60 are calls too."""
    return any(
        one.bound == other.bound == "-" and one.first - other.last in {1, 2} for other in same
    )


def _is_verb(word: Word) -> bool:
    """Tell what was done from a label: took 12 tenants is not kept 11 of the 12."""
    low = word.text.lower()
    return low in word_set("past") or is_past(low)


def _is_elliptic(
    one: Quantity, counted: list[Quantity], evidence: list[tuple[Quantity, Place]]
) -> bool:
    """Say whether a number leaves out what the one before it counts: 80 covers, up to 140."""
    plain = [(other, place) for other, place in evidence if not (other.unit or other.ordinal)]
    at = next((at for at, (other, _) in enumerate(plain) if other is one), 0)
    return at > 0 and not plain[at][1].right and plain[at - 1][0] in counted


def _is_some_of(text: Reading, number: Quantity) -> bool:
    """Say whether a number counts some of another: 11 of 18 cases."""
    after = [token.low for token in text.tokens[number.last + 1 : number.last + 2]]
    further = [one.first for one in text.quantities if one.first == number.last + 2]
    return after in (["of"], ["von"], ["aus"]) or (after == ["der"] and bool(further))


def is_said_of_another(number: Quantity, one: Quantity, text: Reading, unit: Reading) -> bool:
    """Say whether the sentence puts a number with another number's part of the fact."""
    if number.unit == CLOCK:  # said of the verb, not of the last of its objects
        return False
    words = tuple(word for word in text.words if word.clause == text.clauses[number.first])
    own = {unit.clauses[one.first]}
    if one.bound == "-":
        own |= {unit.clauses[other.first] for other in unit.quantities if other.bound == "-"}
    counted = {unit.clauses[other.first] for other in unit.quantities} - own
    measures = word_set("kinds_extreme") | word_set("kinds_average")
    measures |= word_set("pieces") | word_set("total")
    inside = [word for word in unit.words if word.clause in own]
    measured = bool(inside) and all(word.text.lower() in measures for word in inside)
    if _is_bracketed(one, unit) or measured:
        own.add(unit.clauses[one.first] - 1)
    near = tuple(word for word in unit.words if word.clause in own)
    far = tuple(word for word in unit.words if word.clause in counted - own)
    if not near or _overlap(words, near):
        return False
    if text.language == "de":
        own_words = known_words(near, "de")
        return not any(stands(word, own_words, "de") for word in words) and _overlap(words, far) > 0
    return _overlap(words, far) > 0


def _is_bracketed(number: Quantity, unit: Reading) -> bool:
    """Say whether brackets put a number to the words before them: the board (7 persons)."""
    first = unit.clauses.index(unit.clauses[number.first])
    return unit.text[: unit.tokens[first].start].endswith("(")


def _overlap(some: Sequence[Word], others: Sequence[Word]) -> int:
    return sum(any(not one.roots.isdisjoint(other.roots) for other in others) for one in some)


def share_a_thing(some: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    """Say whether some of two groups of words say the same."""
    return any(
        not one.roots.isdisjoint(other.roots) or bool((one.labels & other.labels) - _FREE)
        for one in some
        for other in others
    )
