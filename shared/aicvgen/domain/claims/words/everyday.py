"""Words that only carry a sentence and claim nothing: came to, for instance, zunächst, ging um."""

from collections.abc import Iterator
from functools import cache

from aicvgen.domain.claims.words.lexicon import irregular, lines
from aicvgen.domain.claims.words.roots import FOLD, roots
from aicvgen.domain.claims.words.tokens import Token

_ADJECTIVE = ("", "e", "er", "es", "en", "em")
_NOUN = ("", "e", "en", "n", "s", "es", "er", "ern")
_VOWELS = frozenset("aeiou")
_SHORTEST_STEM = 3


def is_everyday(token: Token, language: str, known: frozenset[str], *, starts: bool) -> bool:
    """Say whether a word only carries its sentence; `known` is all it can be compared by.

    German nouns are told from verbs by their capital, but for the first word of a sentence.
    """
    if language == "en":
        return token.low in _english() and (starts or token.text.islower())
    if token.low in _german("nouns"):
        return True
    if not (starts or token.text.islower()):
        return False
    apart = known - roots(token.low, "de")
    return token.low in _german("adverbs") or not _german("verbs").isdisjoint(apart or known)


@cache
def _english() -> frozenset[str]:
    forms = {word for kind in ("adverbs", "nouns", "verbs") for word in _listed("en", kind)}
    forms |= {f"{word}s" for word in _listed("en", "nouns")} | {"copies"}
    for verb in _listed("en", "verbs"):
        forms |= {f"{verb}s", f"{verb}es", *_pasts(verb)}
    return frozenset(forms).union(*(_pasts(verb) for verb in _listed("en", "pasts")))


def _pasts(verb: str) -> frozenset[str]:
    """Return the past and the form in -ing of an English verb."""
    found = {form for form, base in irregular("en").items() if base == verb} - {verb}
    if verb.endswith("e"):
        return frozenset(found | {f"{verb}d", f"{verb[:-1]}ing"})
    stem = f"{verb[:-1]}i" if verb[-1] == "y" and verb[-2] not in _VOWELS else verb
    double = f"{verb}{verb[-1]}"
    return frozenset(found | {f"{stem}ed", f"{verb}ing", f"{double}ed", f"{double}ing"})


@cache
def _german(kind: str) -> frozenset[str]:
    words = _listed("de", kind)
    if kind == "verbs":
        return frozenset(key for verb in words for key in _stems(verb))
    endings = _NOUN if kind == "nouns" else _ADJECTIVE
    return frozenset(word + ending for word in words for ending in endings)


def _stems(verb: str) -> Iterator[str]:
    """Yield an infinitive and its stem, as the roots of a form have them."""
    folded = verb.translate(FOLD)
    yield folded
    stem = folded.removesuffix("n").removesuffix("e")
    if len(stem) >= _SHORTEST_STEM:
        yield stem


@cache
def _listed(language: str, kind: str) -> frozenset[str]:
    parted = (line.partition(":") for line in lines(f"everyday_{language}"))
    return frozenset(
        word.strip().lower()
        for name, _, listed in parted
        if name == kind
        for word in listed.split(",")
    )
