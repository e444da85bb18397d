"""Who else did it: the supplier replaced, who presented, made out by the shipping office.

A fact tells of several people's acts. What it says of another is no evidence that the candidate
did it, and what a sentence says of another is not claimed for the candidate.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from aicvgen.domain.claims.acts.anothers import SITTING
from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word, reading
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import roots
from aicvgen.domain.draft import FindingKind

_BY_AT_MOST = 6
"""Words between a participle and the `by` that names who did it."""
_LONGEST_SUBJECT = 6
_AUXILIARIES = frozenset({"had", "has", "have", "also", "then", "later", "all", "both"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_ARTICLES = frozenset({"the", "a", "an", "my", "our", "its", "their", "his", "her", "two", "three"})
_PASSIVE = frozenset({"was", "were", "been"})
_WAYS = frozenset({"up", "down"})
_OWN = frozenset({"i", "me", "we", "us", "myself"})


def others_acts(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each act of the sentence that its facts tell of somebody else alone."""
    if said.language != "en":
        return
    acting = agents(said)
    for at, token in enumerate(said.tokens):
        if at in acting or not is_past(token.low) or not _opens(said, at):
            continue
        if token.low in word_set("light_verbs"):
            continue
        told = [
            (unit, place)
            for unit in units
            for place in range(len(unit.tokens))
            if _is_same_deed(said, at, unit, place)
        ]
        if not told or not all(agents(unit).get(place) for unit, place in told):
            continue
        if all(_is_among(agents(unit)[place][-1], said) for unit, place in told):
            continue
        same = any(_objects(said, at) & _objects(unit, place) for unit, place in told)
        if same or not _is_done_otherwise(said, at, units):
            yield Claim(FindingKind.SCOPE, token.text, "own", looked_for=f"{token.text} by another")


def _is_among(who: Word, said: Reading) -> bool:
    """Say whether a sentence names the group it was done in: mapped it in a crew of four."""
    return any(
        _is_same(who, word)
        and {token.low for token in said.tokens[max(0, word.at - 2) : word.at]} & {"in", "within"}
        for word in said.words
        if word.text.lower() in word_set("teams")
    )


def _is_same_deed(said: Reading, at: int, unit: Reading, place: int) -> bool:
    """Say whether two verbs are forms of one, or tell alike what a group made grow or shrink."""
    if not roots(said.tokens[at].low, "en").isdisjoint(roots(unit.tokens[place].low, "en")):
        return True
    theirs = agents(unit).get(place, ())
    if not theirs or theirs[-1].text.lower() not in word_set("teams") | word_set("bodies"):
        return False
    ways = [
        {way for word in text.words if word.at == where for way in word.labels & _WAYS}
        for text, where in ((said, at), (unit, place))
    ]
    return not ways[0].isdisjoint(ways[1])


def others_things(said: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield each thing that a fact says another did, told as one's own: accounts done by them."""
    for unit in units:
        for at, who in agents(unit).items():
            first = unit.clauses.index(unit.clauses[at])
            passive = unit.tokens[at - 1].low in _PASSIVE and at - first > 1 and bool(first)
            things = [word for word in unit.words if first <= word.at < at - 1]
            if not passive or not things or unit.tokens[first].low in _RELATIVE:
                continue
            told = [word for word in said.words if _is_same(word, things[-1])]
            named = any(_is_same(word, one) for word in said.words for one in who)
            elsewhere = any(
                _is_same(word, things[0]) and not first <= word.at < at
                for other in units
                for word in other.words
            )
            whole = any(_is_same(word, things[0]) for word in said.words)
            if told and whole and not (named or elsewhere):
                yield Claim(FindingKind.SCOPE, told[0].text, "own", nearest=unit.text)


def _is_same(one: Word, other: Word) -> bool:
    return not one.roots.isdisjoint(other.roots)


def _objects(text: Reading, at: int) -> frozenset[str]:
    """Return the roots of what stands beside a verb: informed the council."""
    near = (word for word in text.words if text.clauses[word.at] == text.clauses[at])
    return frozenset(root for word in near if word.at != at for root in word.roots)


def _is_done_otherwise(said: Reading, at: int, units: Sequence[Reading]) -> bool:
    """Say whether a fact tells the candidate's own act by another verb: managed for ran."""
    verbs = [word for word in said.words if word.at == at]
    return any(
        alike(verb, other)
        for verb in verbs
        for unit in units
        for other in unit.words
        if is_past(other.text.lower()) and other.at not in agents(unit)
    )


def agents(text: Reading) -> Mapping[int, tuple[Word, ...]]:
    """Return, by the token of an English verb, who else did it as far as the text says."""
    return _agents(text.text, text.language)


@lru_cache(maxsize=20_000)
def _agents(text: str, language: str) -> Mapping[int, tuple[Word, ...]]:
    read = reading(text, language)
    if language != "en":
        return {}
    found = dict[int, tuple[Word, ...]]()
    for at, token in enumerate(read.tokens):
        if is_past(token.low):
            who = _after_by(read, at) or _of_relative(read, at) or _subject(read, at)
            if who:
                found[at] = who
    return found


def _after_by(text: Reading, at: int) -> tuple[Word, ...]:
    """Return who is named behind `by`: negotiated by the claims manager."""
    for by in range(at + 1, min(len(text.tokens) - 1, at + 1 + _BY_AT_MOST)):
        token = text.tokens[by]
        if token.breaks or is_past(token.low) or token.low in _RELATIVE:
            return ()
        if token.low == "by":
            who = [word for word in text.words if by < word.at <= by + _LONGEST_SUBJECT]
            named = tuple(word for word in who if text.clauses[word.at] == text.clauses[by])
            led = text.tokens[by + 1].low in _ARTICLES
            own = text.tokens[by + 1].low in _OWN
            return named if not own and _is_somebody(named, text, articled=led) else ()
    return ()


def _of_relative(text: Reading, at: int) -> tuple[Word, ...]:
    """Return the one a relative clause tells of: the sister, who presented the results.

    One of three who introduced it is one oneself.
    """
    first = at - 1
    while first > 0 and text.tokens[first].low in _AUXILIARIES:
        first -= 1
    if first < 1 or text.tokens[first].low not in _RELATIVE or "shared" in text.classes:
        return ()
    before = tuple(word for word in text.words if first - _LONGEST_SUBJECT <= word.at < first)[-1:]
    if text.tokens[first].low in {"who", "whom"}:
        return before
    one_of = "scope" not in text.classes and (
        {"member", "support"} & text.classes.keys() or SITTING.search(text.text)
    )
    group = bool(before) and bool(one_of) and before[-1].text.lower() in word_set("teams")
    named = bool(before) and (before[-1].name or _is_body(before[-1], text))
    return before if named or group else ()


def _subject(text: Reading, at: int) -> tuple[Word, ...]:
    """Return the subject right before a verb: the supplier replaced, TÜV reviewed."""
    last = at - 1
    while last >= 0 and text.tokens[last].low in _AUXILIARIES and not text.tokens[last + 1].breaks:
        last -= 1
    if last < 0 or text.tokens[last + 1].breaks:
        return ()
    words = {word.at: word for word in text.words}
    first = last
    while first in words and not text.tokens[first].breaks and last - first < _LONGEST_SUBJECT:
        first -= 1
    named = tuple(words[place] for place in range(first, last + 1) if place in words)
    opener = text.tokens[first]
    articled = opener.low in _ARTICLES
    starts = first in words or opener.low in word_set("opening_a_clause")
    starts = starts or (articled and (not first or _starts(text, first)))
    return named if named and starts and _is_somebody(named, text, articled=articled) else ()


def _starts(text: Reading, first: int) -> bool:
    before = text.tokens[first - 1].low
    return text.tokens[first].breaks or before in word_set("opening_a_clause")


def _is_somebody(named: Sequence[Word], text: Reading, *, articled: bool) -> bool:
    """Say whether words name people or a body that acts, which a tool or a way does not."""
    if not named:
        return False
    return _is_body(named[-1], text) or any(
        word.name and not articled and not word.text.isupper() for word in named
    )


def _is_body(word: Word, text: Reading) -> bool:
    low = word.text.lower().removesuffix("s")
    return (
        is_person(word, text.language)
        or low in word_set("persons")
        or low in word_set("bodies")
        or word.text.lower() in word_set("served") | word_set("fellows")
    )


def _opens(text: Reading, at: int) -> bool:
    """Say whether a verb tells what the candidate did: at the start, or after `and`."""
    token = text.tokens[at]
    before = text.tokens[at - 1].low if at else ""
    return not at or token.breaks or before in {"and", "then", "i", "also"}
