"""The text a citation may rest on: a fact with the header of its entry."""

from collections.abc import Iterator, Mapping

from aicvgen.domain.cv import Cv, Entry, Fact


class Cited:
    """The facts and entries of one CV by id."""

    def __init__(self, cv: Cv) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in cv.entries()}
        self.facts: Mapping[str, tuple[Fact, Entry]] = {
            fact.id: (fact, entry) for entry in cv.entries() for fact in entry.facts()
        }

    def entry_of(self, cite: str) -> Entry | None:
        """Return the entry a citation belongs to, None where it cites nothing there is."""
        if cite in self.facts:
            return self.facts[cite][1]
        return self.entries.get(cite)

    def text(self, cites: tuple[str, ...]) -> str:
        """Return all text these citations rest on, one field or fact a line."""
        lines = dict[str, None]()
        for cite in cites:
            if cite in self.facts:
                lines[self.facts[cite][0].text] = None
            entry = self.entry_of(cite)
            if entry is not None:
                lines.update(dict.fromkeys(header(entry)))
        return "\n".join(lines)


def header(entry: Entry) -> Iterator[str]:
    """Yield the fields of an entry that are no facts: titles, names, places, dates, terms."""
    fields = (entry.title, entry.organisation, entry.area, entry.grade, entry.location, entry.url)
    yield from filter(None, fields)
    if entry.period is not None:
        dates = (entry.period.raw, entry.period.start, entry.period.end)
        yield from filter(None, dates)
    yield from entry.terms
