"""Entries of a CV from where a reply says that their names, dates and text stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aicvgen.domain.cv import Entry, Evidence, Kind, Period
from aicvgen.model.extractive.cv import dates
from aicvgen.model.extractive.cv.entries import education, experience, labels, simple, skills
from aicvgen.model.extractive.cv.entries.cells import Named
from aicvgen.model.extractive.cv.sections import MAX_HEADING_CHARS
from aicvgen.model.questions.cv.page import Page
from aicvgen.model.questions.cv.reply import Pointed
from aicvgen.model.questions.cv.signs import lines_of

_NAMED = frozenset({
    Kind.WORK,
    Kind.PROJECTS,
    Kind.VOLUNTEER,
    Kind.EDUCATION,
    Kind.CERTIFICATES,
    Kind.AWARDS,
    Kind.PUBLICATIONS,
})  # fmt: skip
"""Sections whose entries have names and dates; in the others there is text, read by rule."""
_POINTED = 0.7
"""Confidence of a field that a model pointed to: it stands there, and no rule contradicts."""
_KEPT = frozenset({"location", "period", "area", "grade", "url", "terms"})
"""Fields of the rules' reading that stay where the reply names none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, and the heading above it where it opens a section."""

    entry: Entry
    heading: Named | None = None


def placed(pointed: Sequence[Pointed], page: Page) -> list[Placed]:
    """Return the entries of a stretch; raises ValueError where they cannot stand so on the page.

    Entries follow each other as their lines do, so that no title meets the dates of another. What
    the rules were sure of stays where the reply is silent. Their ids are preliminary.
    """
    found: list[Placed] = []
    last, above = -1, None
    for number, each in enumerate(pointed, start=1):
        heading = page.named(each.heading)
        if heading and len(heading.text) > MAX_HEADING_CHARS:
            raise ValueError(f"line {heading.lines[0] + 1} is too long for a heading")
        repeated = above is not None and each.organisation == above.organisation
        shared = _shared(found) if repeated and each.organisation else None
        entries = list(_entries(each, number, page, shared))
        own = sorted(
            {line for entry in entries for line in lines_of(entry)}
            - set(shared.lines if shared else ())
            | set(heading.lines if heading else ())
        )
        if not own or own[0] <= last:
            raise ValueError("entries stand one below the other, and each has lines of its own")
        last, above = own[-1], each
        found += [
            Placed(_with_kept(entry, page), heading if at == 0 else None)
            for at, entry in enumerate(entries)
        ]
    return found


def _shared(found: Sequence[Placed]) -> Named:
    """Return the employer that the entry above has, too."""
    before = found[-1].entry
    return Named(before.organisation, before.evidence["organisation"].lines)


def _entries(pointed: Pointed, number: int, page: Page, shared: Named | None) -> Iterator[Entry]:
    if pointed.kind in _NAMED:
        yield _named(pointed, f"{pointed.kind}-{number}", page, shared)
        return
    if pointed.title or pointed.organisation or pointed.location or pointed.dates:
        raise ValueError(f"of {pointed.kind} say only where the text stands")
    if not pointed.text:
        raise ValueError(f"of {pointed.kind} say where the text stands")
    rows = page.rows(pointed.text)
    if pointed.kind is Kind.SKILLS:
        yield from skills.read(labels.mark(rows), number)
    else:
        yield from simple.read(rows, pointed.kind, number)


def _named(pointed: Pointed, entry_id: str, page: Page, shared: Named | None) -> Entry:
    title, place, when = map(page.named, (pointed.title, pointed.location, pointed.dates))
    organisation = shared or page.named(pointed.organisation)
    named = {"title": title, "organisation": organisation, "location": place, "period": when}
    text = {
        line
        for line in page.stretch.lines
        if any(each.first <= line + 1 <= each.last for each in pointed.text)
    }
    names = {*_lines(title), *(() if shared else _lines(organisation))}
    heads = names | ({*_lines(place), *_lines(when)} - text)
    rows = page.rows(pointed.text, max(heads, default=None))
    if not (title or organisation):
        raise ValueError("an entry has a title or an organisation")
    degree = pointed.kind is Kind.EDUCATION
    said, area = education.split_degree(title.text) if title and degree else (_text(title), "")
    evidence = {
        name: Evidence(lines=each.lines, confidence=_POINTED)
        for name, each in named.items()
        if each is not None
    }
    if area:
        evidence["area"] = evidence["title"]
    prose, items = experience.facts_of(entry_id, (), rows)
    return Entry(
        id=entry_id,
        title=said,
        area=area,
        organisation=_text(organisation),
        location=_text(place),
        period=_period(when, degree=degree),
        prose=() if degree else prose,
        items=(*prose, *items) if degree else items,
        evidence=evidence,
    )


def _lines(named: Named | None) -> tuple[int, ...]:
    return named.lines if named else ()


def _text(named: Named | None) -> str:
    return named.text if named else ""


def _period(when: Named | None, *, degree: bool) -> Period | None:
    if when is None:
        return None
    found = dates.find(when.text)
    if found is None:
        raise ValueError(f"line {when.lines[0] + 1}: these are no dates")
    return education.ended(found.period) if degree else found.period


def _with_kept(entry: Entry, page: Page) -> Entry:
    """Return the entry with what the rules read on its lines and the reply does not speak of.

    Where both say the same, the rules' evidence stays, too.
    """
    own = lines_of(entry)
    said = "\n".join([*_names(entry), *(fact.text for fact in entry.facts())])
    kept: dict[str, object] = {}
    evidence = dict(entry.evidence)
    for before in page.stretch.entries:
        for field, where in before.evidence.items():
            value, told = getattr(before, field), getattr(entry, field) or field in kept
            if not {*where.lines} <= {*range(min(own), max(own) + 1)}:
                continue
            if value == getattr(entry, field):
                evidence[field] = where
            elif field in _KEPT and not (told or any(text in said for text in _texts(value))):
                kept[field], evidence[field] = value, where
    return entry.model_copy(update={**kept, "evidence": evidence})


def _names(entry: Entry) -> list[str]:
    names = [entry.title, entry.area, entry.organisation, entry.location, *entry.terms]
    return [*names, *_texts(entry.period)]


def _texts(value: object) -> list[str]:
    if isinstance(value, Period):
        return [value.raw]
    return list(value) if isinstance(value, tuple) else [str(value or "")]
