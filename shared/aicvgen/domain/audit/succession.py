"""Which of several employers came last and which before, as a summary tells it."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.alignment import without_legal_form, words
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

_NOW = frozenset({
    "aktuell", "derzeit", "gegenwärtig", "momentan", "zurzeit", "heute", "currently", "presently",
    "now", "today",
})  # fmt: skip
_LAST = frozenset({"zuletzt", "recently", "lastly", "latterly"})
_BEFORE = frozenset({"davor", "zuvor", "vorher", "previously", "earlier", "formerly"})
_AFTER = frozenset({"danach", "anschließend", "daraufhin", "afterwards", "subsequently", "then"})
_TELLING = re.compile(rf"\b({'|'.join((*_NOW, *_LAST, *_BEFORE, *_AFTER))})\b", re.IGNORECASE)
_OPEN = "9999"
"""Later than every end."""


def misplaced_in_time(text: str, entries: Iterable[Entry]) -> Iterator[Claim]:
    """Yield each adverb of order that the dates of the employers named with it contradict."""
    jobs = [one for one in entries if one.kind is Kind.WORK and one.organisation and one.period]
    clauses = _TELLING.split(text)
    named = [_named(clause, jobs) for clause in clauses[::2]]
    before = named[0][-1:]
    for adverb, there in zip(clauses[1::2], named[1:], strict=True):
        if there and not _is_true(adverb.casefold(), there[0], before, jobs):
            words_ = f"{adverb} … {there[0].organisation}"
            yield Claim(FindingKind.DATE, words_, adverb, nearest=_raw(there[0]))
        before = there[-1:] or before


def _is_true(adverb: str, job: Entry, before: list[Entry], jobs: list[Entry]) -> bool:
    """Say whether nothing known speaks against the order; dates may be missing."""
    if adverb in _NOW:
        return job.period is None or job.period.current or not job.period.end
    if adverb in _LAST:
        return _end(job)[:4] >= max(_end(one) for one in jobs)[:4]
    if not before or before[0] is job:
        return True
    earlier, later = (job, before[0]) if adverb in _BEFORE else (before[0], job)
    return _start(earlier)[:7] <= _start(later) or not (_start(earlier) and _start(later))


def _named(clause: str, jobs: list[Entry]) -> list[Entry]:
    """Return the employers named in a clause, in its order; of two of one name, none."""
    said = words(clause)
    found = [job for job in jobs if without_legal_form(words(job.organisation)) <= said]
    alone = [job for job in found if sum(_is_same(job, one) for one in jobs) == 1]
    return sorted(alone, key=lambda job: clause.find(job.organisation.split()[0]))


def _is_same(one: Entry, other: Entry) -> bool:
    return words(one.organisation) == words(other.organisation)


def _start(job: Entry) -> str:
    return (job.period.start or "") if job.period is not None else ""


def _end(job: Entry) -> str:
    if job.period is None:
        return ""
    return _OPEN if job.period.current else job.period.end or ""


def _raw(job: Entry) -> str:
    return f"{job.organisation} ({job.period.raw if job.period is not None else ''})"
