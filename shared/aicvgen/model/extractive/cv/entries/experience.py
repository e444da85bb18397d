"""Work, volunteering and projects: who, where, when, and what was done."""

import re
from collections.abc import Sequence
from functools import lru_cache

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind
from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.entries import alike, breaks, forms, listed, regrouping, run_in
from aicvgen.model.extractive.cv.entries.between import names_together
from aicvgen.model.extractive.cv.entries.cells import (
    GUESS,
    LIKELY,
    SURE,
    Header,
    Named,
    take_apart,
)
from aicvgen.model.extractive.cv.entries.employers import (
    SELF,
    Role,
    inherited,
    names_other,
)
from aicvgen.model.extractive.cv.entries.mending import mended
from aicvgen.model.extractive.cv.entries.pairing import Reading, Words, named
from aicvgen.model.extractive.cv.entries.pairing import read as pair
from aicvgen.model.extractive.cv.entries.segments import ONE_NAME, TWO_NAMES, group
from aicvgen.model.extractive.cv.entries.signs import Signs
from aicvgen.model.extractive.cv.entries.skills import terms_of
from aicvgen.model.extractive.cv.entries.undated import openers
from aicvgen.model.extractive.cv.entries.wraps import Edges
from aicvgen.model.extractive.cv.rows import Row

_TECHNOLOGIES = re.compile(
    r"^(?:technologies|tech(?:nology)? stack|stack|tools|built with|environment|"
    r"(?:eingesetzte |verwendete )?technologien|werkzeuge|"
    r"tecnolog[ií]as|tecnologie|technologieën)(?: used)?\s*:\s*",
    re.IGNORECASE,
)
_RANK = re.compile(r"[^\W\d_]+ \d{1,2},")
"""'Band 7, Moss Clinic' begins with what belongs to the position."""
_GRADE = re.compile(
    r"(?:band|grade|level|step|tier|stufe|entgeltgruppe|niveau|nivel|grado|livello|nível|schaal)"
    r" (?:\d{1,2}[a-z]?|[IVX]+)|u\d{1,2}",
    re.IGNORECASE,
)
"""A rank, or the age of a team, by itself is of the position, never an employer."""
_CLIENT_WORDS = 4
_NO_NAME = re.compile(r"[\d,:]|\b(?:link|demo|github|source)\b", re.IGNORECASE)
_LONG_NAME = 10


@lru_cache(maxsize=4096)
def _title(text: str) -> float:
    """Say how much a text looks like a position."""
    score = (-0.2, 0.6, 1.5, 2.0)[lexicon.title_score(text)]
    score -= 0.8 if lexicon.company_score(text) else 0.0
    score -= 1.2 if places.place_score(text) > 1 else 0.0
    beside = [each.strip() for each in text.split(",")[1:]]
    score -= 0.5 * sum(lexicon.company_score(each) > 0 for each in beside)
    score += 0.4 * sum(lexicon.is_team(each) for each in beside)
    score -= 0.2 * sum(names_other(each) for each in beside)
    return score - (0.6 if len(text.split()) > _LONG_NAME else 0.0)


@lru_cache(maxsize=4096)
def _owner(text: str) -> float:
    """Say how much a text looks like an employer."""
    owned = lexicon.company_score(text) > 0
    first = lexicon.company_score(text.partition(",")[0]) > 0
    score = (1.6 if first else 1.3) if owned else 0.0
    score -= (0.0, 0.3, 1.0, 1.4)[lexicon.title_score(text)] * (0.6 if owned else 1.0)
    score -= 5.0 if places.is_complete(text) else 0.9 if places.place_score(text) > 1 else 0.0
    score -= 0.7 if lexicon.is_team(text) or _RANK.match(text) else 0.0
    score -= 0.7 if text[:1].islower() else 0.0
    score -= 5.0 if _GRADE.fullmatch(text) else 0.0
    return score - (0.6 if len(text.split()) > _LONG_NAME else 0.0)


def _says_all(text: str) -> bool:
    """Say whether a text needs no employer: a leave, or what somebody is who works for himself."""
    own = SELF.sub("", text)
    return breaks.mentions(text) or (own != text and lexicon.title_score(own) > 1)


WORDS = Words(_title, _owner, alone=_says_all)


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per role; ids count from `first`."""
    items = listed.groups(rows)
    groups = items or run_in.groups(rows)
    if not groups:
        rows = mended(rows)
        groups = forms.groups(rows)
    if not groups:
        rows = names_together(rows)
        if kind is Kind.PROJECTS:
            groups = group(rows, Signs(rows, WORDS), names=ONE_NAME)
        else:
            undated = openers(rows, _says_all)
            signs = Signs(rows, WORDS)
            pinned = breaks.found(rows)
            groups = group(rows, signs, names=TWO_NAMES, openers=undated, pinned=pinned)
        groups = regrouping.regrouped(groups)
        groups = groups if kind is Kind.PROJECTS else alike.part(groups)
    edges = Edges([each.header for each in groups], [each.body for each in groups])
    headers = [take_apart(each.header, edges.cost) for each in groups]
    readings = _readings(headers)
    entries: list[Entry] = []
    for number, (each, header, reading) in enumerate(
        zip(groups, headers, readings, strict=True), start=first
    ):
        role = _role(reading)
        if kind is Kind.PROJECTS and not _is_role(reading):
            role = _project(header, role)
        elif entries and not items and kind is not Kind.PROJECTS:
            role = inherited(role, entries[-1], groups[len(entries) - 1].header)
        entries.append(_entry(f"{kind.value}-{number}", role, header, each.body))
    return entries


def _readings(headers: Sequence[Header]) -> list[Reading]:
    """Return the best reading of each header; a time without an employer is no model for jobs."""
    apart = [bool(each.cells) and breaks.is_break(each.cells[0].text) for each in headers]
    jobs = iter(
        pair([each for each, alone in zip(headers, apart, strict=True) if not alone], WORDS)
    )
    return [
        pair([each], breaks.WORDS)[0] if alone else next(jobs)
        for each, alone in zip(headers, apart, strict=True)
    ]


def _role(reading: Reading) -> Role:
    rest = tuple(Named(part.text, part.lines) for part in reading.rest)
    return Role(named(reading.title), named(reading.owner), named(reading.place), rest)


def _is_role(reading: Reading) -> bool:
    """Say whether a project's header clearly names a position and an employer."""
    if reading.title is None or reading.owner is None:
        return False
    return _title(reading.title.text) + _owner(reading.owner.text) > 2.5  # noqa: PLR2004


def _project(header: Header, role: Role) -> Role:
    """Return a project's name, and its client where a short name stands alone under it."""
    names = [Named(cell.text, cell.lines) for cell in header.cells]
    if not names:
        return Role(None, None)
    place = role.place if role.place and role.place in names[1:] else None
    names = [name for name in names if name is not place and name != place]
    rest = tuple(names[1:])
    if len(names) == 1 or names[1].lines == names[0].lines:
        return Role(names[0], None, place, rest)
    client = names[1].text
    plain = len(client.split()) <= _CLIENT_WORDS and not _NO_NAME.search(client)
    if plain and not lexicon.title_score(client):
        return Role(names[0], names[1], place, rest[1:])
    return Role(names[0], None, place, rest)


def _entry(entry_id: str, role: Role, header: Header, rows: Sequence[Row]) -> Entry:
    evidence = header.evidence()
    if role.title is not None:
        evidence["title"] = _evidence(role.title, _title(role.title.text))
    if role.organisation is not None:
        evidence["organisation"] = _evidence(role.organisation, _owner(role.organisation.text))
        if role.inherited:
            lines = role.organisation.lines
            evidence["organisation"] = Evidence(lines=lines, confidence=GUESS)
    if role.place is not None:
        evidence["location"] = Evidence(lines=role.place.lines, confidence=SURE)
    technologies = _technologies(rows) if entry_id.startswith(Kind.PROJECTS) else None
    body = [row for row in rows if row is not technologies]
    if technologies is not None:
        evidence["terms"] = Evidence(lines=technologies.lines, confidence=SURE)
    prose, items = facts_of(entry_id, [*role.rest, *header.remarks], body)
    return Entry(
        id=entry_id,
        title=role.title.text if role.title else "",
        organisation=role.organisation.text if role.organisation else "",
        location=role.place.text if role.place else "",
        url=header.url.text if header.url else "",
        period=header.period,
        prose=prose,
        items=items,
        terms=_terms(technologies),
        evidence=evidence,
    )


def _evidence(text: Named, score: float) -> Evidence:
    return Evidence(lines=text.lines, confidence=SURE if score >= 1 else LIKELY)


def _technologies(rows: Sequence[Row]) -> Row | None:
    return next((row for row in rows if _TECHNOLOGIES.match(row.text)), None)


def _terms(technologies: Row | None) -> tuple[str, ...]:
    if technologies is None:
        return ()
    return tuple(terms_of(_TECHNOLOGIES.sub("", technologies.text)))


def facts_of(
    entry_id: str, above: Sequence[Named], body: Sequence[Row]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return running text and list items, numbered in the order of the page."""
    prose = [
        Fact(id=f"{entry_id}/{number}", text=named.text, lines=named.lines)
        for number, named in enumerate(above, start=1)
    ]
    items: list[Fact] = []
    first = next((at for at, row in enumerate(body) if row.bullet), None)
    paragraph = len(body) == 1 and body[0].text.endswith(".")
    for at, row in enumerate(body):
        running = paragraph if first is None else at < first
        (prose if running else items).append(row.fact(entry_id, len(above) + at + 1))
    return tuple(prose), tuple(items)
