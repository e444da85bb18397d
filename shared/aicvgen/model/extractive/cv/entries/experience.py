"""Work, volunteering and projects: who, where, when, and what was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind, Period
from aicvgen.model.extractive.cv import fragments, lexicon
from aicvgen.model.extractive.cv.entries.skills import terms_of
from aicvgen.model.extractive.cv.grouping import Group, group
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.urls import is_url

_TECHNOLOGIES = re.compile(
    r"^(?:technologies|tech(?:nology)? stack|stack|tools|built with|environment|"
    r"(?:eingesetzte |verwendete )?technologien|werkzeuge)(?: used)?\s*:\s*",
    re.IGNORECASE,
)
_SURE, _LIKELY, _GUESS = 0.95, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Named:
    """A text of a header and the lines it stands on."""

    text: str
    lines: tuple[int, ...]


@dataclass(slots=True)
class Header:
    """A header taken apart."""

    names: list[Named]
    remarks: list[Named] = field(default_factory=list)
    place: Named | None = None
    url: Named | None = None
    period: Period | None = None
    period_lines: tuple[int, ...] = ()


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per role; ids count from `first`."""
    groups = _bulleted_headers(group(rows))
    headers = [take_apart(each.header) for each in groups]
    role_first = _role_first(headers, kind)
    entries: list[Entry] = []
    for each, header in zip(groups, headers, strict=True):
        before = entries[-1] if entries else None
        entry = _entry(each, header, kind, first + len(entries), role_first, before)
        entries.append(entry)
    return entries


def take_apart(rows: Sequence[Row]) -> Header:
    """Return names, place and period of a header."""
    header = Header([])
    for row in rows:
        text = row.text
        if row.found is not None and row.dated and header.period is None:
            header.period, header.period_lines = row.found.period, row.lines
            text = fragments.strip_date(row)
        elif row.found is not None and row.dated and not fragments.strip_date(row):
            text = ""
            header.period_lines += row.lines
        texts, place = fragments.split_row(text)
        if place and header.place is None:
            header.place = Named(place, row.lines)
        elif place:
            texts.append(place)
        for piece in texts:
            if header.url is None and is_url(piece):
                header.url = Named(piece, row.lines)
                continue
            kept = header.remarks if fragments.is_remark(piece) else header.names
            kept.append(Named(piece, row.lines))
    return header


def _bulleted_headers(groups: list[Group]) -> list[Group]:
    """Move the role from the first bullet to the header where only a date stands above it."""
    for each in groups:
        bare = each.header and not take_apart(each.header).names
        if (
            bare
            and each.body
            and lexicon.title_score(each.body[0].text)
            and len(each.body[0].text) < 90
        ):
            each.header.append(each.body.pop(0))
    return groups


def _pair(header: Header) -> tuple[Named, Named] | None:
    """Return the two names of a header, split from one text where need be."""
    if len(header.names) > 1:
        return header.names[0], header.names[1]
    if len(header.names) == 1:
        cut = fragments.halves(header.names[0].text)
        if cut is not None and all(cut):
            lines = header.names[0].lines
            return Named(cut[0], lines), Named(cut[1], lines)
    return None


def _lean(first: str, second: str) -> int:
    """Say how much more the first looks like a position, and the second like an employer."""
    return (
        lexicon.title_score(first)
        - lexicon.title_score(second)
        + lexicon.company_score(second)
        - lexicon.company_score(first)
    )


def _role_first(headers: Sequence[Header], kind: Kind) -> bool:
    pairs = [pair for header in headers if (pair := _pair(header)) is not None]
    vote = sum(_lean(first.text, second.text) for first, second in pairs)
    return vote >= 0 or kind is Kind.PROJECTS


def _entry(
    each: Group,
    header: Header,
    kind: Kind,
    number: int,
    role_first: bool,
    before: Entry | None,
) -> Entry:
    title, organisation, rest = _assign(header, kind, role_first)
    entry_id = f"{kind.value}-{number}"
    evidence: dict[str, Evidence] = {}
    inherited = False
    if (
        organisation is None
        and title is not None
        and before is not None
        and kind is not Kind.PROJECTS
    ):
        if before.organisation:
            organisation = Named(before.organisation, before.evidence["organisation"].lines)
            inherited = True
    for name, value, confidence in (
        ("title", title, _confidence(title, lexicon.title_score)),
        (
            "organisation",
            organisation,
            _GUESS if inherited else _confidence(organisation, lexicon.company_score),
        ),
        ("location", header.place, _SURE),
        ("url", header.url, _SURE),
    ):
        if value is not None:
            evidence[name] = Evidence(lines=value.lines, confidence=confidence)
    if header.period is not None:
        evidence["period"] = Evidence(lines=header.period_lines, confidence=_SURE)
    body, terms, term_lines = _technologies(each.body, kind)
    prose = _prose(body)
    if terms:
        evidence["terms"] = Evidence(lines=term_lines, confidence=_SURE)
    facts = _facts(entry_id, [*rest, *header.remarks], body, prose)
    return Entry(
        id=entry_id,
        title=title.text if title else "",
        organisation=organisation.text if organisation else "",
        location=header.place.text if header.place else "",
        url=header.url.text if header.url else "",
        period=header.period,
        prose=facts[0],
        items=facts[1],
        terms=terms,
        evidence=evidence,
    )


def _technologies(
    body: Sequence[Row], kind: Kind
) -> tuple[list[Row], tuple[str, ...], tuple[int, ...]]:
    """Take the row that lists the technologies out of a project's body."""
    for row in body if kind is Kind.PROJECTS else ():
        label = _TECHNOLOGIES.match(row.text)
        if label:
            terms = tuple(terms_of(row.text[label.end() :]))
            return [other for other in body if other is not row], terms, row.lines
    return list(body), (), ()


def _prose(body: Sequence[Row]) -> list[Row]:
    """Return the running text of a body: what is no list item where there are list items, else the
    only paragraph; several short paragraphs are list items without glyphs.
    """
    if any(row.bullet for row in body):
        return [row for row in body if not row.bullet]
    return list(body) if len(body) == 1 and body[0].text.endswith(".") else []


def _facts(
    entry_id: str, rest: Sequence[Named], body: Sequence[Row], prose: Sequence[Row]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    texts: list[Fact] = [
        Fact(id=f"{entry_id}/{number}", text=named.text, lines=named.lines)
        for number, named in enumerate(rest, start=1)
    ]
    items: list[Fact] = []
    for number, row in enumerate(body, start=len(texts) + 1):
        (texts if row in prose else items).append(row.fact(entry_id, number))
    return tuple(texts), tuple(items)


def _confidence(named: Named | None, score: object) -> float:
    if named is None:
        return 0.0
    return _SURE if callable(score) and score(named.text) else _LIKELY


def _assign(
    header: Header,
    kind: Kind,
    role_first: bool,  # noqa: FBT001
) -> tuple[Named | None, Named | None, list[Named]]:
    """Return position, employer and what is left of the header's names."""
    pair = _pair(header)
    if kind is Kind.PROJECTS and not (pair and abs(_lean(pair[0].text, pair[1].text)) > 3):  # noqa: PLR2004
        names = header.names
        return (names[0] if names else None), None, list(names[1:])
    if pair is None:
        if not header.names:
            return None, None, []
        only = header.names[0]
        if lexicon.title_score(only.text) > lexicon.company_score(only.text):
            return only, None, []
        return None, only, []
    first, second = pair
    lean = _lean(first.text, second.text)
    flip = lean <= -2 or (not role_first and lean < 3)  # noqa: PLR2004  a clear sign beats the rule
    title, organisation = (second, first) if flip else (first, second)
    return title, organisation, list(header.names[2:])
