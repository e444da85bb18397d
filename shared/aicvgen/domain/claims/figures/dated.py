"""The dates of a sentence against those of its facts and of their entry."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.figures.anchored import is_of_entry
from aicvgen.domain.claims.numbers import dates
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_SHORTEST_WORD = 4
_FROM_THE_START = re.compile(r"\bvon (?:Beginn|Anfang) an\b", re.IGNORECASE)
_STEM = 5
"""Letters by which forms of a word are taken for the same where it matters little."""
_PART = re.compile(
    r"\b(?P<part>Anfang|Ende|beginning of|start of|end of|early|late) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTHS = {("anfang", "beginning", "start", "early"): (1, 5), ("ende", "end", "late"): (8, 12)}
"""In which a part of a year may lie, read generously."""


def unsupported_dates(text: str, grounds: Sequence[Ground]) -> Iterator[Claim]:
    """Yield each date that neither the facts nor the header of their entry have."""
    facts = "\n".join(fact for ground in grounds for fact in ground.facts)
    headers = "\n".join(line for ground in grounds for line in ground.header)
    known_facts = frozenset(claim.key for claim in dates.dates_in(facts))
    known_headers = frozenset(claim.key for claim in dates.dates_in(headers))
    spans = {edge for ground in grounds for edge in (ground.start, ground.end) if edge}
    for found in dates.occurrences(text):
        if dates.supported(found.key, known_facts):
            if _is_since(text, found.key) and _is_only_then(found.key, grounds):
                yield Claim(FindingKind.DATE, found.words, found.key, looked_for="since")
            continue
        if (found.since and _begins_otherwise(text, grounds)) or (
            found.until and _ends_otherwise(text, grounds)
        ):
            yield Claim(FindingKind.DATE, found.words, found.key)
            continue
        edges = {ground.start[:7] for ground in grounds} if found.since else spans
        framed = found.since or found.until or not spans
        if _is_of_award(text, found, grounds):
            continue
        if not framed and len(grounds) > 1 and is_of_entry(text, found, grounds):
            continue
        if framed and (
            dates.supported(found.key, known_headers)
            if not found.since
            else dates.supported(found.key, frozenset(edges))
        ):
            continue
        if not framed and dates.supported(
            found.key,
            known_headers - {edge[:7] for edge in spans} - spans - {edge[:4] for edge in spans},
        ):
            continue
        yield Claim(FindingKind.DATE, found.words, found.key)


def told_parts(text: str, grounds: Sequence[Ground]) -> Iterator[Claim]:
    """Yield each part of a year in which no entry that the sentence cites began or ended then."""
    for found in _PART.finditer(text):
        year, part = found["year"], found["part"].casefold()
        edges = {edge for ground in grounds for edge in (ground.start, ground.end)}
        months = {int(edge[5:7]) for edge in edges if edge[:4] == year and edge[5:7]}
        first, last = next(span for words, span in _MONTHS.items() if part.startswith(words))
        if months and not any(first <= month <= last for month in months):
            yield Claim(FindingKind.DATE, found[0], year, looked_for=f"{part} {year}")


def _is_of_award(text: str, found: dates.Occurrence, grounds: Sequence[Ground]) -> bool:
    """Say whether a date is the only one of an entry that the words around it name: (2019)."""
    at = text.find(found.words)
    before = re.split(r"[.;,]", text[:at])[-1]
    after = re.split(r"[.;,]", text[at + len(found.words) :])[0]
    said = {word[:_STEM] for word in _long_words(f"{before} {after}")}
    return not (found.since or found.until) and any(
        bool(title)
        and len(title & said) * 2 >= len(title)
        and dates.supported(found.key, frozenset({ground.start}))
        for ground in grounds
        if ground.start and not (ground.end or ground.until)
        for title in [{word[:_STEM] for word in _long_words(ground.title)}]
    )


def begun_later(text: str, grounds: Sequence[Ground]) -> Iterator[Claim]:
    """Yield a German `from the beginning` where the one fact behind it tells since when."""
    found = _FROM_THE_START.search(text)
    facts = [fact for ground in grounds for fact in ground.facts]
    if found is None or len(facts) != 1 or _FROM_THE_START.search(facts[0]):
        return
    if any(date.since for date in dates.occurrences(facts[0])):
        yield Claim(FindingKind.DATE, found[0], "start", looked_for=facts[0])


def _is_since(text: str, key: str) -> bool:
    return bool(re.search(rf"\b(?:since|seit)\s+(?:\w+\s+)?{key[:4]}", text, re.IGNORECASE))


def _is_only_then(key: str, grounds: Sequence[Ground]) -> bool:
    """Say whether the facts name a date as when something was, not since when: im Jahr 2019."""
    if any(key[:4] in (ground.start[:4], ground.end[:4]) for ground in grounds):
        return False
    told = [fact for ground in grounds for fact in ground.facts if key in fact]
    return bool(told) and not any(
        _long_words(fact) & word_set("beginnings")
        or any(
            date.key.startswith(key) and (date.since or date.until)
            for date in dates.occurrences(fact)
        )
        for fact in told
    )


def _begins_otherwise(text: str, grounds: Sequence[Ground]) -> bool:
    """Say whether the fact a sentence rewrites says for itself since when."""
    return any(
        date.since and not date.until
        for fact in _retold(text, grounds)
        for date in dates.occurrences(fact)
    )


def _ends_otherwise(text: str, grounds: Sequence[Ground]) -> bool:
    """Say whether the fact a sentence rewrites says for itself from when to when."""
    return any(True for fact in _retold(text, grounds) for _ in dates.spans_in(fact))


def _retold(text: str, grounds: Sequence[Ground]) -> Iterator[str]:
    """Yield the facts that have half of the words of a sentence."""
    said = {word[:_STEM] for word in _long_words(text)}
    for ground in grounds:
        for fact in ground.facts:
            if len(said & {word[:_STEM] for word in _long_words(fact)}) * 2 >= len(said):
                yield fact


def _long_words(text: str) -> set[str]:
    """Return the words that tell what a text is about."""
    return {
        word
        for word in re.findall(r"\w+", text.casefold())
        if len(word) >= _SHORTEST_WORD and word.isalpha() and word not in {"since", "seit"}
    }
