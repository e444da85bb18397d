"""Degrees: what, in which field, where, when, how well."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from aicvgen.domain.cv import Entry, Evidence, Fact, Kind, Period
from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.entries import forms, run_in
from aicvgen.model.extractive.cv.entries.cells import EDGE, Cell, Header, Named, take_apart
from aicvgen.model.extractive.cv.entries.mending import mended
from aicvgen.model.extractive.cv.entries.pairing import Reading, Words, named
from aicvgen.model.extractive.cv.entries.pairing import read as pair
from aicvgen.model.extractive.cv.entries.parts import AT, CAMPUS, DASH
from aicvgen.model.extractive.cv.entries.second_degrees import kept_with_their_school
from aicvgen.model.extractive.cv.entries.segments import Group, group
from aicvgen.model.extractive.cv.entries.signs import Signs
from aicvgen.model.extractive.cv.rows import Row

_AREA = re.compile(r"\s+in\s+(?=[A-ZÄÖÜ])|,\s+|:\s+")
_FULL_DEGREE = re.compile(
    r"^(?P<degree>(?:bachelor|master|associate|doctor) of "
    r"(?:science|arts|engineering|laws|education|business administration|fine arts|philosophy|"
    r"medicine|music|technology|applied science)"
    r"(?:\s+\([^)]*\))?)(?:\s+in\b|\s*[,:]|(?=\s))\s*",
    re.IGNORECASE,
)
_DEGREE_FIRST = re.compile(
    r"(?:bachelor|master|b\.?s|m\.?s|ph\.?d|diplom|high school diploma|associate)", re.IGNORECASE
)
_GLUED = re.compile(r"^((?:[^\W\d_]{1,4}\.){1,3})(?=[A-ZÀ-Ž][^\W\d_]{3})")
"""A short form of a degree without a space behind it."""
_GRADE_JOINT = re.compile(r"[,;]\s+|\s+(?=C?GPA\b)|\s+[-–—|]+\s+|(?<=[^\W\d_]{3})\.\s+")
_BEFORE_SCHOOL = re.compile(rf"{DASH.pattern}|\s+/\s+")
_IN_PARENTHESES = re.compile(r"\s+\(([^()]+)\)$")
_BETWEEN = re.compile(r"\s+\(([^()]+)\)(?=,\s)|,\s+([^,]+)(?=,\s)")
_NOTE = re.compile(
    r"(?:\d[\d,./:]*\s*[.;,–-]\s+)?"
    r"(?:(?:notable|relevant|selected) courses|minor|major|courses?|coursework|"
    r"(?:(?:bachelor|master|doctoral|final|diploma)['’]?s? )?(?:thesis|dissertation)|"
    r"(?:bachelor|master|diplom|abschluss|doktor|magister|zulassungs)arbeit|mémoire|tesi(?:na|s)?|"
    r"trabajo (?:de )?fin de|trabalho (?:de )?fim de|proyecto (?:de )?fin de|dissertação|scriptie|"
    r"afstudeer\w+)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:fach|studien|vertiefungs)richtung|(?:studien)?schwerpunkt|vertiefung|"
    r"speciali[sz](?:ation|ing)\b|majoring\b|mention\b|especialidad|indirizzo|afstudeerrichting",
    re.IGNORECASE,
)
"""How a text begins that names a field of study, never a school."""
_AREA_WORDS = 6
_ABBREVIATION = 6
"""Letters of the longest short form of a degree."""
_LIST = re.compile(
    r"(?:relevant )?(?:courses?|coursework|modules?|highlights|activities|societies)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _degree(text: str) -> float:
    """Say how much a text looks like a degree."""
    score = 1.8 if lexicon.is_degree(text) else -0.2
    score -= 0.9 if lexicon.is_school(text) and not _DEGREE_FIRST.match(text) else 0.0
    score -= 1.2 if places.place_score(text) > 1 else 0.0
    return score - (1.5 if _NOTE.match(text) else 0.0)


@lru_cache(maxsize=4096)
def _school(text: str) -> float:
    """Say how much a text looks like a school."""
    school = lexicon.is_school(text) and not _DEGREE_FIRST.match(text)
    score = (1.8 if lexicon.is_school(text.partition(",")[0]) else 1.5) if school else 0.0
    score -= 0.5 if lexicon.is_degree(text) and school else 0.0
    score -= 1.2 if lexicon.is_degree(text) and not school else 0.0
    score -= 0.9 if places.place_score(text) > 1 else 0.0
    score -= 4.0 if _FIELD.match(text) else 0.0
    return score - (1.0 if _NOTE.match(text) or text[:1].islower() else 0.0)


WORDS = Words(_degree, _school, left=-0.6)
"""A third name is the field of study."""


def read(rows: Sequence[Row], first: int) -> list[Entry]:
    """Return one entry per degree or school; ids count from `first`."""
    groups = run_in.groups(rows)
    if not groups:
        rows = mended(rows)
        groups = forms.groups(rows) or kept_with_their_school(group(rows, Signs(rows, WORDS)))
    headers, grades = [], []
    for each in groups:
        header, grade = _without_grade(take_apart(each.header))
        at = next((row for row in each.body if lexicon.is_grade(row.text)), None)
        if grade is None and at is not None:
            grade = Named(at.text, at.lines)
            each.body.remove(at)
        headers.append(header)
        grades.append(grade)
    readings = pair(headers, WORDS)
    return [
        _entry(f"{Kind.EDUCATION.value}-{number}", reading, header, grade, each)
        for number, (reading, header, grade, each) in enumerate(
            zip(readings, headers, grades, groups, strict=True), start=first
        )
    ]


def _without_grade(header: Header) -> tuple[Header, Named | None]:
    """Return the header without the grade, which has a cell of its own or ends one.

    The grade on the row of a second degree is that one's.
    """
    grade: Named | None = None
    cells: list[Cell] = []
    degrees = (
        cell.slot[0]
        for cell in header.cells
        if lexicon.is_degree(cell.text) and not lexicon.is_grade(cell.text)
    )
    others = frozenset(list(dict.fromkeys(degrees))[1:])
    for cell in header.cells:
        if cell.slot[0] in others:
            cells.append(replace(cell, text=cell.text.strip("@ ")))
            continue
        for piece in (each for part in _degree_apart(cell) for each in _grade_apart(part)):
            if grade is None and lexicon.is_grade(piece.text.rstrip(".")):
                grade = Named(piece.text.rstrip("."), piece.lines)
            else:
                cells.append(replace(piece, text=piece.text.strip("@ ")))
    return replace(header, cells=cells), grade


def _degree_apart(cell: Cell) -> Iterator[Cell]:
    """Yield degree and school of a cell such as 'MSc University of Westmere, Physics' apart."""
    first, rest = _GLUED.sub(r"\1 ", cell.text).partition(" ")[::2]
    school = rest.partition(",")[0]
    parted = AT.search(school) or _dash_before_school(school) or school[:1].islower()
    if (
        not parted
        and lexicon.is_degree(first)
        and lexicon.is_school(school)
        and not _school_word(first)
    ):
        yield replace(cell, text=first)
        row, number = cell.slot
        yield replace(cell, text=rest, slot=(row, number + 1))
    else:
        yield cell


def _dash_before_school(text: str) -> bool:
    """Say whether the school stands behind a dash, and the field before it."""
    return any(lexicon.is_school(text[joint.end() :]) for joint in _BEFORE_SCHOOL.finditer(text))


def _school_word(text: str) -> bool:
    return lexicon.is_school(text) or len(text) > _ABBREVIATION


def _grade_apart(cell: Cell) -> Iterator[Cell]:
    joints = list(_GRADE_JOINT.finditer(cell.text))
    last = joints[-1] if joints else None
    whole = lexicon.is_grade(cell.text)
    inside = _IN_PARENTHESES.search(cell.text)
    named = inside and not lexicon.is_school(cell.text[: inside.start()])
    if inside and named and not whole and lexicon.is_grade(inside[1]):
        yield replace(cell, text=cell.text[: inside.start()])
        yield replace(cell, text=inside[1])
        return
    if last is None or whole or not lexicon.is_grade(cell.text[last.end() :]):
        yield from (cell,) if whole else _grade_between(cell)
        return
    yield replace(cell, text=cell.text[: last.start()])
    yield replace(cell, text=cell.text[last.end() :])


def _grade_between(cell: Cell) -> Iterator[Cell]:
    """Yield the grade that stands between degree and school, and what is left without it."""
    for found in _BETWEEN.finditer(cell.text):
        if lexicon.is_grade(found[1] or found[2]):
            yield replace(cell, text=cell.text[: found.start()] + cell.text[found.end() :])
            yield replace(cell, text=found[1] or found[2])
            return
    yield cell


def _entry(
    entry_id: str, reading: Reading, header: Header, grade: Named | None, each: Group
) -> Entry:
    degree, school, place = named(reading.title), named(reading.owner), named(reading.place)
    if school:
        school, place = _without_town(school, place)
    rest = [Named(part.text, part.lines) for part in reading.rest]
    if place and _FIELD.match(place.text):
        rest, place = _exchanged(rest, place)
    title, area = split_degree(degree.text.strip(EDGE)) if degree else ("", "")
    field = degree
    if degree and not area and not rest and each.body and _is_field_row(each.body[0]):
        row = each.body.pop(0)
        rest.append(Named(row.text, row.lines))
    if degree and not area and rest and _is_area(rest[0].text):
        field = rest.pop(0)
        area = field.text
    if degree and school and not area and (parted := _school_and_field(school.text)):
        school, field = Named(parted[0], school.lines), school
        area = parted[1]
    evidence = header.evidence()
    for name, value in (
        ("title", degree if title else None),
        ("area", field if area else None),
        ("organisation", school),
        ("grade", grade),
        ("location", place),
    ):
        if value is not None:
            evidence[name] = Evidence(lines=value.lines, confidence=0.9)
    notes = [
        Fact(id=f"{entry_id}/{number}", text=text.text, lines=text.lines)
        for number, text in enumerate([*rest, *header.remarks], start=1)
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
        location=place.text if place else "",
        url=header.url.text if header.url else "",
        period=ended(header.period),
        items=tuple(notes),
        evidence=evidence,
    )


def _exchanged(rest: list[Named], field: Named) -> tuple[list[Named], Named | None]:
    """Return the other names, a field that was read as the place among them, and the place."""
    place = next((each for each in rest if places.place_score(each.text) > 1), None)
    return [field, *(each for each in rest if each is not place)], place


def ended(period: Period | None) -> Period | None:
    """Return the period of a degree: a lone date says when it was awarded, not when it began."""
    if period is None or period.end or period.current:
        return period
    return period.model_copy(update={"start": None, "end": period.start})


def _without_town(school: Named, country: Named | None) -> tuple[Named, Named | None]:
    """Return a school and the town behind it, which may be a word, too: 'Bow College, Reading'."""
    name, comma, town = school.text.partition(", ")
    place = f"{town}, {country.text}" if country else town
    if not comma or not lexicon.is_school(name) or CAMPUS.search(name):
        return school, country
    if not places.place_score(town) or not places.place_score(place):
        return school, country
    lines = school.lines + (country.lines if country else ())
    return Named(name, school.lines), Named(place, tuple(dict.fromkeys(lines)))


def _school_and_field(text: str) -> tuple[str, str] | None:
    """Return the parts of 'University of Westmere, Physics'."""
    school, comma, field = text.partition(", ")
    named = comma and lexicon.is_school(school) and not lexicon.is_school(field)
    named = named or _FIELD.match(field) is not None
    plain = _is_area(field) and not places.place_score(field) and not lexicon.is_grade(field)
    return (school, field) if named and plain else None


def _is_area(text: str) -> bool:
    """Say whether a name beside degree and school can be the field of study."""
    short = len(text.split()) <= _AREA_WORDS and not any(char.isdigit() for char in text)
    return short and not _NOTE.match(text) and not lexicon.is_degree(text) and ":" not in text


def _is_field_row(row: Row) -> bool:
    """Say whether the row under a header that names no field of study is one."""
    plain = not (row.bullet or row.sentence or row.found or "\t" in row.text)
    return plain and row.text[:1].isupper() and not _LIST.fullmatch(row.text) and _is_area(row.text)


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
