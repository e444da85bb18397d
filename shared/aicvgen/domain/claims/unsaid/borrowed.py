"""Names of one fact in a sentence about another: this client's logo, that client's town."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from aicvgen.domain.claims.acts.owning import is_mine
from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.abbreviations import spelled_out
from aicvgen.domain.claims.text.names import is_tool
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike, known, stands
from aicvgen.domain.claims.unsaid.turned import is_done_oneself
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import FOLD
from aicvgen.domain.draft import FindingKind

_FREE = frozenset({"light", "generic", "frame", "support", "jointly", "do"})
_UNCHANGED = frozenset({"negation", "all", "each"})
"""Classes that are looked for by themselves."""
_SHORTEST = 2
_SHORTEST_HEAD = 4
_TOLD = 3
"""From so many words on a clause retells one fact, and joins no other."""


def borrowed_names(
    text: Reading, units: Sequence[Reading], homes: Mapping[int, Reading], header: Reading
) -> Iterator[Claim]:
    """Yield each name that only facts have which the rest of its clause does not speak of."""
    opened = spelled_out(text, units)
    for word in text.words:
        home = homes.get(word.clause)
        if home is None or _is_in(word, header) or _is_in(word, home) or word.at in opened:
            continue
        if not (word.name or _takes_place(word, text, home)):
            continue
        holders = [unit for unit in units if _is_in(word, unit)]
        near = [
            other
            for other in text.words
            if other.clause == word.clause and other is not word and other.labels.isdisjoint(_FREE)
        ]
        foreign = [other for other in near if not _is_in(other, home)]
        if len(near) - len(foreign) < _TOLD:
            continue
        if holders and not any(_is_in(other, unit) for other in foreign for unit in holders):
            yield Claim(FindingKind.NAME, word.text, word.text.casefold(), nearest=holders[0].text)


def swapped_modifiers(
    text: Reading, units: Sequence[Reading], homes: Mapping[int, Reading], header: Reading
) -> Iterator[Claim]:
    """Yield each word that stands where its fact has an unlike one: income for corporation tax."""
    own = {root for unit in (*units, header) for root in unit.roots}
    acts, opened = set(said_to_be_done(text)), spelled_out(text, units)
    for word, head in pairwise(text.words):
        home = homes.get(word.clause)
        if home is None or not _are_beside(word, head, text) or not word.roots.isdisjoint(own):
            continue
        if is_tool(word.text) or text.tokens[word.at].tied or word in acts or word.at in opened:
            continue
        before = [
            one
            for one, other in pairwise(home.words)
            if _are_beside(one, other, home)
            and len(one.text) > _SHORTEST
            and not other.roots.isdisjoint(head.roots)
        ]
        kept = any(
            alike(word, one)
            or _say_same(word, one)
            or _is_said(one, text)
            or "negation" in word.labels & one.labels
            for one in before
        )
        kept = kept or is_mine(word, text, units) or is_done_oneself(word, text, units)
        kept = kept or _opens_compound(word, text, home)
        if before and not kept and word.labels.isdisjoint(_FREE | _UNCHANGED):
            yield Claim(
                FindingKind.WORD, word.text, word.text.casefold(), looked_for=before[0].text
            )


def _say_same(word: Word, one: Word) -> bool:
    """Say whether two words are of phrases that mean the same: IHK, Handelskammer."""
    same = (word.labels | word.whole) & (one.labels | one.whole)
    tail = word.at > 0 and word.text[:1].isupper() and one.text.lower().endswith(word.text.lower())
    return tail or any(label[0] == "#" for label in same)


def _opens_compound(word: Word, text: Reading, home: Reading) -> bool:
    """Say whether a compound of the fact is taken apart: Interviews mit Nutzern."""
    heads = tuple(root for root in word.roots if len(root) >= _SHORTEST_HEAD)
    if text.language != "de" or not heads or not word.text[:1].isupper():
        return False
    return any(
        whole.startswith(head)
        and any(_ends_with(whole[len(head) :], other) for other in text.words if other is not word)
        for one in home.words
        for whole in [one.text.lower().translate(FOLD)]
        for head in heads
    )


def _ends_with(rest: str, other: Word) -> bool:
    return any(len(root) >= _SHORTEST_HEAD and root in rest for root in other.roots)


def swapped_products(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each product of a maker whose facts name another: DATEV Lohn for DATEV LODAS."""
    said = {token.low for token in text.tokens}
    own = {token.low for unit in units for token in unit.tokens}
    labels = {label for unit in units for label in unit.labels}
    for maker, word in pairwise(text.words):
        if not is_tool(maker.text) or not _are_beside(maker, word, text) or word.whole & labels:
            continue
        products = {
            other.text.lower()
            for unit in units
            for one, other in pairwise(unit.words)
            if one.text == maker.text and _are_beside(one, other, unit) and _is_named(other)
        }
        if (
            products
            and products.isdisjoint(said)
            and _is_named(word)
            and word.text.lower() not in own
        ):
            yield Claim(FindingKind.NAME, word.text, word.text.casefold(), looked_for=min(products))


def moved_institutions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each place of a university or the like of which the evidence names another's only."""
    told = [pair for unit in units for pair in _institutions(unit)]
    said = tuple(_institutions(text))
    for head, place in said:
        others = [name for one, name in told if alike(head, one)]
        places = [name for one, name in said if one is head]
        if others and not any(alike(one, other) for one in places for other in others):
            yield Claim(
                FindingKind.NAME, place.text, place.text.casefold(), looked_for=others[0].text
            )


def _institutions(text: Reading) -> Iterator[tuple[Word, Word]]:
    """Yield each institution with its place: University of Leeds, Leeds University."""
    for one, other in pairwise(text.words):
        between = [token.low for token in text.tokens[one.at + 1 : other.at]]
        if text.tokens[other.at].breaks or len(between) > 1 or not {"of", "in"}.issuperset(between):
            continue
        if one.text.lower() in word_set("institutions") and _is_proper(other):
            yield one, other
        elif other.text.lower() in word_set("institutions") and not between and _is_proper(one):
            yield other, one


def _is_proper(word: Word) -> bool:
    """Tell a proper name, which says nothing else, from a German noun: Universität Kassel."""
    return word.name or (word.at > 0 and word.text[:1].isupper() and not word.labels)


def _is_named(word: Word) -> bool:
    return word.name or word.text[:1].isupper()


def _are_beside(one: Word, other: Word, text: Reading) -> bool:
    token = text.tokens[other.at]
    return other.at == one.at + 1 and not (token.breaks or token.tied)


def _is_said(word: Word, text: Reading) -> bool:
    return any(alike(word, other) for other in text.words)


def _takes_place(word: Word, text: Reading, home: Reading) -> bool:
    """Say whether a German noun stands where the fact has another: Stadtwerke Lübeck."""
    if text.language != "de" or not word.at or not word.text[:1].isupper():
        return False
    said = {token.low for token in text.tokens}
    before = text.tokens[word.at - 1].low
    return any(
        one.low == before and other.text[0].isupper() and other.low not in said
        for one, other in pairwise(home.tokens)
        if not other.breaks
    )


def _is_in(word: Word, unit: Reading) -> bool:
    return stands(word, known((unit,)), unit.language)
