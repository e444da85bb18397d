"""From what something moved to what: nothing moves back in another wording."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import function_words, word_set
from aicvgen.domain.draft import FindingKind

_FROM = frozenset({"from", "off", "von", "aus"})
_BY = frozenset({"with", "by", "for", "durch"})
"""What goes before the new thing after a verb of replacing."""
_TO = frozenset({"to", "on", "onto", "auf", "nach", "zu", "into", "ins"})
_INTO = frozenset({"to", "into"})
_SUBSTITUTED = frozenset({"substitute", "substitutes", "substituted", "substituting"})
_BEFORE = frozenset({"previously", "formerly", "zuvor", "vorher", "statt", "anstatt"})
"""What goes before the old thing where the new one stands before it."""
_IN_PLACE = frozenset({"instead", "place"})
"""The same with `of`: B instead of A, B took the place of A."""
_TAKING = frozenset({"in", "the", "took", "take", "takes", "taking"})
_FARTHEST_GOAL = 5
_REACH = 10
"""Tokens at most from where something came from to what it became."""
_PHRASE = 5
"""Tokens at most of the words that name a thing."""

Move = tuple[Sequence[Word], Sequence[Word]]
"""The words of what was and of what came of it."""


def turned(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield a move from B to A where the evidence tells one from A to B."""
    stated = _stated(units)
    for source, target in _told(text):
        old, new = _names(source, text), _names(target, text)
        straight = any(_runs(old, new, start, end) for start, end in stated)
        if not straight and any(_runs(old, new, end, start) for start, end in stated):
            yield Claim(FindingKind.DIRECTION, f"{source[0].text} … {target[0].text}", "turned")


def is_moved_alike(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a fact has the same move by another verb: switched for changed from A to B."""
    if word.text.lower() not in word_set("turning"):
        return False
    changing = word_set("turning") | word_set("replacing")
    stated = _stated(
        [unit for unit in units if any(token.low in changing for token in unit.tokens)]
    )
    return any(
        _runs(_names(source, said), _names(target, said), start, end)
        for source, target in _told(said)
        if source[0].clause >= word.clause
        for start, end in stated
    )


def _told(text: Reading) -> list[Move]:
    return [(source, target) for source, target in _moves_of(text) if source and target]


def _stated(units: Sequence[Reading]) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [
        (_names(start, unit), _names(end, unit)) for unit in units for start, end in _told(unit)
    ]


def _runs(
    source: frozenset[str], target: frozenset[str], start: frozenset[str], end: frozenset[str]
) -> bool:
    """Say whether a move runs from what one side alone has to what the other side alone has."""
    return bool((source & start) - (target | end)) and bool((target & end) - (source | start))


def _names(phrase: Sequence[Word], text: Reading) -> frozenset[str]:
    """Return the roots of words, with the number behind a name: Sage 50 is not Sage 200."""
    found = set[str]()
    for word in phrase:
        behind = text.tokens[word.at + 1 : word.at + 2]
        numbered = word.name and behind and behind[0].text[0].isdigit() and not behind[0].breaks
        found |= word.roots
        found |= {f"{root} {behind[0].text}" for root in word.roots} if numbered else set()
    return frozenset(found)


def _moves_of(text: Reading) -> Iterator[Move]:
    yield from _moves(text)
    yield from _succeeded(text)
    if text.language == "en":
        yield from _changes(text)
        yield from _substituted(text)


def _moves(text: Reading) -> Iterator[Move]:
    """Yield what stands after `from` and after the `to` that belongs to it."""
    for at, token in enumerate(text.tokens):
        if token.low not in _FROM and token.low not in word_set("replacing"):
            continue
        ends = _BY if token.low in word_set("replacing") else _TO
        to = _behind(text, at, ends)
        before = _goal_before(text, at) if to is None and ends is _TO else None
        source = _subject(text, at) if _is_passive(text, at) else _thing(text, at, to)
        if to is not None:
            yield source, _thing(text, to)
        elif before is not None:
            yield source, _thing(text, before, at)


def _changes(text: Reading) -> Iterator[Move]:
    """Yield what an English verb made into something else: converted the index into a database."""
    for at, token in enumerate(text.tokens):
        to = _behind(text, at, _INTO) if token.low in word_set("turning") else None
        if to is not None and _FROM.isdisjoint(one.low for one in text.tokens[at:to]):
            source = _subject(text, at) if _is_passive(text, at) else _thing(text, at, to)
            yield source, _thing(text, to)


def _substituted(text: Reading) -> Iterator[Move]:
    """Yield what one thing was substituted for."""
    for at, token in enumerate(text.tokens):
        to = _behind(text, at, _BY) if token.low in _SUBSTITUTED else None
        if to is not None:
            yield _thing(text, to), _thing(text, at, to) or _subject(text, at)


def _succeeded(text: Reading) -> Iterator[Move]:
    """Yield what stands before and behind words that tell what went before: B instead of A."""
    for at, token in enumerate(text.tokens[:-1]):
        if token.low in _BEFORE:
            yield _thing(text, at), _subject(text, at)
        elif token.low in _IN_PLACE and text.tokens[at + 1].low == "of":
            first = at
            while first and text.tokens[first - 1].low in _TAKING:
                first -= 1
            yield _thing(text, at + 1), _subject(text, first)


def _behind(text: Reading, at: int, ends: frozenset[str]) -> int | None:
    near = range(at + 1, min(len(text.tokens), at + _REACH))
    return next((later for later in near if text.tokens[later].low in ends), None)


def _goal_before(text: Reading, at: int) -> int | None:
    """Return the `to` whose goal stands right before where something came from: to B from A."""
    near = range(at - 2, max(0, at - _FARTHEST_GOAL), -1)
    return next((one for one in near if text.tokens[one].low in _TO), None)


def _is_passive(text: Reading, at: int) -> bool:
    return at > 0 and text.tokens[at - 1].low in word_set("passive")


def _subject(text: Reading, at: int) -> Sequence[Word]:
    """Return the words that stand together before a verb or its `was`."""
    last = at - 1 if _is_passive(text, at) else at
    found = list[Word]()
    for word in reversed([word for word in text.words if word.at < last]):
        if found and (word.at != found[0].at - 1 or text.tokens[found[0].at].breaks):
            break
        found.insert(0, word)
    return found


def _thing(text: Reading, at: int, end: int | None = None) -> Sequence[Word]:
    """Return the words that name a thing behind a place, up to what only joins or a comma."""
    joining = function_words(text.language) - word_set("agent_article")
    by_token = {word.at: word for word in text.words}
    found = list[Word]()
    last = min(len(text.tokens), at + 1 + _PHRASE, len(text.tokens) if end is None else end)
    for place in range(at + 1, last):
        token = text.tokens[place]
        if found and (token.breaks or (place not in by_token and token.low in joining)):
            break
        if place in by_token:
            found.append(by_token[place])
    return found
