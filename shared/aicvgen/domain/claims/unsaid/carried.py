"""Verbs that say no more than the noun of a fact which they carry: gave a talk, Platz belegt."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from aicvgen.domain.claims.acts.predicate import done_about
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import lines
from aicvgen.domain.claims.words.roots import FOLD, roots

_WEAK = frozenset({"attend", "candidate", "pending", "preparing"})
"""A fact with these does not tell that the noun's deed was done."""
_BY_NOUN_ENDS = 4
_DEEDS = ("synthes", "darstell", "scan", "erinner", "herstell")
"""Beginnings of nouns that name the deed itself, not what came of it."""


def is_carried(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact names as done, without a verb of its own, the noun this verb carries.

    The sentence has to name what the fact names, by the noun or by the rest of its compound.
    """
    nouns = frozenset(noun for root in word.roots for noun in _carried(said.language).get(root, ()))
    return bool(nouns) and any(
        _is_said(other, word, said) or _is_object_said(other, unit, said)
        for unit in units
        for other in _named(unit)
        if _is_noun_of(other, nouns)
        and not any(other.clause in unit.classes.get(weak, ()) for weak in _WEAK)
    )


def _named(unit: Reading) -> Iterator[Word]:
    """Yield what a fact names as done where a clause has no verb."""
    for clause in {word.clause for word in unit.words}:
        words = [word for word in unit.words if word.clause == clause]
        if not done_about(unit, words).verbal or unit.language == "de":
            yield from (word for word in _head(words, unit) if _may_head(word, unit))


def _head(words: Sequence[Word], unit: Reading) -> Sequence[Word]:
    """Return the noun a clause opens with, behind its adjectives."""
    if unit.language == "de":
        return [word for word in words[:2] if word.text[:1].isupper()][:1]
    run = [word for place, word in enumerate(words) if word.at == words[0].at + place]
    return run[-1:]


def _may_head(word: Word, unit: Reading) -> bool:
    ends_in_verb = any(
        other.clause == word.clause
        and other.text.islower()
        and other.text.endswith(("t", "en"))
        and not _is_before_noun(other, unit)
        for other in unit.words
    )
    return unit.language == "en" or (word.text[:1].isupper() and not ends_in_verb)


def _is_before_noun(word: Word, unit: Reading) -> bool:
    """Tell the German adjective of im internen Wettbewerb from a verb."""
    after = unit.tokens[word.at + 1] if word.at + 1 < len(unit.tokens) else None
    return after is not None and not after.breaks and after.text[:1].isupper()


def _is_noun_of(word: Word, nouns: frozenset[str]) -> bool:
    """Say whether a word is one of the nouns, or a German compound of one: Posterpreis."""
    ends = tuple(noun for noun in nouns if len(noun) >= _BY_NOUN_ENDS)
    return not nouns.isdisjoint(word.roots) or any(root.endswith(ends) for root in word.roots)


def _is_said(noun: Word, verb: Word, said: Reading) -> bool:
    """Say whether the clause of a verb names a noun, or the beginning of its compound."""
    whole = noun.text.lower().translate(FOLD)
    return any(
        alike(other, noun)
        or any(len(root) >= _BY_NOUN_ENDS and whole.startswith(root) for root in other.roots)
        for other in said.words
        if other is not verb and verb.clause - 1 <= other.clause <= verb.clause + 1
    )


def _is_object_said(noun: Word, unit: Reading, said: Reading) -> bool:
    """Say whether a sentence names what a German fact says of a deed: Synthese von Liganden."""
    behind = next((one for one in unit.words if one.at > noun.at), None)
    return (
        unit.language == "de"
        and behind is not None
        and behind.clause == noun.clause
        and noun.text.lower().startswith(_DEEDS)
        and any(alike(behind, other) for other in said.words)
    )


@cache
def _carried(language: str) -> Mapping[str, frozenset[str]]:
    """Return the roots of the nouns that each verb carries, by the roots of the verb."""
    found = dict[str, frozenset[str]]()
    for line in lines("carried"):
        verb, _, nouns = line.removeprefix(f"{language} ").partition(":")
        if not line.startswith(f"{language} "):
            continue
        listed = frozenset(
            root for noun in nouns.split(",") for root in roots(noun.strip().lower(), language)
        )
        for root in roots(verb, language):
            found[root] = found.get(root, frozenset()) | listed
    return found
