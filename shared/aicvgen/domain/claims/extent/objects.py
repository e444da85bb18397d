"""What something was done to, told as more: one's section as the kitchen, a rig as the turbine."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.forms import is_past
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_DOING = frozenset({"frame", "light", "scope", "act", "carrier", "do"})
_PLACING = frozenset({"at", "in", "on", "within", "from", "to", "across"})
_STUFF = frozenset({"code", "software", "content", "text", "texts", "material", "materials"})
"""Things made that are all there is of what they are for: code for a module."""
_NEAR = 3


def widened_objects(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield a house that somebody ran whose facts give a part of one: ran the fish section."""
    for whole in _object(text)[-1:]:
        told = any(token.low == whole.text.lower() for unit in units for token in unit.tokens)
        if whole.text.lower() not in word_set("wholes") or told:
            continue
        for part in (part for unit in units for part in _object(unit)[-1:]):
            kept = any(alike(part, word) for word in text.words)
            if part.text.lower() in word_set("own_parts") and not kept:
                yield Claim(FindingKind.SCOPE, whole.text, "own part", looked_for=part.text)


def promoted_purposes(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield a thing made whose facts only tell what was made for it: a rig for turbines."""
    for thing in _object(text)[-1:]:
        for unit in units:
            made = _object(unit)
            kept = any(alike(word, other) for word in text.words for other in made)
            if _is_making(text) and _is_making(unit) and made and not kept:
                for other in _behind_for(unit, made[-1]):
                    if alike(thing, other) and made[-1].text.lower() not in _STUFF:
                        told = " ".join(word.text for word in made)
                        yield Claim(FindingKind.SCOPE, thing.text, "made", looked_for=told)


def _is_making(text: Reading) -> bool:
    made = text.words[0].text.lower() if text.words else ""
    return made in word_set("makers") | word_set("making")


def _behind_for(unit: Reading, made: Word) -> Sequence[Word]:
    """Return the words behind the `for` right after what was made."""
    behind = unit.tokens[made.at + 1 : made.at + 2]
    if not behind or behind[0].low != "for" or behind[0].breaks:
        return ()
    later = (word for word in unit.words if word.at > made.at + 1)
    return tuple(word for word in later if word.clause == made.clause)[:_NEAR]


def _object(text: Reading) -> Sequence[Word]:
    """Return what an English text says first that something was done to, without a preposition."""
    things = [word for word in text.words if not _is_doing(word)]
    run = [word for place, word in enumerate(things) if word.at == things[0].at + place]
    if text.language != "en" or not run:
        return ()
    before = {token.low for token in text.tokens[max(0, run[0].at - 2) : run[0].at]}
    return () if before & _PLACING else run


def _is_doing(word: Word) -> bool:
    return bool(word.labels & _DOING) or is_past(word.text.lower())
