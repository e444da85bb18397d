"""From what something moved to what: nothing moves back in another wording."""

from collections.abc import Iterator, Mapping, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_FROM = frozenset({"from", "off", "von", "aus"})
_BY = frozenset({"with", "by", "for", "durch"})
"""What goes before the new thing after a verb of replacing."""
_TO = frozenset({"to", "on", "onto", "auf", "nach", "zu", "into", "ins"})
_FARTHEST_GOAL = 5


def turned(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield a move from B to A where the evidence tells one from A to B."""
    stated = [(unit, pair) for unit in units for pair in _moves(unit)]
    for source, target in _moves(text):
        if source is not target and any(
            _same(source, end)
            and _same(target, start)
            and _version(source, text) == _version(end, unit)
            and _version(target, text) == _version(start, unit)
            for unit, (start, end) in stated
        ):
            yield Claim(FindingKind.DIRECTION, f"{source.text} … {target.text}", "turned")


def _version(word: Word, text: Reading) -> str:
    """Return the number behind a name: Sage 50 is not Sage 200."""
    behind = text.tokens[word.at + 1 : word.at + 2]
    numbered = behind and behind[0].text[0].isdigit() and not behind[0].breaks
    return behind[0].text if numbered and word.name else ""


def _moves(text: Reading) -> list[tuple[Word, Word]]:
    """Return the words after `from` and after the `to` that belongs to it."""
    by_token = {word.at: word for word in text.words}
    pairs = list[tuple[Word, Word]]()
    for at, token in enumerate(text.tokens):
        if token.low not in _FROM and token.low not in word_set("replacing"):
            continue
        ends = _BY if token.low in word_set("replacing") else _TO
        passive = at > 0 and text.tokens[at - 1].low in word_set("passive")
        source = _subject(text, at - 1) if passive else _next(by_token, at)
        to = next(
            (
                later
                for later in range(at + 1, min(len(text.tokens), at + 8))
                if text.tokens[later].low in ends
            ),
            None,
        )
        if to is None and ends is _TO:
            to = _goal_before(text, at)
        target = _next(by_token, to) if to is not None else None
        if source is not None and target is not None:
            pairs.append((source, target))
    return pairs


def _goal_before(text: Reading, at: int) -> int | None:
    """Return the `to` whose goal stands right before where something came from: to B from A."""
    near = range(at - 2, max(0, at - _FARTHEST_GOAL), -1)
    return next((one for one in near if text.tokens[one].low in _TO), None)


def _subject(text: Reading, at: int) -> Word | None:
    """Return the first of the words that stand together before a `was`."""
    found: Word | None = None
    for word in reversed([word for word in text.words if word.at < at]):
        if found is not None and word.at != found.at - 1:
            break
        found = word
    return found


def _next(words: Mapping[int, Word], at: int) -> Word | None:
    return next((words[later] for later in range(at + 1, at + 4) if later in words), None)


def _same(one: Word, other: Word) -> bool:
    return not one.roots.isdisjoint(other.roots)
