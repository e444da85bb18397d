"""Items added to a list: cars, vans and lorries where the fact has cars and vans."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.predicate import said_to_be_done
from aicvgen.domain.claims.reading import Reading, Word
from aicvgen.domain.claims.wording import alike
from aicvgen.domain.draft import FindingKind

_JOINING = frozenset({"and", "or", "und", "oder", "sowie"})
_FREE = frozenset({"light", "generic", "frame", "deed", "do", "act"})


def added_items(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each item of a list that only says again, as a synonym, what another item says.

    One word of a fact is one item: a synonym of it beside it would be one more.
    """
    acts = set(said_to_be_done(text))
    for items in _lists(text):
        for item in items:
            if item in acts or item.labels & _FREE or not _is_noun(item, text.language):
                continue
            others = [other for other in items if other is not item]
            like = [word for unit in units for word in unit.words if alike(item, word)]
            if like and all(
                item.roots.isdisjoint(word.roots) and _is_among(word, others) for word in like
            ):
                yield Claim(FindingKind.WORD, item.text, item.text.casefold())


def _lists(text: Reading) -> Iterator[list[Word]]:
    """Yield the words that stand in a row, parted by commas and joined by `and`."""
    run = list[Word]()
    for one, other in pairwise(text.words):
        if _are_joined(one, other, text):
            run = [*(run or [one]), other]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _are_joined(one: Word, other: Word, text: Reading) -> bool:
    between = [token.low for token in text.tokens[one.at + 1 : other.at]]
    comma = text.text[text.tokens[one.at].end] == ","
    return (comma and not between) or (len(between) == 1 and between[0] in _JOINING)


def _is_among(word: Word, items: Sequence[Word]) -> bool:
    return any(not word.roots.isdisjoint(item.roots) for item in items)


def _is_noun(word: Word, language: str) -> bool:
    return language != "de" or word.text[:1].isupper()
