"""What a sentence may rest on: facts, each with the header of its entry."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Fact, Kind
from aicvgen.domain.draft import AD
from aicvgen.domain.job import Job

_BY_SECTION = {
    Kind.WORK: ("worked", "tätig"),
    Kind.EDUCATION: ("studied", "studierte"),
    Kind.CERTIFICATES: ("certificate", "Zertifikat"),
    Kind.LANGUAGES: ("speaks", "spricht"),
}
"""What an entry says by the section it stands in."""


class Ground(NamedTuple):
    """What one entry says: the check weighs its header and each of its facts for themselves."""

    header: tuple[str, ...]
    title: str
    start: str
    """ISO 8601 with the precision of the source, empty where unknown or not over."""
    end: str
    facts: tuple[str, ...]
    kind: Kind | None = None
    organisation: str = ""
    until: str = ""
    """The end, today where it goes on; empty where unknown."""

    def texts(self) -> tuple[str, ...]:
        """Return everything it says."""
        return (*self.header, *self.facts)


class Cited:
    """The facts and entries of one CV by id, and the ad where it may be cited.

    `today` (ISO 8601) ends what goes on; without it, how long that has lasted is not known.
    """

    def __init__(self, cv: Cv, job: Job | None = None, today: str = "") -> None:
        self._ad = (_said(job),) if job is not None else ()
        self._today = today
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in cv.entries()}
        self.facts: Mapping[str, tuple[Fact, Entry]] = {
            fact.id: (fact, entry) for entry in cv.entries() for fact in entry.facts()
        }

    def entry_of(self, cite: str) -> Entry | None:
        """Return the entry a citation belongs to, None where it cites nothing there is."""
        if cite in self.facts:
            return self.facts[cite][1]
        return self.entries.get(cite)

    def grounds(self, cites: tuple[str, ...]) -> tuple[Ground, ...]:
        """Return the cited facts under the headers of their entries, or what the ad says."""
        if cites == (AD,):
            return self._ad
        entries = dict[str, Entry]()
        for cite in cites:
            entry = self.entry_of(cite)
            if entry is not None:
                entries[entry.id] = entry
        return tuple(
            _ground(entry, [fact.text for fact in entry.facts() if fact.id in cites], self._today)
            for entry in entries.values()
        )


def grounds_of(entries: Iterable[Entry], today: str = "") -> tuple[Ground, ...]:
    """Return all that these entries say."""
    return tuple(_ground(entry, [fact.text for fact in entry.facts()], today) for entry in entries)


def header(entry: Entry) -> Iterator[str]:
    """Yield the fields of an entry that are no facts: titles, names, places, dates, terms."""
    fields = (entry.title, entry.organisation, entry.area, entry.grade, entry.location, entry.url)
    yield from filter(None, fields)
    if entry.period is not None:
        dates = (entry.period.raw, entry.period.start, entry.period.end)
        yield from filter(None, dates)
    yield from entry.terms
    yield from _BY_SECTION.get(entry.kind, ())


def _said(job: Job) -> Ground:
    header = tuple(filter(None, (job.title, job.company, job.location)))
    return Ground(header, job.title, "", "", tuple(one.text for one in job.requirements))


def _ground(entry: Entry, facts: Iterable[str], today: str) -> Ground:
    period = entry.period
    ongoing = today if period is not None and period.current else ""
    return Ground(
        header=tuple(header(entry)),
        title=entry.title,
        start=(period.start or "") if period is not None else "",
        end=(period.end or "") if period is not None else "",
        facts=tuple(facts),
        kind=entry.kind,
        organisation=entry.organisation,
        until=(period.end or ongoing) if period is not None else "",
    )
