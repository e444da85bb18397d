"""Degrees: what, in which field, where, when, how well."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind
from aicvgen.model.extractive.cv import fragments, lexicon
from aicvgen.model.extractive.cv.entries.header import Header, Named, take_apart
from aicvgen.model.extractive.cv.grouping import Group, group
from aicvgen.model.extractive.cv.rows import Row

_AREA = re.compile(r"\s+in\s+(?=[A-ZÄÖÜ])|,\s+|:\s+")
_FULL_DEGREE = re.compile(
    r"^(?P<degree>(?:bachelor|master|associate|doctor) of "
    r"(?:science|arts|engineering|laws|education|business administration|fine arts|philosophy|"
    r"medicine|music|technology|applied science)"
    r"(?:\s+\([^)]*\))?)(?:\s+in\b|\s*[,:]|(?=\s))\s*",
    re.IGNORECASE,
)


def read(rows: Sequence[Row], first: int) -> list[Entry]:
    """Return one entry per degree or school; ids count from `first`."""
    return [
        _entry(each, f"{Kind.EDUCATION.value}-{number}")
        for number, each in enumerate(_groups(rows), start=first)
    ]


def _groups(rows: Sequence[Row]) -> list[Group]:
    groups = group(rows)
    for each in groups:
        while each.body and not each.body[0].bullet and _header_like(each.body[0], each):
            each.header.append(each.body.pop(0))
    return groups


def _header_like(row: Row, each: Group) -> bool:
    if len(row.text) > 90 or row.sentence:  # noqa: PLR2004
        return False
    texts = " ".join(other.text for other in each.header)
    if (
        lexicon.is_degree(row.text)
        and not lexicon.is_degree(texts)
        and not lexicon.is_grade(row.text)
    ):
        return not re.match(r"(?i)minor|thesis|major", row.text)
    return lexicon.is_school(row.text) and not lexicon.is_school(texts) and ":" not in row.text


def _entry(each: Group, entry_id: str) -> Entry:
    header = take_apart(each.header)
    header.names = [piece for named in header.names for piece in _cut(named)]
    _peel_places(header)
    degree, school, grade, rest = _assign(header)
    title, area = split_degree(degree.text) if degree else ("", "")
    evidence: dict[str, Evidence] = {}
    for name, value in (
        ("title", degree if title else None),
        ("area", degree if area else None),
        ("organisation", school),
        ("grade", grade),
        ("location", header.place),
        ("url", header.url),
    ):
        if value is not None:
            evidence[name] = Evidence(lines=value.lines, confidence=0.9)
    if header.period is not None:
        evidence["period"] = Evidence(lines=header.period_lines, confidence=0.95)
    notes = [
        Fact(id=f"{entry_id}/{number}", text=named.text, lines=named.lines)
        for number, named in enumerate(rest, start=1)
    ]
    notes += [
        row.fact(entry_id, number) for number, row in enumerate(each.body, start=len(notes) + 1)
    ]
    return Entry(
        id=entry_id,
        title=title,
        area=area,
        organisation=school.text if school else "",
        grade=grade.text if grade else "",
        location=header.place.text if header.place else "",
        url=header.url.text if header.url else "",
        period=header.period,
        items=tuple(notes),
        evidence=evidence,
    )


def _peel_places(header: Header) -> None:
    """Take the place off a school's name where it shows only after the grade is cut off."""
    if header.place is not None:
        return
    for index, named in enumerate(header.names):
        text, place = fragments.peel_place(named.text)
        if place:
            header.names[index] = Named(text, named.lines)
            header.place = Named(place, named.lines)
            return


def split_degree(text: str) -> tuple[str, str]:
    """Return degree and field: 'BSc in Physics' is ('BSc', 'Physics')."""
    prefix = _FULL_DEGREE.match(text)
    if prefix and prefix.end() < len(text):
        return prefix["degree"], text[prefix.end() :].strip(" ,:")
    for joint in _AREA.finditer(text):
        before, after = text[: joint.start()].strip(), text[joint.end() :].strip()
        if before and after and lexicon.is_degree(before) and "(" not in before:
            return before, after
    return text, ""


def _assign(header: Header) -> tuple[Named | None, Named | None, Named | None, list[Named]]:
    names = header.names
    grade = next((named for named in names if lexicon.is_grade(named.text)), None)
    names = [named for named in names if named is not grade]
    school = next(
        (n for n in names if lexicon.is_school(n.text) and not _degree_first(n.text)), None
    )
    degree = next((n for n in names if n is not school and lexicon.is_degree(n.text)), None)
    others = [named for named in names if named is not school and named is not degree]
    if (school is None and others and degree is not None) or (
        school is None and degree is None and others
    ):
        school = others.pop(0)
    if degree is None and others:
        degree = others.pop(0)
    return degree, school, grade, others


def _degree_first(text: str) -> bool:
    return bool(
        re.match(
            r"(?i)(?:bachelor|master|b\.?s|m\.?s|ph\.?d|diplom|high school diploma|associate)", text
        )
    )


def _cut(named: Named) -> list[Named]:
    """Part a text that names both degree and school, or degree and grade."""
    pieces = [named.text]
    if lexicon.is_school(named.text):
        for pattern in (r"\s+[-–—]+\s+", r",\s+"):
            cut = _by_school(re.split(pattern, named.text), ", " if "," in pattern else " – ")
            if cut:
                pieces = cut
                break
    else:
        dashed = re.split(r"\s+[—–]\s+|\s+-\s+", named.text)
        if len(dashed) == 2 and lexicon.is_degree(dashed[0]) != lexicon.is_degree(dashed[1]):  # noqa: PLR2004
            pieces = dashed
    out: list[str] = []
    for piece in pieces:
        joints = list(re.finditer(r",\s+|\s+[-–—|]+\s+", piece))
        last = joints[-1] if joints else None
        if last and lexicon.is_grade(piece[last.end() :]):
            out += [piece[: last.start()], piece[last.end() :]]
        else:
            out.append(piece)
    return [Named(piece.strip(), named.lines) for piece in out if piece.strip()]


def _by_school(pieces: list[str], glue: str) -> list[str]:
    school = [
        index
        for index, piece in enumerate(pieces)
        if lexicon.is_school(piece) and not _degree_first(piece)
    ]
    if not school or len(pieces) < 2:  # noqa: PLR2004
        return []
    at = school[0]
    if at == 0:
        end = next(
            (i for i, piece in enumerate(pieces) if i and lexicon.is_degree(piece)), len(pieces)
        )
        return [glue.join(pieces[:end]), glue.join(pieces[end:])]
    return [glue.join(pieces[:at]), glue.join(pieces[at:])]
