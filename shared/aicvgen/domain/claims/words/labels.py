"""Labels of words and phrases: groups of synonyms (`#12`), classes (`support`), what entails what.

Of an entailment the specific side has `>12` and the general one `<12`: `one_way` reads them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from aicvgen.domain.claims.words.lexicon import entailments, lines, synonyms, word_set
from aicvgen.domain.claims.words.roots import FOLD, JOINT, roots
from aicvgen.domain.claims.words.tokens import Token, tokens
from aicvgen.domain.claims.words.wordnet import is_noun_only

_SHORTEST = 4
_EXACT = frozenset({"scope", "rank", "negation", "all", "each", "mostly", "sometimes", "granted"})
"""Classes whose members are forms, not words: `led` is one, the lead of a pencil is not."""
_NONE = frozenset[str]()


_SIDES = frozenset({"support", "deputy", "shared", "supervised", "overseen", "candidate"})
"""Classes of verbs: a helper is not help, `Mitarbeiter` no `Mitarbeit`."""
_PERSON = {
    "en": re.compile(r"(?:er|ers|or|ors|ants|ees|ee)$"),
    "de": re.compile(r"(?:[^d]er|ern|erin|erinnen|ende|enden|ender|endem|endes|ierte|ierten)$"),
}


_AGENT = re.compile(r"[a-z]{3}(?:er|or)s?$")
_EMPTY = frozenset({"light", "generic"})
"""Classes of words that claim nothing: to supply does not, a supplier does."""
_THING = re.compile(r"(?:servers?|routers?|printers?|trackers?|sensors?|folders?|scanners?)$")
"""Things whose names only look like persons who do something: a server does not serve."""
_ENTAILING, _ENTAILED = ">", "<"
"""Before the number of an entailment, for the words that say more and those that say less."""
_DEPUTY = ("stellvertret", "deput")
_DEPUTISING = ("vertretung", "vertreter", "vertreterin")
_STAFF = ("aushilfen", "aushilfskr", "hilfskräft")
"""Germans who help, which is no help of one's own."""
_PARTICIPLE = re.compile(r"end(?:e|en|er|em|es)$")
"""Of what it is said of, not of the candidate: die begleitenden Weine."""
_APART = frozenset({
    "on", "up", "off", "out", "over", "back", "in", "down", "away", "anew", "ready", "through",
    "informed", "updated", "current", "around", "choose", "find", "select", "hand", "how",
})  # fmt: skip
_FARTHEST = 7


class _Index(NamedTuple):
    singles: Mapping[str, frozenset[str]]
    """By root, or by `=` and the form."""
    phrases: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], str], ...]]
    """By a root of their first word, longest first."""


@lru_cache(maxsize=50_000)
def labels(low: str, language: str, *, person: bool = True) -> frozenset[str]:
    """Return the labels of one word; it may name a person unless German and in small letters."""
    singles = _index(language).singles
    found = singles.get(f"={low}", _NONE)
    for root in _thing_keys(low) if _THING.search(low) else _keys(low, language):
        found |= singles.get(root, _NONE)
    if language == "en" and _AGENT.search(low) and (low[-1] == "s" or is_noun_only(low)):
        found -= _EMPTY - _agent_labels(low)
    if language == "de" and JOINT.match(low):
        found |= {"support"}
    if language == "de" and low.startswith(_STAFF):
        found -= _SIDES
    if language == "de" and low.endswith(_DEPUTISING):
        found |= {"deputy"}
    if low.startswith(_DEPUTY):
        return found
    if not person:
        return found - _SIDES | (found & {"deputy"}) if _PARTICIPLE.search(low) else found
    return found - _SIDES if _PERSON[language].search(low) else found


def _agent_labels(low: str) -> frozenset[str]:
    """Return the labels of one who does something, without those of what is done."""
    singles = _index("en").singles
    keys = (key for key in _keys(low, "en") if _AGENT.search(key))
    return singles.get(f"={low}", _NONE).union(*(singles.get(key, _NONE) for key in keys))


def one_way(found: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what words of these labels say, and what who says them says too."""
    says = frozenset(f"<{label[1:]}" for label in found if label[0] == _ENTAILED)
    return says, says | {f"<{label[1:]}" for label in found if label[0] == _ENTAILING}


def both_ways(found: frozenset[str]) -> frozenset[str]:
    """Return the labels that mean the same on either side."""
    return frozenset(label for label in found if label[0] not in {_ENTAILING, _ENTAILED})


@lru_cache(maxsize=20_000)
def part_labels(low: str, language: str) -> frozenset[str]:
    """Return the synonyms of the first and the last part of a German compound."""
    if language != "de":
        return _NONE
    singles = _index(language).singles
    parts = {low[:at] for at in range(_SHORTEST + 1, len(low) - 2)}
    parts |= {low[at:] for at in range(_SHORTEST, len(low) - _SHORTEST)}
    keys = {key for part in parts for key in (part.translate(FOLD), *_keys(part, language))}
    return frozenset(
        label
        for key in keys
        if len(key) > _SHORTEST
        for label in singles.get(key, ())
        if label[0] == "#"
    )


def labels_of(keys: frozenset[str], language: str) -> frozenset[str]:
    """Return the labels of a word known by these roots."""
    singles = _index(language).singles
    return frozenset(
        label for key in keys if len(key) >= _SHORTEST for label in singles.get(key, ())
    )


def phrases_in(found: Sequence[Token], language: str) -> dict[int, frozenset[str]]:
    """Return, by token, the labels of the phrases it is part of."""
    phrases = _index(language).phrases
    by_token = dict[int, frozenset[str]]()
    for at, token in enumerate(found):
        for key in _keys(token.low, language):
            for parts, label in phrases.get(key, ()):
                if at and found[at - 1].low == "of" and label in _SIDES:
                    continue  # a scheme of work on coasts is no work on a scheme
                for inside in _places(found, at, parts, language):
                    by_token[inside] = by_token.get(inside, _NONE) | {label}
    return by_token


def _places(
    found: Sequence[Token], at: int, parts: tuple[frozenset[str], ...], language: str
) -> tuple[int, ...]:
    """Return the tokens of a phrase that starts here; `passed it on` is `passed on`."""
    together = tuple(range(at, at + len(parts)))
    if _is_phrase(found, together, parts, language):
        return together
    if len(parts) == 2 and not parts[1].isdisjoint(_APART):  # noqa: PLR2004  verb and particle
        for last in range(at + 2, min(at + _FARTHEST, len(found))):
            if _is_phrase(found, (at, last), parts, language):
                return at, last
    return ()


def _is_phrase(
    found: Sequence[Token],
    places: tuple[int, ...],
    parts: tuple[frozenset[str], ...],
    language: str,
) -> bool:
    first, last = places[0], places[-1]
    if last >= len(found) or any(found[inside].breaks for inside in range(first + 1, last + 1)):
        return False
    return all(
        not part.isdisjoint(_keys(found[place].low, language))
        for place, part in zip(places, parts, strict=True)
    )


def _keys(low: str, language: str) -> frozenset[str]:
    """Return the roots long enough to tell one word from another."""
    found = roots(low, language)
    if language == "en":
        return found
    return frozenset(root for root in found if len(root) >= _SHORTEST or root == low)


def _thing_keys(low: str) -> frozenset[str]:
    return frozenset(key for key in _keys(low, "en") if _THING.search(key))


@cache
def _index(language: str) -> _Index:
    singles = dict[str, set[str]]()
    phrases = dict[str, set[tuple[tuple[frozenset[str], ...], str]]]()
    for label, member in _members(language):
        words = [token.low for token in tokens(member)]
        if len(words) > 1:
            parts = tuple(_keys(word, language) for word in words)
            for key in parts[0]:
                phrases.setdefault(key, set()).add((parts, label))
            continue
        for key in {f"={words[0]}"} if label in _EXACT else _own_keys(words[0], language):
            singles.setdefault(key, set()).add(label)
    return _Index(
        {key: frozenset(found) for key, found in singles.items()},
        {key: tuple(sorted(found, key=_longest_first)) for key, found in phrases.items()},
    )


def _own_keys(low: str, language: str) -> frozenset[str]:
    """Return the roots of a member: a worker is no work, to plan with others is not to plan."""
    found = _keys(low, language)
    if language == "de" and low.startswith("zu") and low.endswith("en"):
        return frozenset(key for key in found if key.startswith("zu"))
    if JOINT.match(low):
        return found - roots(low.removeprefix("mit"), "de")
    if language == "de" or not low.endswith(("er", "or")) or low in word_set("verbs_like_persons"):
        return found
    return frozenset(key for key in found if key.endswith(("er", "or"))) or found


def _longest_first(phrase: tuple[tuple[frozenset[str], ...], str]) -> tuple[int, str]:
    return -len(phrase[0]), phrase[1]


def _members(language: str) -> list[tuple[str, str]]:
    members = [
        (f"#{number}", member)
        for number, group in enumerate(synonyms(language))
        for member in group
    ]
    for number, (stronger, weaker) in enumerate(entailments(language)):
        members += [(f"{_ENTAILING}{number}", member) for member in stronger]
        members += [(f"{_ENTAILED}{number}", member) for member in weaker]
    for line in lines(f"classes_{language}"):
        label, _, listed = line.partition(":")
        members += [(label, member.strip()) for member in listed.split(",")]
    return members
