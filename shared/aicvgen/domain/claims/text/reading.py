"""A sentence as the check reads it: words by clause, with everything each can be compared by."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.numbers.dates import without_dates
from aicvgen.domain.claims.numbers.quantities import quantities
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.numbers.units import PERIOD_WORDS
from aicvgen.domain.claims.text.names import is_tool
from aicvgen.domain.claims.text.periods import periods_in
from aicvgen.domain.claims.words.everyday import is_everyday
from aicvgen.domain.claims.words.keeping import is_keeping, is_showing_round
from aicvgen.domain.claims.words.labels import (
    both_ways,
    labels,
    labels_of,
    one_way,
    part_labels,
    phrases_in,
)
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.claims.words.roots import PARTICLES, joined, roots
from aicvgen.domain.claims.words.tokens import Token, tokens
from aicvgen.domain.claims.words.wordnet import general, senses

_ENDING = frozenset({"und", "oder", "sowie"})
_PARTS = {"betrieb": "inbetrieb", "kraft": "inkraft", "instand": "instand"}
"""Nouns that end a verb as particles do: nahm in Betrieb."""
_NOUNS = frozenset({"Waren", "Mithilfe", "Arm", "Hut", "Weg"})
"""German nouns written like words that only join."""
_NONE = frozenset[str]()
_LOOSE = frozenset[int]()
_PLAIN = frozenset({
    "scope", "rank", "all", "each", "cause", "up", "down", "negation", "deputy", "pending",
    "candidate", "sometimes", "mostly", "basic", "supervised", "overseen", "beat", "support",
    "shared", "jointly", "partly",
})  # fmt: skip
"""Classes whose words mean what their class says and have no synonyms beside it."""
_CLAIMING = frozenset({
    "scope", "rank", "all", "each", "cause", "up", "down", "negation", "beat", "granted",
})  # fmt: skip
"""Classes whose words are never everyday words beside it."""
_NAMED = frozenset({"support", "aid"})
"""Words that are no help within an English name: Immediate Life Support."""
_SEMANTIC = frozenset({"negation", "all", "each"})
"""Function words of these classes claim something all the same."""


class Word(NamedTuple):
    """One word of a sentence that may claim something."""

    text: str
    at: int
    """Index of its token."""
    clause: int
    roots: frozenset[str]
    labels: frozenset[str]
    """Of the word alone."""
    whole: frozenset[str]
    """Of the phrases it is part of: enough where its own word is not there."""
    name: bool
    """A tool, an acronym or a capitalised name: never inflected or split."""
    senses: frozenset[str]
    """What it means, where its class does not say so already."""
    general: frozenset[str]
    """The same with what is more general: a boot is footwear."""


class Reading(NamedTuple):
    """A text with its words, numbers, periods and classes."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    clauses: tuple[int, ...]
    """Clause of each token."""
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    periods: Mapping[int, str]
    """Period by token: `week` for weekly, per week, a week."""
    roots: frozenset[str]
    labels: frozenset[str]
    general: frozenset[str]
    classes: Mapping[str, frozenset[int]]
    """The clauses in which each class of words occurs."""


@lru_cache(maxsize=20_000)
def reading(text: str, language: str) -> Reading:
    """Read a text in a language whose rules are known: `en` or `de`."""
    found = tokens(text)
    numbers = quantities(text)
    particles, phrases = _particles(found, language), phrases_in(found, language)
    clauses = _clauses(found)
    taken = {at for number in numbers for at in range(number.first, number.last + 1)}
    periods = {at: period for at, period in periods_in(found).items() if at not in taken}
    dated = without_dates(text)
    words = tuple(
        _word(found, at, clauses[at], language, (particles, phrases))
        for at, token in enumerate(found)
        if at not in taken
        and at not in periods
        and at not in particles
        and not dated[token.start : token.end].isspace()
        and (_may_claim(token, language) or _is_grade(token, text))
        and not _is_of_year(found, at, dated)
        and not (token.low in word_set("every") and (at + 1 in taken or _is_rate(found, at)))
    )
    functions = function_words(language)
    said = [token for token in found if token.low not in functions or token.text in _NOUNS]
    return Reading(
        text=text,
        language=language,
        tokens=found,
        clauses=clauses,
        words=words,
        quantities=numbers,
        periods=periods,
        roots=frozenset(root for word in words for root in word.roots)
        | frozenset(root for token in said for root in roots(token.low, language)),
        labels=frozenset(label for word in words for label in word.labels | word.whole)
        | frozenset(label for whole in phrases.values() for label in whole)
        | frozenset(label for token in said for label in part_labels(token.low, language)),
        general=frozenset(sense for word in words for sense in word.general)
        | one_way(frozenset(label for whole in phrases.values() for label in whole))[1],
        classes=_classes(found, clauses, words, phrases, particles),
    )


def _is_rate(found: tuple[Token, ...], at: int) -> bool:
    """Say whether `every` makes a rate of what follows: every month, each evening."""
    return at + 1 < len(found) and found[at + 1].low in word_set("times") | PERIOD_WORDS.keys()


def _is_of_year(found: tuple[Token, ...], at: int, dated: str) -> bool:
    """Say whether a word only goes before its year: im Jahr 2017."""
    after = found[at + 1] if at + 1 < len(found) else None
    return (
        found[at].low in word_set("before_year")
        and after is not None
        and dated[after.start : after.end].isspace()
    )


def _may_claim(token: Token, language: str) -> bool:
    low = token.low
    return (
        token.text in _NOUNS
        or low not in function_words(language)
        or bool(labels(low, language) & _SEMANTIC)
    )


def _is_grade(token: Token, text: str) -> bool:
    """Tell the letter of a grade or a class from an article or a letter cut short: SKT A."""
    return (
        len(token.text) == 1
        and token.text.isupper()
        and token.text != "I"
        and token.start > 0
        and not token.breaks
        and not (text[token.end : token.end + 1] == "." and text[token.end :].strip(" ."))
    )


def _word(
    found: tuple[Token, ...],
    at: int,
    clause: int,
    language: str,
    context: tuple[frozenset[int], Mapping[int, frozenset[str]]],
) -> Word:
    """Read one token; the context is the particles and the labels of phrases by token."""
    token = found[at]
    particles, phrases = context
    capital = token.text[:1].isupper()
    starts = at == 0 or (token.breaks and not token.tied)
    tool = is_tool(token.text)
    name = tool or (language == "en" and capital and not starts and len(token.text) > 1)
    known = _known(
        found, at, language, particles if not tool and (starts or not capital) else _LOOSE
    )
    whole = phrases.get(at, frozenset())
    verb = not capital or (starts and token.low.endswith("ierte"))
    listed = labels(token.low, language, person=language == "en" or not verb)
    if known != roots(token.low, language):
        listed |= labels_of(known, language)
    if tool:
        listed |= labels(token.low.removesuffix("s"), language)
    elif _CLAIMING.isdisjoint(listed) and is_everyday(token, language, known, starts=starts):
        listed |= {"light"}
    if "attend" in whole:
        listed -= {"partly"}
    if name and token.low in _NAMED:
        listed -= {"support"}
    listed = _as_used(found, at, listed, particles)
    own, wider = one_way(listed | whole)
    if language == "en" and not name and _PLAIN.isdisjoint(listed):
        own, wider = own | senses(token.low), wider | general(token.low)
    listed, whole = both_ways(listed), both_ways(whole)
    return Word(token.text, at, clause, known, listed, whole, name, own, wider)


def _known(
    found: tuple[Token, ...], at: int, language: str, particles: frozenset[int]
) -> frozenset[str]:
    """Return all a word can be compared by: itself, and with the particle that belongs to it."""
    token = found[at]
    if is_tool(token.text):
        return frozenset({token.low, token.low.removesuffix("s"), f"{token.low}s"})
    known = roots(token.low, language)
    if language == "en" and at + 1 < len(found) and found[at + 1].low in word_set("particles"):
        known |= frozenset(root + found[at + 1].low for root in known)
    for particle in particles:
        if particle > at:
            known |= joined(_PARTS.get(found[particle].low, found[particle].low), token.low)
    return known


def _as_used(
    found: tuple[Token, ...], at: int, listed: frozenset[str], particles: frozenset[int]
) -> frozenset[str]:
    """Tell who leads from who keeps a list, shows round a house or led something in."""
    if any(particle > at for particle in particles):
        listed -= {"scope"}
    if found[at].low.startswith("rais") and any(
        token.low.rstrip("s") in word_set("raised") for token in found[at + 1 : at + 5]
    ):
        return listed - {"up"}
    if found[at].low == "falls":  # of patients, which nobody brings down by saying so
        return listed - {"down"}
    if is_keeping(found, at):
        return (listed - {"scope"}) | {"do"}
    return listed - {"scope"} if is_showing_round(found, at) else listed


def _classes(
    found: tuple[Token, ...],
    clauses: tuple[int, ...],
    words: tuple[Word, ...],
    phrases: Mapping[int, frozenset[str]],
    particles: frozenset[int],
) -> dict[str, frozenset[int]]:
    by_class = dict[str, frozenset[int]]()
    places = [
        (word.labels - ({"support"} if _is_service(found, word) else _NONE), word.clause)
        for word in words
    ]
    places += [(whole, clauses[at]) for at, whole in phrases.items()]
    places += [(frozenset({"support"}), clauses[at]) for at in particles if found[at].low == "mit"]
    places += (
        [(frozenset({"support"}), clauses[-1])] if found[-1:] and found[-1].low == "dabei" else []
    )
    for listed, clause in places:
        for label in listed:
            if label[0].isalpha():
                by_class[label] = by_class.get(label, frozenset()) | {clause}
    return by_class


def _is_service(found: tuple[Token, ...], word: Word) -> bool:
    """Tell helped customers choose, which is the work, from helped to choose."""
    near = [token.low for token in found[word.at + 1 : word.at + 3]]
    return bool(near) and near[0] in word_set("served") and "with" not in near


def _clauses(found: tuple[Token, ...]) -> tuple[int, ...]:
    clause = 0
    numbered = list[int]()
    for at, token in enumerate(found):
        if at and (token.breaks or token.low in word_set("splitting")):
            clause += 1
        numbered.append(clause)
    return tuple(numbered)


def _is_cut_off(found: tuple[Token, ...], at: int) -> bool:
    """Say whether the second word ends a German clause: Wirkte mit, als."""
    return at == 1 and found[0].low.endswith("te") and found[2:3] != () and found[2].breaks


def _particles(found: tuple[Token, ...], language: str) -> frozenset[int]:
    """Find the particles of separable verbs: the last word before a comma, `und` or the end."""
    if language != "de":
        return frozenset()
    return frozenset(
        at
        for at, token in enumerate(found)
        if (at > 1 or _is_cut_off(found, at))
        and (
            (token.low in PARTICLES and token.text.islower())
            or (token.low in _PARTS and found[at - 1].low == "in")
        )
        and (at + 1 == len(found) or found[at + 1].breaks or found[at + 1].low in _ENDING)
    )
