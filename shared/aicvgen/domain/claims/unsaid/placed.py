"""A client told without a name is none of a town: a hospital is not Leeds Hospital."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_JOINING = frozenset({"of"})


def placed_clients(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each place beside an institution that the evidence has only without the place.

    A place that stands nowhere is looked for as every other word.
    """
    for head in text.words:
        if head.text.lower() not in word_set("institutions") | word_set("clients"):
            continue
        told = [unit for unit in units if any(alike(head, one) for one in unit.words)]
        for place in _beside(head, text):
            holders = [unit for unit in units if _has(place, unit)]
            if told and holders and not any(unit in told for unit in holders):
                yield Claim(
                    FindingKind.NAME, place.text, place.text.casefold(), nearest=told[0].text
                )


def _beside(head: Word, text: Reading) -> Iterator[Word]:
    """Yield the capitalised words right before a head, and right after it or its `of`."""
    by_place = {word.at: word for word in text.words}
    at = head.at
    while at - 1 in by_place and not text.tokens[at].breaks and _is_name(by_place[at - 1]):
        at -= 1
        yield by_place[at]
    at = head.at + 1
    while at < len(text.tokens) and text.tokens[at].low in _JOINING:
        at += 1
    while at in by_place and not text.tokens[at].breaks and _is_name(by_place[at]):
        yield by_place[at]
        at += 1


def _is_name(word: Word) -> bool:
    return (
        word.at > 0 and word.text[:1].isupper() and word.labels.isdisjoint({"rank", "up", "down"})
    )


def _has(place: Word, unit: Reading) -> bool:
    return any(not place.roots.isdisjoint(one.roots) for one in unit.words)
