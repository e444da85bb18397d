"""Work, volunteering and projects: who, where, when, and what was done."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.header import (
    GUESS,
    LIKELY,
    SURE,
    Header,
    Named,
    is_role,
    position_and_employer,
    role_first,
    take_apart,
)
from aicvgen.model.extractive.cv.entries.skills import terms_of
from aicvgen.model.extractive.cv.grouping import Group, group
from aicvgen.model.extractive.cv.rows import Row

_TECHNOLOGIES = re.compile(
    r"^(?:technologies|tech(?:nology)? stack|stack|tools|built with|environment|"
    r"(?:eingesetzte |verwendete )?technologien|werkzeuge|"
    r"tecnolog[ií]as|tecnologie|technologieën)(?: used)?\s*:\s*",
    re.IGNORECASE,
)
_ROLE_CHARS = 90
_CLIENT_WORDS = 4
_NO_NAME = re.compile(r"[\d,:]|\b(?:link|demo|github|source)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Role:
    """Who somebody was, and where."""

    title: Named | None
    organisation: Named | None
    inherited: bool = False
    """The employer stands only above an earlier role."""


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per role; ids count from `first`."""
    groups = _without_banners([_with_bulleted_header(each) for each in group(rows)])
    headers = [take_apart(each.header) for each in groups]
    position_first = role_first(headers)
    entries: list[Entry] = []
    for number, (each, header) in enumerate(zip(groups, headers, strict=True), start=first):
        role = _role(header, kind, position_first=position_first)
        if entries and kind is not Kind.PROJECTS:
            role = _inherit(role, entries[-1])
        entries.append(_entry(f"{kind.value}-{number}", role, header, each.body))
    return entries


def _with_bulleted_header(each: Group) -> Group:
    """Move the role from the first list item up where only a date stands above it."""
    if not each.header or not each.body or take_apart(each.header).names:
        return each
    first = each.body[0]
    if lexicon.title_score(first.text) and len(first.text) < _ROLE_CHARS:
        return Group([*each.header, first], each.body[1:])
    return each


def _without_banners(groups: Sequence[Group]) -> list[Group]:
    """Join an employer's own dated row with the first of the roles under it."""
    joined: list[Group] = []
    for each in reversed(groups):
        names = take_apart(each.header).names
        only = names[0].text if len(names) == 1 and not each.body else ""
        if joined and only and not lexicon.title_score(only) and _lacks_employer(joined[-1]):
            joined[-1] = Group([*joined[-1].header, *each.header], joined[-1].body)
        else:
            joined.append(each)
    return joined[::-1]


def _lacks_employer(each: Group) -> bool:
    names = take_apart(each.header).names
    return len(names) == 1 and lexicon.title_score(names[0].text) > 1


def _role(header: Header, kind: Kind, *, position_first: bool) -> _Role:
    if kind is Kind.PROJECTS and not is_role(header):
        return _project(header.names)
    return _Role(*position_and_employer(header, position_first=position_first))


def _project(names: Sequence[Named]) -> _Role:
    """Return a project's name, and its client where a short name stands alone under it."""
    if not names:
        return _Role(None, None)
    if len(names) == 1 or names[1].lines == names[0].lines:
        return _Role(names[0], None)
    client = names[1].text
    plain = len(client.split()) <= _CLIENT_WORDS and not _NO_NAME.search(client)
    return _Role(names[0], names[1] if plain and not lexicon.title_score(client) else None)


def _inherit(role: _Role, before: Entry) -> _Role:
    """Repeat the employer of the role above where this one names none."""
    if role.title is None or role.organisation is not None or not before.organisation:
        return role
    lines = before.evidence["organisation"].lines
    return _Role(role.title, Named(before.organisation, lines), inherited=True)


def _entry(entry_id: str, role: _Role, header: Header, rows: Sequence[Row]) -> Entry:
    evidence = header.evidence()
    if role.title is not None:
        evidence["title"] = _evidence(role.title, lexicon.title_score)
    if role.organisation is not None:
        evidence["organisation"] = _evidence(role.organisation, lexicon.company_score)
        if role.inherited:
            lines = role.organisation.lines
            evidence["organisation"] = Evidence(lines=lines, confidence=GUESS)
    technologies = _technologies(rows) if entry_id.startswith(Kind.PROJECTS) else None
    body = [row for row in rows if row is not technologies]
    if technologies is not None:
        evidence["terms"] = Evidence(lines=technologies.lines, confidence=SURE)
    prose, items = _facts(entry_id, _unnamed(header, role), body)
    return Entry(
        id=entry_id,
        title=role.title.text if role.title else "",
        organisation=role.organisation.text if role.organisation else "",
        location=header.place.text if header.place else "",
        url=header.url.text if header.url else "",
        period=header.period,
        prose=prose,
        items=items,
        terms=_terms(technologies),
        evidence=evidence,
    )


def _evidence(named: Named, score: Callable[[str], int]) -> Evidence:
    return Evidence(lines=named.lines, confidence=SURE if score(named.text) else LIKELY)


def _unnamed(header: Header, role: _Role) -> list[Named]:
    """Return what the header says beside the role."""
    used = 1 if role.organisation is None or role.inherited or role.title is None else 2
    return [*header.names[used:], *header.remarks]


def _technologies(rows: Sequence[Row]) -> Row | None:
    return next((row for row in rows if _TECHNOLOGIES.match(row.text)), None)


def _terms(technologies: Row | None) -> tuple[str, ...]:
    if technologies is None:
        return ()
    return tuple(terms_of(_TECHNOLOGIES.sub("", technologies.text)))


def _facts(
    entry_id: str, above: Sequence[Named], body: Sequence[Row]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return running text and list items, numbered in the order of the page."""
    prose = [
        Fact(id=f"{entry_id}/{number}", text=named.text, lines=named.lines)
        for number, named in enumerate(above, start=1)
    ]
    items: list[Fact] = []
    bulleted = any(row.bullet for row in body)
    paragraph = len(body) == 1 and body[0].text.endswith(".")
    for number, row in enumerate(body, start=len(prose) + 1):
        running = not row.bullet if bulleted else paragraph
        (prose if running else items).append(row.fact(entry_id, number))
    return tuple(prose), tuple(items)
