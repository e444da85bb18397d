"""Items added to a list: cars, vans and lorries where the fact has cars and vans."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.abbreviations import spelled_out
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.labels import part_labels
from aicvgen.domain.claims.words.roots import FOLD
from aicvgen.domain.draft import FindingKind

_SHORTEST_COMPOUND, _SHORTEST_HALF, _SHORTEST_HEAD = 9, 6, 5
_JOINING = frozenset({"and", "or", "und", "oder", "sowie"})
_FREE = frozenset({"light", "generic", "frame", "deed", "do", "act"})


def added_items(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each item of a list that only says again, as a synonym, what another item says.

    One word of a fact is one item: a synonym of it beside it would be one more.
    """
    acts = set(said_to_be_done(text))
    opened = spelled_out(text, units)
    for items in _lists(text):
        for item in items:
            if item in acts or item.labels & _FREE or not _is_noun(item, text.language):
                continue
            told = {label for unit in units for label in unit.labels if label[0] == "#"}
            if item.at in opened or item.whole & told or _opens_compound(item, units):
                continue
            others = [other for other in items if other is not item]
            if text.language == "de" and _is_among(item, others):
                continue  # both genders of one noun: Mitarbeiterinnen und Mitarbeiter
            like = [word for unit in units for word in unit.words if alike(item, word)]
            again = bool(like) and all(
                item.roots.isdisjoint(word.roots) and _is_among(word, others) for word in like
            )
            pieced = text.language == "de" and not like and _is_pieced(item, others, units)
            if again or pieced:
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


def _opens_compound(item: Word, units: Sequence[Reading]) -> bool:
    """Say whether a compound of the facts begins with a German item: Fristenkontrolle."""
    starts = tuple(root for root in item.roots if len(root) >= _SHORTEST_HEAD)
    return bool(starts) and any(
        word.text.lower().translate(FOLD).startswith(starts) and not alike(item, word)
        for unit in units
        if unit.language == "de"
        for word in unit.words
    )


def _is_pieced(item: Word, others: Sequence[Word], units: Sequence[Reading]) -> bool:
    """Say whether a compound is made of halves of other items: Betriebs- and -vereinbarung."""
    low = item.text.lower()
    said = {
        word.text.lower()
        for unit in units
        for word in unit.words
        if word.text[:1].isupper() and _is_among(word, others)
    }
    heads = {one for one in said if _share_head(low, one)}
    return bool(heads) and any(_share_tail(low, one) for one in said - heads)


def _share_head(one: str, other: str) -> bool:
    """Say whether two German compounds begin with the same word."""
    return (
        min(len(one), len(other)) >= _SHORTEST_COMPOUND
        and one[:_SHORTEST_HALF] == other[:_SHORTEST_HALF]
        and one not in other
        and other not in one
    )


def _share_tail(one: str, other: str) -> bool:
    """Say whether two German compounds end with the same word or with synonyms."""
    return min(len(one), len(other)) >= _SHORTEST_COMPOUND and not part_labels(
        one, "de"
    ).isdisjoint(part_labels(other, "de"))


def _is_noun(word: Word, language: str) -> bool:
    return language != "de" or word.text[:1].isupper()
