"""What a text denies: without accidents, unfallfrei, accident-free."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import alike
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.claims.words.roots import roots
from aicvgen.domain.draft import FindingKind

_NEAR = 3
_ANY = frozenset(
    {"single", "one", "any", "recorded", "reported", "einzige", "einzigen", "einziger"}
)
"""Words that stress a denial without limiting it."""
_FREE = re.compile(r"(?P<thing>\w{3,})freie?[nrsm]?$")


def negations(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what the sentence says of a thing that its evidence denies, and the other way round."""
    stated = [word for unit in units for word in denied(unit)]
    whole = [word for unit in units for word in _phrases(unit)]
    own, said = denied(text), _phrases(text)
    for word in text.words:
        if (
            word not in said
            and _freed(word, text.language) is None
            and any(alike(word, other) for other in stated)
            and not _affirmed(word, units)
        ):
            yield Claim(
                FindingKind.SCOPE, word.text, word.text.lower(), looked_for=f"not {word.text}"
            )
    for word in own:
        if any(alike(word, other) for other in whole) or _is_taken_apart(word, text, whole):
            continue
        if "negation" in text.classes:
            yield Claim(FindingKind.SCOPE, f"not {word.text}", word.text.lower())


def _is_taken_apart(word: Word, text: Reading, whole: Sequence[Word]) -> bool:
    """Say whether a German compound is denied in two words: keine Schäden an Maschinen."""
    low = word.text.lower()
    heads = [
        one.text.lower().removesuffix(low)
        for one in whole
        if text.language == "de" and one.text.lower().endswith(low)
    ]
    return any(
        len(head) > _NEAR and other.text.lower().startswith(head.rstrip("s"))
        for head in heads
        for other in text.words
    )


def denied(text: Reading) -> tuple[Word, ...]:
    """Return the words of a text that it denies."""
    return tuple(_denied(text))


def _phrases(text: Reading) -> frozenset[Word]:
    """Return what is denied with the words that say which: not a single late start."""
    heads = denied(text)
    between = {
        word
        for negation in text.words
        if "negation" in negation.labels and not limits(negation, text)
        for head in heads
        if negation.clause == head.clause
        for word in text.words
        if negation.at < word.at <= head.at
    }
    return frozenset(between | set(heads))


def limits(word: Word, text: Reading) -> bool:
    """Say whether a `no` only bounds a number or names the former: no more than two, not five."""
    after = text.tokens[word.at + 1].low if word.at + 1 < len(text.tokens) else ""
    former = any(one.first == word.at + 1 for one in text.quantities)
    return "negation" in word.labels and (
        after in word_set("bounding") or (former and word.text.lower() in {"not", "nicht"})
    )


def is_without(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether a German word such as unfallfrei says what a fact says as ohne Unfall."""
    thing = _freed(word, "de")
    return thing is not None and any(
        alike(thing, other) for unit in units for other in denied(unit)
    )


def is_denied_alike(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether ohne Rezept, or error-free, says what a fact says as rezeptfrei, no errors."""
    mine = [other for other in denied(said) if other.clause == word.clause]
    frees = word.text.lower() == "free" and said.tokens[word.at].tied
    return (frees or "negation" in word.labels) and any(
        alike(one, other) for unit in units for other in denied(unit) for one in mine
    )


def _denied(text: Reading) -> Iterator[Word]:
    for at, word in enumerate(text.words):
        thing = _freed(word, text.language)
        if thing is not None:
            yield thing
        elif at and word.text.lower() == "free" and text.tokens[word.at].tied:
            yield text.words[at - 1]
        elif word.text.lower() == "free" and _is_followed(word, text, {"of", "from"}):
            yield from (one for one in text.words[at + 1 : at + 2] if one.clause == word.clause)
        if "negation" in word.labels and not limits(word, text):
            later = [
                one for one in text.words[at + 1 : at + 1 + _NEAR] if one.clause == word.clause
            ]
            if word.text.lower() in {"none", "neither"} and _is_followed(word, text, {"of"}):
                clause = word.clause + ("which" in {t.low for t in text.tokens[word.at :][:3]})
                yield from [one for one in text.words if one.clause == clause][-1:]
                continue
            yield from (later[:1] if _is_tied(word, text) else _head(later, text)) or [
                one for one in text.words[max(0, at - 1) : at] if one.clause == word.clause
            ]


def _is_followed(word: Word, text: Reading, by: set[str]) -> bool:
    return word.at + 1 < len(text.tokens) and text.tokens[word.at + 1].low in by


def _head(later: Sequence[Word], text: Reading) -> list[Word]:
    """Return the noun that a denial is of, behind the words that say which: no serious faults."""
    if text.language == "de":
        named = [word for word in later if word.text[:1].isupper()]
        return (named or list(later))[:1]
    run = [word for place, word in enumerate(later) if word.at == later[0].at + place]
    return run[-1:]


def dropped_conditions(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield what a sentence denies whole and a fact only of some: no accident of my own fault."""
    for unit in units:
        conditional = dict(_conditions(unit))
        for word in denied(text):
            for head, modifiers in conditional.items():
                lost = [
                    one
                    for one in modifiers
                    if one.text.lower() not in _ANY
                    and not any(alike(one, other) for other in text.words)
                ]
                about = _about(head, unit)
                whole = about and not any(
                    alike(one, other) for one in about for other in text.words
                )
                if alike(word, head) and (lost or whole):
                    yield Claim(FindingKind.SCOPE, f"not {word.text}", "no", looked_for=head.text)


def _conditions(text: Reading) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """Yield each thing denied with the words between the denial and it."""
    for word in text.words:
        if "negation" not in word.labels or limits(word, text) or _is_tied(word, text):
            continue
        for head in denied(text):
            if word.at < head.at and head.clause == word.clause:
                yield head, tuple(one for one in text.words if word.at < one.at < head.at)


def _about(head: Word, text: Reading) -> list[Word]:
    """Return what a thing denied is limited to: no complaints about late deliveries."""
    after = text.tokens[head.at + 1] if head.at + 1 < len(text.tokens) else None
    if after is None or after.breaks or after.low not in word_set("about_what"):
        return []
    return [word for word in text.words if word.clause == head.clause and word.at > head.at]


def _is_tied(word: Word, text: Reading) -> bool:
    """Say whether a denial is a part of its word: no-shows."""
    return word.at + 1 < len(text.tokens) and text.tokens[word.at + 1].tied


def _freed(word: Word, language: str) -> Word | None:
    """Return what a German compound in -frei is free of: Unfall for unfallfrei."""
    found = _FREE.match(word.text.lower())
    if language != "de" or found is None:
        return None
    thing = found["thing"]
    return word._replace(
        text=thing, roots=roots(thing, "de") | roots(thing.removesuffix("s"), "de")
    )


def _affirmed(word: Word, units: Sequence[Reading]) -> bool:
    """Say whether the evidence also says the thing without denying it."""
    return any(
        alike(word, other) or _begins(word, other)
        for unit in units
        for without in [denied(unit)]
        for other in unit.words
        if other not in without
    )


def _begins(word: Word, other: Word) -> bool:
    """Say whether a German compound begins with a thing: Lösemittelrückgewinnung."""
    low, thing = other.text.lower(), word.text.lower()
    longer = len(low) > len(thing) + _NEAR and _FREE.match(low) is None
    return other.text[:1].isupper() and len(thing) > _NEAR and longer and low.startswith(thing)
