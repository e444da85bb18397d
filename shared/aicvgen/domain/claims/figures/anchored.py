"""Which entry a date of a sentence belongs to, by the words around it: a PhD from Kiel (2021)."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.numbers import dates
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.cv import Kind
from aicvgen.domain.draft import FindingKind

_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER, Kind.SUMMARY})
_EARNED = frozenset({Kind.EDUCATION, Kind.CERTIFICATES, Kind.AWARDS, Kind.PUBLICATIONS})
_BEGINNING = re.compile(
    r"\b(?:join(?:ed|ing)|mov(?:ed|ing) to|start(?:ed|ing)|began|chang(?:ed|ing) to"
    r"|be(?:came|coming)|promoted to|wechsel\w*|begann|begonnen|wurde)\b[^.;]*$",
    re.IGNORECASE,
)
_LEAVING = re.compile(r"\b(?:left|leaving|verließ|verlassen|ausgeschieden)\b[^.;]*$", re.IGNORECASE)
_GRADUATED = re.compile(
    r"\b(?:graduat\w+|qualif\w+|degree|studium\w*|\w*ausbildung|\w*abschluss\w*|lehre|examen)"
    r"(?: in| im Jahr|:)?\s*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<!\b[A-ZÄÖÜ])[.;](?:\s|$)")
_AFTER = re.compile(r"[.,;:()]|\b(?:and|und|sowie|with|mit|as|als)\b")
_WORD = re.compile(r"[^\W\d_][\w+#]*")
_FARTHEST = 12
"""Words before a date that may name what it belongs to."""
_BESIDE = 5
"""The same where the date alone stands in brackets right behind it."""
_STEM = 5
_LONG = 6
_SURE = 2
"""So many words more name one entry than another."""


def is_of_entry(text: str, found: dates.Occurrence, grounds: Sequence[Ground]) -> bool:
    """Say whether a date is when what the words around it name was earned, begun or left."""
    before, after = _around(text, found)
    begun, left = _BEGINNING.search(before), _LEAVING.search(before)
    moved = begun or left
    if _GRADUATED.search(before):
        ends = {one.end for one in grounds if one.kind is Kind.EDUCATION and one.end}
        return dates.supported(found.key, frozenset(ends))
    said = words_of(moved[0] if moved else f"{before} {after}")
    if begun:
        told = [(one, one.start) for one in grounds if one.kind is Kind.WORK]
    elif left:
        told = [(one, one.end) for one in grounds if one.kind is Kind.WORK]
    else:
        told = [(one, one.end or one.start) for one in grounds if one.kind in _EARNED]
    counts = [(shared(said, words_of(" ".join(one.header))), date) for one, date in told if date]
    counts += (
        [] if moved else [(shared(said, words_of(name)), when) for name, when in _lines(grounds)]
    )
    most = max((count for count, _ in counts), default=0)
    named = [when for count, when in counts if count == most]
    return most > 0 and any(found.key in when for when in named)


def misplaced_dates(text: str, grounds: Sequence[Ground]) -> Iterator[Claim]:
    """Yield each date that a sentence tells of what another entry or line has another date for."""
    if len(grounds) == 1:
        return
    jobs = [
        (f"{one.title} {one.organisation}", one.start)
        for one in grounds
        if one.kind is Kind.WORK and one.start
    ]
    earned = [
        (" ".join(one.header), one.end or one.start)
        for one in grounds
        if one.kind in _EARNED and one.start
    ]
    for found in dates.occurrences(text):
        before, after = _around(text, found)
        said = words_of(f"{before} {after}")
        sure = 1 if before.count("(") > before.count(")") else _SURE
        own = max((_told(found.key, said, one) for one in grounds), default=0)
        # Of what was learned a sentence may tell both ends, of a job the beginning.
        owners = jobs if found.since else [] if found.until else earned
        named = [(shared(said, words_of(name)), when) for name, when in (*owners, *_lines(grounds))]
        most = max((count for count, _ in named), default=0)
        mine = any(found.key in when for count, when in named if count == most)
        if most >= own + sure and not mine:
            yield Claim(FindingKind.DATE, found.words, found.key)


def _lines(grounds: Sequence[Ground]) -> list[tuple[str, str]]:
    """Return each line with a date that stands alone, not under a job, with its dates."""
    return [
        (fact, " ".join(keys))
        for one in grounds
        if one.kind not in _DOING
        for fact in one.facts
        for keys in [[claim.key for claim in dates.dates_in(fact)]]
        if keys
    ]


def _told(key: str, said: frozenset[str], one: Ground) -> int:
    """Return how many words of a sentence a text of an entry has that has the date too."""
    header = " ".join(one.header)
    texts = (header, *(f"{header} {fact}" for fact in one.facts if key[:4] in fact))
    return max((shared(said, words_of(each)) for each in texts if key[:4] in each), default=0)


def _around(text: str, found: dates.Occurrence) -> tuple[str, str]:
    """Return what stands before a date and right behind it, up to the dates beside it."""
    at = text.find(found.words)
    before, after = text[:at], text[at + len(found.words) :]
    before = _STOP.split(before)[-1]
    earlier = [one for one in dates.occurrences(before) if one.words in before]
    for one in earlier:
        before = before.rpartition(one.words)[2]
    if before.endswith("(") and after.startswith(")"):
        return " ".join(before.split()[-_BESIDE:]), ""
    after = _AFTER.split(after.lstrip(" )"))[0]
    return " ".join(before.split()[-_FARTHEST:]), " ".join(after.split()[:_FARTHEST])


def words_of(text: str) -> frozenset[str]:
    """Return the words that could name something, in small letters."""
    return frozenset(
        word.casefold()
        for word in _WORD.findall(text)
        if (len(word) > _STEM - 2 or word.isupper() or word[:1].isupper())
        and word.casefold() not in word_set("timing")
    )


def shared(said: frozenset[str], known: frozenset[str]) -> int:
    """Return how many words stand in another text, in whatever form."""
    return sum(any(_is_same(one, other) for other in known) for one in said)


def _is_same(one: str, other: str) -> bool:
    if one == other or (len(one) >= _LONG and one in other):
        return True
    return min(len(one), len(other)) > _STEM and one[:_STEM] == other[:_STEM]
