"""What the forms of one word share: inflection, nominal style, separable verbs.

A word has several roots, because its ending alone does not tell which part of it is the stem. Two
words are forms of the same word where they share one.
"""

import re
from functools import lru_cache

import snowballstemmer

from aicvgen.domain.claims.words.lexicon import irregular

_SHORTEST = 4
_SHORTEST_STEM = 3
_IZE = re.compile(r"iz(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
_OUR = re.compile(r"(?<=[lbvn])our(?=s|ed|ing|$)")
FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_NIS = re.compile(r"niss(?:e|en|es)$")
"""Verzeichnisse, Ergebnissen"""
_EL = re.compile(r"[^aeiou]el$")
"""entwickeln, Entwicklung"""
_DOING = re.compile(r"(?<=[lr])nd(?:e[nrsm]?)?$")
"""wechselnden, steuernde"""
_GERMAN_ENDINGS = (
    "ierungen", "ierung", "ierenden", "ierten", "ierter", "iertes", "ierte", "ieren", "iert",
    "ationen", "ation", "atoren", "ator", "innen", "ungen", "ung", "enden", "ender", "endes",
    "ende", "end", "eten", "etes", "eter", "ete", "ern", "ten", "tes", "ter", "tem", "tet", "te",
    "test", "erin", "lich", "ens", "est", "ie", "ien", "isch", "ischen", "ische", "ig",
    "igen", "ige", "iges",
    "enen", "ener", "enes", "ene", "enem", "ik", "iken", "iker", "ikerin", "en",
    "em", "er", "es", "et", "in", "st", "e", "n", "ns", "s", "t", "ier",
)  # fmt: skip
JOINT = re.compile(
    r"mit(?!tel|teil|glied|arbeit|nehm|nahm|genom|tag|komm|lauf|schr|mensch|unter|samt|hin|bewohn)"
    r"[a-zäöü]{4,}(?:iert|ierte|ierten|ieren|elt|elte|eln|get[a-z]+t|bet[a-z]+t)$"
    r"|mitge[a-zäöü]{2,}(?:t|te|ten|en)$"
)
"""German verbs of doing something with others: mitorganisiert, mitgeplant."""
PARTICLES = (
    "zurück", "zusammen", "entgegen", "instand", "weiter", "wieder", "durch", "fest", "statt",
    "bereit", "nach", "teil", "über", "voran", "heraus", "herein", "inbetrieb", "inkraft",
    "hinzu", "ab", "an", "auf", "aus", "bei",
    "dar", "ein", "fort", "her", "hin", "los", "mit", "um", "vor", "weg", "zu", "frei", "unter",
)  # fmt: skip
_FIXED_PREFIXES = ("miss", "ent", "ver", "zer", "be", "er", "ge")
_FOLDED_PARTICLES = tuple(sorted((p.translate(FOLD) for p in PARTICLES), key=len, reverse=True))


@lru_cache(maxsize=50_000)
def roots(word: str, language: str) -> frozenset[str]:
    """Return everything a form of this word could be compared by."""
    low = word.casefold()
    if not low.isalpha() or len(low) < _SHORTEST_STEM:
        return frozenset({low})
    return _german(low) if language == "de" else _english(low)


def joined(particle: str, word: str) -> frozenset[str]:
    """Return the roots of a German verb whose particle stands at the end: nahm … an."""
    folded = particle.casefold().translate(FOLD)
    return frozenset(folded + root for root in roots(word, "de"))


def _english(low: str) -> frozenset[str]:
    base = irregular("en").get(low)
    if base is not None:
        return frozenset({base} | ({_stem(base)} - irregular("en").keys()))
    spelled = _OUR.sub("or", _IZE.sub("is", low))
    stem = _stem(spelled)
    found = {low, stem}
    if spelled.endswith(("ers", "ors")):
        found.add(spelled[:-1])  # the stemmer takes newcomers for forms of newcom
    if len(stem) > _SHORTEST and stem.endswith(("er", "or")):
        found |= {stem[:-2], _stem(spelled.rstrip("s")[:-1]), _stem(spelled.rstrip("s")[:-2])}
    if len(stem) >= _SHORTEST and stem[-1] == stem[-2]:
        found.add(stem[:-1])
    based = irregular("en").get(stem)
    if based is not None:
        found |= {based, _stem(based)}
    return frozenset(found)


def _german(low: str) -> frozenset[str]:
    folded = low.translate(FOLD)
    folded = _NIS.sub("nis", folded)
    found = {folded}
    for form in (folded, *_without_ge(folded)):
        found.add(form)
        for ending in _GERMAN_ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM:
                found.add(form[: -len(ending)])
    if JOINT.match(low):
        found |= _german(low.removeprefix("mit"))
    found |= {_DOING.sub("", form) for form in found}
    found |= {f"{form[:-2]}l" for form in found if _EL.search(form)}
    if "führ" in low:
        return frozenset(found)
    return frozenset(found | {base for form in found for base in _infinitive(form)})


def _without_ge(folded: str) -> set[str]:
    """Return participles and infinitives without `ge` and `zu`: ausgewertet, vorzubereiten.

    An Auszubildender is taught, an Ausbilder teaches.
    """
    found = set[str]()
    if folded.startswith("auszubild"):
        return found
    for particle in ("", *_FOLDED_PARTICLES):
        if not folded.startswith(particle):
            continue
        rest = folded[len(particle) :]
        for infix in ("ge", "zu"):
            if rest.startswith(infix) and len(rest) > len(infix) + _SHORTEST_STEM:
                found.add(particle + rest[len(infix) :])
    return found


def _infinitive(form: str) -> set[str]:
    """Return the stem of the infinitive: annahm, annahme, angenommen → annehm."""
    known = irregular("de")
    found = {known[form]} if form in known else set[str]()
    for prefix in (*_FOLDED_PARTICLES, *_FIXED_PREFIXES):
        rest = form.removeprefix(prefix)
        if rest != form and rest in known:
            found.add(prefix + known[rest])
        for inner in _FIXED_PREFIXES if rest != form else ():
            if rest.removeprefix(inner) != rest and rest.removeprefix(inner) in known:
                found.add(prefix + inner + known[rest.removeprefix(inner)])
    return found


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    # A stemmer keeps the word it works on: threads must not share one.
    return str(snowballstemmer.stemmer("english").stemWord(word))
